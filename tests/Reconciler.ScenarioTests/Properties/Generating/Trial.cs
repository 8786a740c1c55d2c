using FsCheck;
using FsCheck.Fluent;
using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>One case: what was applied first, what people did to the tenant since, and the workspace that is applied now.</summary>
internal sealed record Trial
{
    public required DeclaredWorkspace Before { get; init; }

    public EquatableArray<Mess> Messes { get; init; } = [];

    public required DeclaredWorkspace Now { get; init; }

    /// <summary>Whether the tool has lost its memory of the first apply.</summary>
    public bool BindingsAreLost { get; init; }

    public int PageSize { get; init; } = 100;

    /// <summary>After how many writes a run is cut off, and whether the last of them still reaches the tenant.</summary>
    public int Cut { get; init; }

    public bool CutsAfterEffect { get; init; }

    public static Gen<Trial> Any { get; } =
        from before in Workspaces.Fresh(3, 4, 3)
        let applied = Repair.Of(before, [])
        from now in Gen.Frequency((4, Workspaces.After(applied)), (1, Workspaces.Fresh(3, 4, 3)))
        let declared = Repair.Of(now, applied)
        from ignores in Exceptions.Ignores(declared, percent: 8)
        from waivers in Exceptions.Waivers(declared)
        from scope in Exceptions.Scopes(declared)
        from isScoped in Gen.Choose(1, 8)
        from count in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(1, 8)))
        from messes in Gen.ArrayOf(Mess.Any, count)
        from styles in Gen.Two(Gen.Choose(0, 1_000_000))
        from deletes in Gen.Frequency((30, Gen.Constant(1000)), (1, Gen.Constant(0)))
        from lost in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from pageSize in Gen.Elements(1, 2, 100, 100)
        from cut in Gen.Choose(0, 15)
        from isLate in Gen.Elements(true, false)
        select new Trial
        {
            Before = new DeclaredWorkspace(applied, styles.Item1),
            Messes = [.. messes],
            Now = new DeclaredWorkspace(declared, styles.Item2, deletes) { Ignores = ignores, Waivers = waivers, Scope = isScoped == 1 ? scope : null },
            BindingsAreLost = lost,
            PageSize = pageSize,
            Cut = cut,
            CutsAfterEffect = isLate,
        }.Repaired();

    public static Arbitrary<Trial> Arbitrary { get; } = Arb.From(Any, TrialShrinker.Shrink);

    /// <summary>With most of what is declared left to others.</summary>
    public static Arbitrary<Trial> WithManyIgnores { get; } = Arb.From(
        from trial in Any from ignores in Exceptions.Ignores(trial.Now.Declarations, percent: 70) select (trial with { Now = trial.Now with { Ignores = ignores } }).Repaired(),
        TrialShrinker.Shrink);

    /// <summary>Tenants with much that a policy file can't say by names.</summary>
    public static Arbitrary<Trial> Untidy { get; } = Arb.From(
        from trial in Any from count in Gen.Choose(0, 6) from messes in Gen.ArrayOf(Mess.Untidy, count) select trial with { Messes = [.. trial.Messes, .. messes] },
        TrialShrinker.Shrink);

    public Trial Repaired()
    {
        var before = Repair.Of(Before.Declarations, []);
        var now = OrGeneral(Repair.Of(Now.Declarations, before));
        return this with
        {
            Before = Before with { Declarations = before },
            Now = Now with
            {
                Declarations = now,
                Ignores = Now.Ignores.Where(i => now.Any(d => d.Key == i.Target)).Select(i => i with { Fields = WithoutWhatAssignsNeed(i, now) }).Where(i => !i.Fields.IsEmpty).ToEquatableArray(),
                Waivers = Now.Waivers.Where(w => now.Any(d => d.Key == w.Target)).ToEquatableArray(),
            },
        };
    }

    // A workspace that declares nothing is an error.
    private static EquatableArray<Declaration> OrGeneral(EquatableArray<Declaration> declarations) =>
        declarations.IsEmpty ? [new Declaration { Entity = new Catalog { Name = Catalog.BuiltInName } }] : declarations;

    /// <summary>The service assigns nobody through an approval, and so a policy that somebody is assigned through must get to have none.</summary>
    private static EquatableArray<string> WithoutWhatAssignsNeed(Ignore ignore, EquatableArray<Declaration> now) =>
        ignore.Fields.Where(field => field is not ("approval" or "expiration") || !now.Any(d =>
            d.Entity is DirectAssignment { Policy.IsWritten: true } assignment && EntityKey.Policy(assignment.Catalog, assignment.Package, assignment.Policy.Value.Name ?? "") == ignore.Target)).ToEquatableArray();
}
