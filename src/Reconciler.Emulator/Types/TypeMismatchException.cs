namespace Reconciler.Emulator.Types;

/// <summary>A value that is not what Graph's types ask for. <see cref="Pointer"/> is a JSON pointer into the checked value.</summary>
internal sealed class TypeMismatchException(string pointer, string reason, string code = TypeMismatchException.InvalidModel)
    : Exception(reason)
{
    public const string InvalidModel = "InvalidModel";

    public string Pointer { get; } = pointer;

    /// <summary>The code Graph answers with (contract 1.2).</summary>
    public string Code { get; } = code;
}
