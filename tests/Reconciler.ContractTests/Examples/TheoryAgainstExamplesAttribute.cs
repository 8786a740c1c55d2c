namespace Reconciler.ContractTests.Examples;

/// <summary>A test that needs Graph's examples beside the repository, and is skipped, saying so, where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TheoryAgainstExamplesAttribute : TheoryAttribute
{
    public TheoryAgainstExamplesAttribute()
    {
        if (DocumentedExample.Folder is null)
        {
            Skip = "Not compared with Graph's examples: ../shared/graph/examples is not beside the repository.";
        }
    }
}
