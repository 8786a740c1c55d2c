using Reconciler.Entitlements.Fields;
using Reconciler.UnitTests.Conventions;

namespace Reconciler.UnitTests.Schemas;

/// <summary>Each row says what the portal calls it; what the portal does not show is listed here, so that nobody forgets to look.</summary>
public sealed class PortalTests
{
    private static readonly string[] NotShown =
    [
        "AssignmentPolicy.notifications", "CustomExtension.client", "CustomExtension.endpoint", "CustomExtension.signIn", "alias", "attribute.persistent",
        "automatic assignment.grace", "automatic assignment.removeWhenNoLonger", "choice.value", "client.retries", "client.timeoutMilliseconds", "drain", "ensure",
        "identity source.cloud", "identity source.social", "labels", "localization.choices", "on behalf.mayExtend", "on behalf.mayRemove", "on behalf.mayRequest", "only",
        "previously", "protect", "prune", "question.editable", "question.several", "requestors.mayRemove", "resource.geo", "role.id", "sign-in.tokenFor", "wait.within",
    ];

    [Fact]
    public void Every_row_says_what_the_portal_calls_it_or_is_known_not_to_be_there()
    {
        var headers = Language.Tables.SelectMany(table => table.Header).Select(field => (Name: field.Key, field));
        var settings = Language.Tables.SelectMany(table => table.Settings.Select(field => (Name: $"{table.Keyword}.{field.Key}", field)));
        var inner = Language.Tables.SelectMany(table => table.Settings).SelectMany(field => Rows.Groups(field.Shape))
            .SelectMany(group => group.Fields.Select(field => (Name: $"{group.Noun}.{field.Key}", field)));

        Assert.Equal(NotShown, headers.Concat(settings).Concat(inner).Where(row => row.field.Portal.Length == 0).Select(row => row.Name).Distinct().Order(StringComparer.Ordinal));
    }
}
