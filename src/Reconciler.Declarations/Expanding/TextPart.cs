namespace Reconciler.Declarations.Expanding;

/// <summary>A piece of a text: words as they are, or a reference that stands for a value. A closed family.</summary>
/// <param name="Offset">Where a reference begins in the text.</param>
internal abstract record TextPart(int Offset)
{
    internal sealed record Words(string Text) : TextPart(0);

    /// <summary><c>$(var.name)</c> or <c>$(param.name)</c>.</summary>
    internal sealed record Reference(int Offset, ReferenceTo To, string Name) : TextPart(Offset)
    {
        public override string ToString() => $"$({(To == ReferenceTo.Variable ? "var" : "param")}.{Name})";
    }

    /// <summary><c>$(</c> with something else behind it.</summary>
    internal sealed record Stranger(int Offset, string Text) : TextPart(Offset)
    {
        public override string ToString() => Text;
    }
}

/// <summary>What a reference can stand for.</summary>
internal enum ReferenceTo
{
    Variable,
    Parameter,
}
