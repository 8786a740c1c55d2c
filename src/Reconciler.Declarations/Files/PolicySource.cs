using Reconciler.Declarations.Messages;

namespace Reconciler.Declarations.Files;

/// <summary>Where a policy file is, and how its bytes are had.</summary>
/// <param name="Read">The bytes; null and a finding where there are none to be had.</param>
internal sealed record PolicySource(string Path, Func<Findings, byte[]?> Read);
