namespace Reconciler.UnitTests.Emulator.Serving;

public sealed class StartingTests
{
    [Fact]
    public async Task Many_servers_come_and_go_and_each_port_is_free_again()
    {
        var ports = new List<int>();
        for (var i = 0; i < 20; i++)
        {
            await using var served = await Served.StartOpenAsync();
            Assert.Equal(200, (await served.Get("organization")).Status);
            ports.Add(served.Server.Address.Port);
        }

        foreach (var port in ports.Distinct())
        {
            await using var again = await Served.StartAsync(options => options with { Endpoint = new(System.Net.IPAddress.Loopback, port) });
            Assert.Equal(port, again.Server.Address.Port);
        }
    }
}
