using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN133: choices are translated by their place.</summary>
internal sealed class TranslationsHaveEveryChoice : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources) =>
        from asked in Questions.Of(declaration)
        let count = asked.Question.Answer is Answer.Picked picked ? picked.Choices.Count : 0
        from localization in asked.Question.Localizations
        where !localization.Choices.IsEmpty && localization.Choices.Count != count
        select CheckDiagnostics.ChoicesNotTranslated(
            sources.Find(declaration.Key, $"{asked.Path}.localizations.{localization.Language}"), localization.Language, localization.Choices.Count, count);
}
