using System.Collections.Concurrent;
using System.Globalization;
using Reconciler.Emulator;
using Reconciler.Emulator.Serving;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.ContractTests.Knobs;

/// <summary>
/// One server and one pool of connections for many tenants, which a header tells apart. To start and stop a server for each of thousands of tenants costs
/// more than all that they answer; <see cref="OverHttp"/> does it where that is on trial.
/// </summary>
public sealed class SharedServer : IAsyncLifetime
{
    private const string Which = "x-tenant";

    private readonly ConcurrentDictionary<string, HttpMessageInvoker> _tenants = new(StringComparer.Ordinal);
    private readonly SocketsHttpHandler _sockets = OverHttp.Sockets();
    private EmulatorServer? _server;
    private int _numbers;

    public async Task InitializeAsync()
    {
        var nobody = EmulatedTenant.FromState(Given.Company(), new EmulatorOptions { Time = new ImpatientTime(), NewId = () => Guid.Empty });
        _server = await EmulatorServer.StartAsync(nobody, new() { Time = TimeProvider.System, IsOpen = true, Through = _ => new Switchboard(_tenants) });
    }

    public async Task DisposeAsync()
    {
        _sockets.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    internal IWay NewWay() => new Way(this);

    private sealed class Way(SharedServer shared) : IWay
    {
        private readonly List<(string Number, HttpClient Client)> _reached = [];

        public ITenant Reach(EmulatedTenant emulated, TimeProvider time)
        {
            var number = Interlocked.Increment(ref shared._numbers).ToString(CultureInfo.InvariantCulture);
            shared._tenants[number] = new(new EmulatorHandler(emulated));
            var client = OverHttp.Client(shared._sockets, shared._server?.BaseAddress ?? throw new InvalidOperationException("It does not serve yet."));
            client.DefaultRequestHeaders.Add(Which, number);
            _reached.Add((number, client));
            return new GraphTenant(client, Patient.Options(time));
        }

        public ValueTask DisposeAsync()
        {
            foreach (var (number, client) in _reached)
            {
                client.Dispose();
                if (shared._tenants.TryRemove(number, out var tenant))
                {
                    tenant.Dispose();
                }
            }

            return ValueTask.CompletedTask;
        }
    }

    private sealed class Switchboard(ConcurrentDictionary<string, HttpMessageInvoker> tenants) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            tenants[request.Headers.GetValues(Which).Single()].SendAsync(request, cancellationToken);
    }
}
