namespace Reconciler.Emulator.Types;

/// <summary>One enumeration of Graph. Input is matched without regard to case, output is spelled as here (contract 1.1).</summary>
internal sealed record GraphEnum(string Name, IReadOnlyList<string> Members)
{
    public string? Spell(string literal) =>
        Members.FirstOrDefault(member => string.Equals(member, literal, StringComparison.OrdinalIgnoreCase));
}
