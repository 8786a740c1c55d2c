using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>The questions that a declaration asks and their paths: a policy's own, and those of the attributes that a resource requires.</summary>
internal static class Questions
{
    public static IEnumerable<(Question Question, string Path)> Of(Declaration declaration) => declaration.Entity switch
    {
        AssignmentPolicy { Questions: { IsWritten: true, Value: var questions } } => questions.Select((question, index) => (question, $"questions[{index}]")),
        Catalog { Resources: { IsWritten: true, Value: var resources } } => resources.SelectMany((resource, index) => resource.Attributes.Or([])
            .Select((attribute, inner) => (attribute.Question, $"resources[{index}].attributes[{inner}].question"))),
        _ => [],
    };
}
