using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>
/// Puts the declarations of all files together: of two of the same key the first counts and the second is a finding; one that is meant for
/// other tenants yields to one that is not.
/// </summary>
internal sealed class DeclarationCollector(Scope scope, Findings findings)
{
    private readonly Dictionary<EntityKey, ReadEntity> _byKey = [];
    private readonly Dictionary<EntityKey, Dictionary<string, SourceSpan>> _ignored = [];
    private readonly List<Ignore> _ignores = [];
    private readonly List<Waiver> _waivers = [];

    public EntitlementSet Declared => new(_byKey.Values.Select(read => IsOut(read) ? Elsewhere(read) : read.Declaration))
    {
        Ignores = [.. _ignores.OrderBy(ignore => ignore.Target)],
        Waivers = [.. _waivers.OrderBy(waiver => waiver.Target).ThenBy(waiver => waiver.Rule, StringComparer.Ordinal)],
    };

    /// <summary>What is declared for the tenant and is outside of the workspace's scope.</summary>
    public EquatableArray<EntityKey> OutOfScope => [.. _byKey.Values.Where(IsOut).Select(read => read.Declaration.Key).Order()];

    public bool IsEmpty => _byKey.Count == 0;

    public SourceMap Sources()
    {
        var sources = new SourceMap();
        foreach (var (key, read) in _byKey)
        {
            sources.Add(key, read.Trail);
        }

        return sources;
    }

    public void Add(ReadEntity read)
    {
        var key = read.Declaration.Key;
        var first = _byKey.GetValueOrDefault(key);
        if (first is not null && !IsElsewhere(first) && !IsElsewhere(read))
        {
            // What stands in the second is not looked at: it would all be declared twice.
            findings.Add(LoadDiagnostics.DuplicateDeclaration(
                read.Where, DocumentKinds.Noun(read.Table.Keyword), key, first.Declaration.Key.ToString(), first.Where));
            return;
        }

        if (first is null || IsElsewhere(first))
        {
            // The old key goes with its spelling.
            _byKey.Remove(key);
            _byKey.Add(key, read);
        }

        foreach (var child in read.Children)
        {
            Add(child);
        }
    }

    public void Add(ReadIgnore read)
    {
        var ignore = read.Ignore;
        if (!_ignored.TryGetValue(ignore.Target, out var places))
        {
            _ignored[ignore.Target] = places = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        }

        foreach (var (field, place) in ignore.Fields.Zip(read.Places).Where(pair => !places.TryAdd(pair.First, pair.Second)))
        {
            findings.Add(LoadDiagnostics.IgnoredTwice(place, field, ignore.Target.ToString(), places[field]));
        }

        _ignores.Add(ignore);
    }

    public void Add(Waiver waiver) => _waivers.Add(waiver);

    /// <summary>A former name is nobody's current one and was borne by one alone.</summary>
    public void CheckPreviousNames()
    {
        var claimed = new Dictionary<EntityKey, SourceSpan?>();
        foreach (var read in _byKey.Values.Where(read => !read.Declaration.Previously.IsEmpty))
        {
            var sources = new SourceMap();
            sources.Add(read.Declaration.Key, read.Trail);
            var key = read.Declaration.Key;
            foreach (var (name, index) in read.Declaration.Previously.Select((name, index) => (name, index)))
            {
                var former = key with { Path = key.Path.SkipLast(1).Append(name).ToEquatableArray() };
                var where = sources.Find(key, $"previously[{index}]") ?? read.Where;
                if (_byKey.TryGetValue(former, out var bearer) && !IsElsewhere(bearer))
                {
                    findings.Add(LoadDiagnostics.PreviousNameIsDeclared(where, name, bearer.Where));
                }
                else if (!claimed.TryAdd(former, where))
                {
                    findings.Add(LoadDiagnostics.PreviousNameTwice(where, name, claimed[former]));
                }
            }
        }
    }

    private bool IsOut(ReadEntity read) => !IsElsewhere(read) && !scope.Includes(read.Declaration.Key);

    private static bool IsElsewhere(ReadEntity read) => read.Declaration.Ensure == Ensure.Elsewhere;

    // With all that tells which object it is: under another name it is still not undeclared.
    private static Declaration Elsewhere(ReadEntity read) => read.Declaration with { Ensure = Ensure.Elsewhere };
}
