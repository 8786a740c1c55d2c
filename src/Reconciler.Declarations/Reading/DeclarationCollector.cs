using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Reading;

/// <summary>Puts the declarations of all files together: of two of the same key the first counts and the second is a finding.</summary>
internal sealed class DeclarationCollector(Findings findings)
{
    private readonly Dictionary<EntityKey, ReadEntity> _byKey = [];

    public SourceMap Sources { get; } = new();

    public EntitlementSet Declared => new(_byKey.Values.Select(read => read.Declaration));

    public bool IsEmpty => _byKey.Count == 0;

    public void Add(ReadEntity read)
    {
        var key = read.Declaration.Key;
        if (_byKey.TryGetValue(key, out var first))
        {
            // What stands in the second is not looked at: it would all be declared twice.
            findings.Add(LoadDiagnostics.DuplicateDeclaration(
                read.Where, DocumentKinds.Noun(read.Table), key, first.Declaration.Key.ToString(), first.Where));
            return;
        }

        _byKey.Add(key, read);
        read.Trail.WriteTo(Sources, key);
        foreach (var child in read.Children)
        {
            Add(child);
        }
    }

    /// <summary>A former name is nobody's current one and was borne by one alone.</summary>
    public void CheckPreviousNames()
    {
        var claimed = new Dictionary<EntityKey, SourceSpan?>();
        foreach (var read in _byKey.Values)
        {
            var key = read.Declaration.Key;
            foreach (var (name, index) in read.Declaration.Previously.Select((name, index) => (name, index)))
            {
                var former = key with { Path = key.Path.SkipLast(1).Append(name).ToEquatableArray() };
                var where = Sources.Find(key, $"previously[{index}]") ?? read.Where;
                if (_byKey.TryGetValue(former, out var bearer))
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
}
