namespace Reconciler.Entitlements;

/// <summary>
/// One setting of an entity: not written (then it is not managed and the tenant's value stays) or written with a value.
/// "None" and "never" are values: a setting that is cleared is written.
/// </summary>
public readonly record struct Setting<T>
    where T : notnull
{
    private readonly T? _value;

    private Setting(T value) => (_value, IsWritten) = (value, true);

    public bool IsWritten { get; }

    /// <summary>The value. Fails when the setting is not written: ask <see cref="IsWritten"/> first.</summary>
    public T Value => IsWritten && _value is { } value ? value : throw new InvalidOperationException("The setting is not written.");

    public static implicit operator Setting<T>(T value) => new(value);

    public T Or(T fallback) => IsWritten ? Value : fallback;

    public override string ToString() => IsWritten ? Value.ToString() ?? "" : "(not written)";
}
