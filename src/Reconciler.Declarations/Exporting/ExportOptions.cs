using System.Collections.Immutable;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Exporting;

/// <summary>What of a tenant is exported, and into what.</summary>
public sealed record ExportOptions
{
    /// <summary>The workspace that the files are for: its time zone, and where it looks for them.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>What is exported, by the names that the tenant has.</summary>
    public Scope Scope { get; init; } = Scope.Whole;

    /// <summary>What the workspace declares already, by kind and id: it is left out, and what names it uses that name.</summary>
    public IReadOnlyDictionary<(EntityKind Kind, string Id), EntityKey> Declared { get; init; } = ImmutableDictionary<(EntityKind, string), EntityKey>.Empty;

    /// <summary>The text of each file that the workspace has already, by its path: what is written is read again beside it.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The tenant's name in the workspace; null where there is one alone.</summary>
    public string? Tenant { get; init; }

    /// <summary>The tenants that what is exported is declared for: the one it comes from, where the workspace has others; empty for all.</summary>
    public EquatableArray<string> Only => Tenant is { } tenant && Workspace.Tenants.Count > 1 ? [tenant] : [];

    /// <summary>Names of templates that the workspace has already.</summary>
    public EquatableArray<string> TakenTemplates { get; init; } = [];

    /// <summary>Whether policies that are equal but for principals and times become a template.</summary>
    public bool UseTemplates { get; init; }

    /// <summary>Comment lines with which every file begins, given the path of the file.</summary>
    public Func<string, IReadOnlyList<string>> Heading { get; init; } = _ => [];
}
