using System.Runtime.InteropServices;

namespace Reconciler.Emulator.Behaving;

/// <summary>How often something happens: to a share of all requests, drawn from the seed, or to every n-th one.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Frequency
{
    public static readonly Frequency Never;

    /// <summary>0 to 1.</summary>
    public double Share { get; private init; }

    /// <summary>Each request whose number is a multiple of it; 0 where <see cref="Share"/> decides.</summary>
    public int Nth { get; private init; }

    public bool IsNever => Share <= 0 && Nth <= 0;

    public static Frequency Of(double share) =>
        share is >= 0 and <= 1 ? new() { Share = share } : throw new ArgumentOutOfRangeException(nameof(share), share, "A share is 0 to 1.");

    public static Frequency Every(int nth) =>
        nth >= 1 ? new() { Nth = nth } : throw new ArgumentOutOfRangeException(nameof(nth), nth, "Every n-th request, from 1.");
}
