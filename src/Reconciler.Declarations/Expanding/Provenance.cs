using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Templates;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Expanding;

/// <summary>Where the values of one declaration came from, so that a finding can say by which way a value got to where it is wrong.</summary>
/// <param name="outer">That of the declaration whose list it stands in.</param>
internal sealed class Provenance(Provenance? outer = null)
{
    // Most declarations refer to nothing.
    private Dictionary<SourceSpan, Substitute>? _byUse;
    private Dictionary<Substitute, (SourceSpan First, bool AreSeveral)>? _uses;
    private HashSet<SourceSpan>? _failed;
    private Template? _template;
    private Findings? _found;

    /// <summary>Whether anything could not be expanded.</summary>
    public bool AnyFailed => _failed is not null;

    /// <summary>Notes that a reference stands at a place.</summary>
    public void Used(Substitute value, SourceSpan use)
    {
        _byUse ??= [];
        _uses ??= [];
        _byUse.TryAdd(use, value);
        _uses[value] = _uses.TryGetValue(value, out var before) ? (before.First, true) : (use, false);
    }

    /// <summary>Notes that the value at a place is not known: a finding says why, or nobody can know it.</summary>
    public void Fail(SourceSpan use) => (_failed ??= []).Add(use);

    public bool HasFailed(SourceSpan? where) => where is not null && (_failed?.Contains(where) == true || outer?.HasFailed(where) == true);

    /// <summary>Notes that its settings were made from a template.</summary>
    /// <param name="found">What was found wrong while that was done.</param>
    public void MadeFrom(Template template, Findings found) => (_template, _found) = (template, found);

    /// <summary>Whether there is anything to tell of.</summary>
    public bool MayTrace(Findings own) => own.All.Count > 0 || _found is { All.Count: > 0 };

    /// <summary>
    /// The findings about the declaration, each with the way that the value went; without those about values that are not known, and
    /// those that were told of the template whoever uses it.
    /// </summary>
    public IEnumerable<Diagnostic> Trace(Findings own, string whose) =>
        own.All.Where(finding => !HasFailed(finding.Where)).Concat(_found?.All ?? [])
            .Where(finding => _template?.HasTold(finding) != true)
            .Select(finding => finding.Where is { } where ? Traced(finding, where, whose) : finding);

    private Diagnostic Traced(Diagnostic finding, SourceSpan where, string whose)
    {
        var through = _template?.Holds(where) == true ? $"in the template {Quote.Of(_template.Name)}, for {whose}" : null;
        string[] ways = [.. new[] { Way(where), through }.OfType<string>()];
        return ways.Length == 0 ? finding : finding with { Message = $"{finding.Message} ({string.Join("; ", ways)})" };
    }

    private string? Way(SourceSpan where)
    {
        if (_byUse?.GetValueOrDefault(where) is { } used)
        {
            return $"{Quote.Of(used.Reference)} is written at {used.Value.Where}";
        }

        // The value of a parameter keeps the place where a policy gives it.
        var from = (_uses ?? []).FirstOrDefault(use => use.Key.Holds(where) || use.Key.Value.Where == where);
        return from.Key is { } substitute ? $"in {Quote.Of(substitute.Reference)}, used at {from.Value.First}{(from.Value.AreSeveral ? " and elsewhere" : "")}" : outer?.Way(where);
    }
}
