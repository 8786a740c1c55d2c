using Reconciler.Applying;
using Reconciler.Cli;
using Reconciler.Cli.Running;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;

namespace Reconciler.ScenarioTests.Markdown;

/// <summary>Outcomes of any size and shape, with a hostile name at every place where a name can be.</summary>
internal sealed class HostileReports(int seed)
{
    private readonly Random _random = new(seed);

    public Outcome Next(int size)
    {
        var planned = Planned(size);
        var report = _random.Next(3) > 0 ? null : new ApplyReport(planned.Plan.Changes.Select(Outcome).ToEquatableArray(), _random.Next(4) == 0);
        return new Outcome
        {
            Findings = Findings(_random.Next(4), errors: false),
            Planned = _random.Next(12) == 0 ? null : planned,
            Report = report,
            PlannedAgain = report is not null && _random.Next(2) == 0 ? Planned(_random.Next(2) * size) : null,
            Trouble = _random.Next(6) == 0 ? new TenantException(TenantProblem.Unavailable, Name()) : null,
            IsUnconfirmed = _random.Next(6) == 0,
            WasStopped = _random.Next(6) == 0,
        };
    }

    public PlannedRun Planned(int size)
    {
        var plan = new Plan
        {
            TenantId = Name(),
            TenantName = Name(),
            Changes = Some(size, Change),
            Adopted = Some(_random.Next(size + 1), Key),
            Gone = Some(_random.Next(3), Key),
            Unmanaged = Some(_random.Next(9), Key),
            HeldBack = Some(_random.Next(3), () => new HeldBack(Key(), _random.Next(2) == 0 ? null : Field(false))),
            NotManaged = Some(_random.Next(3), () => new NotManaged(Key(), ["requestors"])),
            Kept = Some(_random.Next(3), () => new Kept(Key(), [Name()])),
            Gaps = _random.Next(20) == 0 ? Some(3, Name) : [],
            Diagnostics = Findings(_random.Next(4), errors: _random.Next(10) == 0),
        };
        return new PlannedRun(plan, Bindings.None(Name()), _random.Next(4) == 0 ? Some(1 + _random.Next(3), () => new Refusal("RCN431", Key(), Place(), Name(), Name())) : []);
    }

    private PlannedChange Change()
    {
        var kind = _random.Next(10);
        var fields = Some(_random.Next(8) == 0 ? _random.Next(60) : _random.Next(6), () => Field(kind > 5));
        return kind switch
        {
            0 => new PlannedChange.Delete(new ActualEntity(new Catalog { Name = Name() }, Name(), null), Some(_random.Next(4), Name)) { Key = Key(), Reason = Name(), Where = Place() },
            1 => new PlannedChange.Rename(Name(), Name()) { Key = Key(), Reason = Name(), Fields = fields, Where = Place() },
            < 6 => new PlannedChange.Update { Key = Key(), Reason = Name(), Fields = fields, Where = Place(), Unchanged = _random.Next(3) },
            _ => new PlannedChange.Create(_random.Next(2) == 0 ? new Catalog { Name = Name() } : Wide()) { Key = Key(), Reason = Name(), Fields = fields, Where = Place() },
        };
    }

    private AssignmentPolicy Wide() => new()
    {
        Catalog = Name(),
        Package = Name(),
        Name = Name(),
        Requestors = new Requestors { Who = new RequestorScope.Everyone(Population.AnyUser), MayRequest = true },
    };

    private FieldChange Field(bool isNew, bool isPart = false)
    {
        var kind = isNew ? FieldChangeKind.Set : (FieldChangeKind)_random.Next(3);
        return new FieldChange
        {
            Path = Name(),
            Label = Name(),
            Sentence = _random.Next(50) == 0 ? string.Concat(Enumerable.Repeat(Name() + "x", 3000)) : $"{Name()}: {Name()}, until now {Name()}.",
            Kind = kind,
            Old = isNew || kind == FieldChangeKind.Added ? null : Name(),
            New = kind == FieldChangeKind.Removed ? null : _random.Next(50) == 0 ? string.Concat(Enumerable.Repeat(Name() + "x", 3000)) : Name(),
            Effect = isNew ? Effect.Neutral : (Effect)_random.Next(3),
            Touches = (Touches)_random.Next(3),
            IsDefault = _random.Next(3) == 0,
            Parts = isPart || _random.Next(6) > 0 ? [] : Some(3, () => Field(isNew, isPart: true)),
        };
    }

    private ChangeOutcome Outcome(PlannedChange change) => _random.Next(8) switch
    {
        0 => new ChangeOutcome.Failed(change, new TenantException(TenantProblem.Refused, Name()), _random.Next(2)),
        1 => new ChangeOutcome.Skipped(change, Name()),
        2 => new ChangeOutcome.NotAttempted(change),
        _ => new ChangeOutcome.Applied(change),
    };

    private EquatableArray<Diagnostic> Findings(int count, bool errors) =>
        Some(count, () => new Diagnostic("RCN301", errors ? Severity.Error : (Severity)_random.Next(2), Place(), Name(), Name()));

    private EntityKey Key() => _random.Next(5) switch
    {
        0 => EntityKey.Settings,
        1 => EntityKey.Catalog(Name()),
        2 => EntityKey.Package(Name(), Name()),
        _ => EntityKey.Policy(Name(), Name(), Name()),
    };

    private SourceSpan? Place() => _random.Next(4) == 0 ? null : new SourceSpan(Name(), _random.Next(1000), 1);

    private string Name() => HostileNames.Next(_random);

    private static EquatableArray<T> Some<T>(int count, Func<T> make)
        => Enumerable.Range(0, count).Select(_ => make()).ToEquatableArray();
}
