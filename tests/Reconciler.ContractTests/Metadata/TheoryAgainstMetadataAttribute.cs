using Reconciler.Tests.Metadata;

namespace Reconciler.ContractTests.Metadata;

/// <summary>A test that needs Graph's metadata beside the repository, and is skipped, saying so, where it is not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TheoryAgainstMetadataAttribute : TheoryAttribute
{
    public TheoryAgainstMetadataAttribute()
    {
        if (MetadataFile.Locate() is null)
        {
            Skip = "Not held against Graph's metadata: ../shared/graph/em-v1.0.csdl.xml is not beside the repository.";
        }
    }
}
