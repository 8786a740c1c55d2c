using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN133: choices are translated by their place.</summary>
internal sealed class TranslationsHaveEveryChoice : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources)
    {
        foreach (var (question, path) in Questions.Of(declaration))
        {
            var count = question.Answer is Answer.Picked picked ? picked.Choices.Count : 0;
            foreach (var localization in question.Localizations.Where(l => !l.Choices.IsEmpty && l.Choices.Count != count))
            {
                var where = sources.Find(declaration.Key, $"{path}.localizations.{localization.Language}.choices");
                yield return CheckDiagnostics.ChoicesNotTranslated(where, localization.Language, localization.Choices.Count, count);
            }
        }
    }
}
