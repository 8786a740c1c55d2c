using System.Net;
using System.Text;
using Reconciler.Tests.Metadata;

namespace Reconciler.UnitTests.Graph;

/// <summary>A Graph that answers what it was told to, and remembers what it was asked.</summary>
internal sealed class StubGraph : HttpMessageHandler
{
    public const string Root = "https://graph.example/v1.0/";

    private readonly List<(Func<string, bool> Fits, Func<HttpResponseMessage> Answer)> _answers = [];
    private readonly List<string> _asked = [];
    private bool _isChecked = true;

    /// <summary>Method and url of every request, in order.</summary>
    public IReadOnlyList<string> Asked => _asked;

    public List<string> Bodies { get; } = [];

    /// <summary>A client of it, each request of which is one that Graph declares.</summary>
    public HttpClient Client => new(_isChecked ? new CheckedRequests(this) : this) { BaseAddress = new Uri(Root) };

    /// <summary>It holds what Graph does not declare today, and what is kept is sent back to it as it was.</summary>
    public StubGraph HoldsMore()
    {
        _isChecked = false;
        return this;
    }

    /// <summary>From now on requests that contain <paramref name="part"/> are answered so; the latest word counts.</summary>
    public StubGraph On(string part, string body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers) =>
        On(part, () => Response(body, status, headers));

    /// <summary>Answers in turn; the last one from then on.</summary>
    public StubGraph OnInTurn(string part, params Func<HttpResponseMessage>[] answers)
    {
        var turn = 0;
        return On(part, () => answers[Math.Min(turn++, answers.Length - 1)]());
    }

    public StubGraph On(string part, Func<HttpResponseMessage> answer)
    {
        _answers.Insert(0, (asked => asked.Contains(part, StringComparison.Ordinal), answer));
        return this;
    }

    public static HttpResponseMessage Response(string body, HttpStatusCode status = HttpStatusCode.OK, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    public static string Error(string code, string message = "No.") => $$"""{ "error": { "code": "{{code}}", "message": "{{message}}" } }""";

    /// <summary>A tenant with one catalog of one package, and nothing else.</summary>
    public static StubGraph Tenant() => new StubGraph()
        .On("/organization", """{ "value": [ { "id": "t1", "displayName": "Woodgrove" } ] }""")
        .On("/subscribedSkus", Error("Authorization_RequestDenied"), HttpStatusCode.Forbidden)
        .On("/settings", """{ "id": "singleton", "externalUserLifecycleAction": "None" }""")
        .On("/catalogs", """{ "value": [ { "id": "c1", "displayName": "Finance", "state": "Published" } ] }""")
        .On("/connectedOrganizations", """{ "value": [] }""")
        .On("/roleAssignments", """{ "value": [] }""")
        .On("$batch", """{ "responses": [] }""")
        .On("/catalogs/c1/resources", """{ "value": [] }""")
        .On("/catalogs/c1/customWorkflowExtensions", """{ "value": [] }""")
        .On("/accessPackages?", """{ "value": [ { "id": "p1", "displayName": "Subject", "assignmentPolicies": [], "resourceRoleScopes": [], "incompatibleAccessPackages": [], "incompatibleGroups": [] } ] }""")
        .On("/directoryObjects/getByIds", """{ "value": [] }""")
        .On("/beta/", Error("NotImplemented"), HttpStatusCode.NotImplemented);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var asked = $"{request.Method} {request.RequestUri?.AbsoluteUri}";
        Func<HttpResponseMessage> answer;
        lock (_asked)
        {
            _asked.Add(asked);
            Bodies.Add(body);
            answer = _answers.First(entry => entry.Fits(asked)).Answer;
        }

        return answer();
    }
}
