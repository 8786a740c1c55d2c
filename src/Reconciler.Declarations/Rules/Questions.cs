using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>The questions that requestors are asked and their paths: those of a policy, and those of the attributes of a catalog's resources.</summary>
internal static class Questions
{
    public static IEnumerable<(Question Question, string Path)> Of(Declaration declaration) => declaration.Entity switch
    {
        AssignmentPolicy { Questions: { IsWritten: true, Value: var questions } } => questions.Select((question, i) => (question, $"questions[{i}]")),
        Catalog { Resources: { IsWritten: true, Value: var resources } } => resources.SelectMany((resource, i) =>
            resource.Attributes.Or([]).Select((attribute, k) => (attribute.Question, $"resources[{i}].attributes[{k}].question"))),
        _ => [],
    };
}
