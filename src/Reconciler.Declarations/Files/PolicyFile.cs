using System.Collections.Immutable;
using Reconciler.Declarations.Messages;

namespace Reconciler.Declarations.Files;

/// <summary>What one policy file holds.</summary>
/// <param name="Text">Null where its bytes are none.</param>
/// <param name="Findings">What is wrong with it as a file of YAML.</param>
internal sealed record PolicyFile(string Path, string? Text, ImmutableArray<PolicyDocument> Documents, Findings Findings);
