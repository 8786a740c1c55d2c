namespace Reconciler.Emulator.Types;

/// <summary>One entity or complex type of Graph with the members it declares itself; inherited ones are its base's.</summary>
internal sealed record GraphType(string Name, string? BaseName, bool IsEntity, bool IsAbstract, IReadOnlyList<GraphMember> Members);
