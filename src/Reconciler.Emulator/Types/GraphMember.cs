namespace Reconciler.Emulator.Types;

/// <summary>One member of a Graph type: who declares it, its name on the wire, the kind or type of its values and what may be left unsaid.</summary>
internal sealed record GraphMember(string Owner, string Name, string TypeName, bool IsCollection, bool IsNullable, bool IsNavigation);
