using Reconciler.Tests.Metadata;

namespace Reconciler.UnitTests.Emulator;

/// <summary>A test that needs Graph's metadata beside the repository, and is skipped, saying so, where it is not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactAgainstMetadataAttribute : FactAttribute
{
    public FactAgainstMetadataAttribute()
    {
        if (MetadataFile.Locate() is null)
        {
            Skip = "Not compared with Graph's metadata: ../shared/graph/em-v1.0.csdl.xml is not beside the repository.";
        }
    }
}
