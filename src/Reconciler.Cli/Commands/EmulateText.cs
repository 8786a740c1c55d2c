using System.Text.Json.Nodes;
using Reconciler.Cli.Output;
using Reconciler.Emulator.Serving;

namespace Reconciler.Cli.Commands;

/// <summary>What somebody needs to know to use the tenant that is served, said once.</summary>
internal sealed class EmulateText(EmulatorServer server, string tenantId, ServerClient client, EmulateArguments arguments, string? authority)
{
    private const string Scope = "https://graph.microsoft.com/.default";

    private readonly string _tokens = $"{server.Address}{tenantId}/oauth2/v2.0/token";

    public IEnumerable<Line> Lines()
    {
        yield return Line.Of($"An emulated tenant answers at {server.BaseAddress}", Ink.Strong);
        yield return Line.Of(2, new Run(arguments.State is null ? "It is gone when this ends; --state FILE keeps one." : $"It is kept in {Printable.Of(arguments.State)}."));
        yield return Line.Of(2, new Run($"tenant id  {tenantId}"));
        if (arguments.IsOpen)
        {
            yield return Line.Of(2, new Run("Open: it asks for no token, and holds nobody to grants."));
        }
        else
        {
            yield return Line.Of(2, new Run($"client id  {client.Id}, which has every grant"));
            yield return Line.Of(2, new Run($"secret     {client.Secret}"));
        }

        if (authority is not null)
        {
            yield return Line.Of(2, new Run($"trust      {Printable.Of(authority)}, with NODE_EXTRA_CA_CERTS, SSL_CERT_FILE or curl --cacert"));
        }

        yield return Line.Empty;
        if (!arguments.IsOpen)
        {
            yield return Line.Of("A token:");
            yield return Line.Verbatim(2, new Run($"curl -s{Trust()} {_tokens} -d grant_type=client_credentials -d client_id={client.Id} -d client_secret={client.Secret} -d scope={Scope}"));
            yield return Line.Empty;
        }

        yield return Line.Of("In the reconciler.yaml of a workspace, below tenants:");
        foreach (var line in Declared())
        {
            yield return Line.Verbatim(2, new Run(line));
        }

        yield return Line.Empty;
        yield return Line.Of("and in the shell that it is planned in:");
        foreach (var line in Exported())
        {
            yield return Line.Verbatim(2, new Run(line));
        }

        if (arguments is { IsOpen: false, UsesTls: false })
        {
            yield return Line.Of("reconciler needs no https on this machine; Azure.Identity and MSAL sign in over https only: add --tls for them.");
        }
    }

    /// <summary>The same for programs, which read the port there that was free.</summary>
    public JsonObject Json() => new()
    {
        ["address"] = server.Address.ToString(),
        ["graph"] = server.BaseAddress.ToString(),
        ["tenantId"] = tenantId,
        ["clientId"] = arguments.IsOpen ? null : client.Id,
        ["secret"] = arguments.IsOpen ? null : client.Secret,
        ["tokens"] = arguments.IsOpen ? null : _tokens,
        ["certificateAuthority"] = authority,
    };

    private string[] Declared() =>
    [
        "laptop:", "  adapter: graph", $"  tenantId: {tenantId}", $"  endpoint: {server.BaseAddress}", $"  authority: {server.Address}",
    ];

    // Without tokens any client will do, but the tool has to be told of one.
    private IEnumerable<string> Exported()
    {
        yield return $"export AZURE_AUTHORITY_HOST={server.Address}";
        yield return $"export AZURE_CLIENT_ID={client.Id} AZURE_CLIENT_SECRET={client.Secret}";
        if (authority is not null)
        {
            yield return $"export SSL_CERT_FILE={Printable.Of(authority)}";
        }
    }

    private string Trust() => authority is null ? "" : $" --cacert {Printable.Of(authority)}";
}
