using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN133: choices are translated by their place.</summary>
internal sealed class TranslationsHaveEveryChoice : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources)
    {
        if (declaration.Entity is not AssignmentPolicy { Questions: { IsWritten: true, Value: var questions } })
        {
            yield break;
        }

        for (var i = 0; i < questions.Count; i++)
        {
            var count = questions[i].Answer is Answer.Picked picked ? picked.Choices.Count : 0;
            foreach (var localization in questions[i].Localizations.Where(l => !l.Choices.IsEmpty && l.Choices.Count != count))
            {
                var where = sources.Find(declaration.Key, $"questions[{i}].localizations.{localization.Language}");
                yield return CheckDiagnostics.ChoicesNotTranslated(where, localization.Language, localization.Choices.Count, count);
            }
        }
    }
}
