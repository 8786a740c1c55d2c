using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN133: choices are translated by their place.</summary>
internal sealed class TranslationsHaveEveryChoice : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources) =>
        from asked in QuestionsOf(declaration.Entity)
        let count = asked.Question.Answer is Answer.Picked picked ? picked.Choices.Count : 0
        from localization in asked.Question.Localizations
        where !localization.Choices.IsEmpty && localization.Choices.Count != count
        let place = sources.Find(declaration.Key, $"{asked.Path}.localizations.{localization.Language}")
        select CheckDiagnostics.ChoicesNotTranslated(place, localization.Language, localization.Choices.Count, count);

    private static IEnumerable<(Question Question, string Path)> QuestionsOf(Entity entity) => entity switch
    {
        AssignmentPolicy { Questions: { IsWritten: true, Value: var questions } } => questions.Select((question, i) => (question, $"questions[{i}]")),
        Catalog { Resources: { IsWritten: true, Value: var resources } } => resources.SelectMany((held, i) =>
            held.Attributes.Or([]).Select((attribute, j) => (attribute.Question, $"resources[{i}].attributes[{j}].question"))),
        _ => [],
    };
}
