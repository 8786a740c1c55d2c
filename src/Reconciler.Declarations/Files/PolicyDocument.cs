using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Reading;
using Reconciler.Declarations.Yaml;

namespace Reconciler.Declarations.Files;

/// <summary>A document of a policy file. A closed family.</summary>
internal abstract record PolicyDocument
{
    /// <summary>One that has to be read for each tenant by itself.</summary>
    internal sealed record Written(YamlNode Node) : PolicyDocument;

    /// <summary>One that says the same for every tenant, and is read.</summary>
    /// <param name="Entity">Null where it can't be told which entity is meant.</param>
    /// <param name="Findings">What is wrong with it.</param>
    internal sealed record Read(ReadEntity? Entity, Findings Findings) : PolicyDocument;
}
