using System.Collections.Immutable;

namespace Reconciler.Entitlements.Fields;

/// <summary>An assignment policy's template as written, without the policy in it.</summary>
public sealed record TemplateYaml
{
    /// <summary>The word by which a policy gives a setting of its template back.</summary>
    public const string GiveBack = "unmanaged";

    /// <summary>The settings of which an entity has one or the other, so that writing one replaces either of its template's.</summary>
    public static ImmutableArray<string> Alternatives { get; } = ["requestors", "automatic"];

    public string Name { get; init; } = "";

    public EquatableArray<string> Parameters { get; init; } = [];

    public EquatableArray<string> Only { get; init; } = [];
}
