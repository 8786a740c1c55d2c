namespace Reconciler.Entitlements;

/// <summary>Who may request, extend and give back for others (contract 7.3).</summary>
public abstract record OnBehalf
{
    private OnBehalf() { }

    public sealed record None : OnBehalf;

    /// <summary>Some may.</summary>
    /// <param name="Who">Users, groups, and managers of those it is for: level 1 to 4.</param>
    public sealed record By(EquatableArray<Subject> Who) : OnBehalf
    {
        public bool MayRequest { get; init; } = true;

        public bool MayExtend { get; init; } = true;

        public bool MayRemove { get; init; } = true;
    }
}
