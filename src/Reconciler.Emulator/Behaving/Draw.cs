using System.Runtime.InteropServices;

namespace Reconciler.Emulator.Behaving;

/// <summary>The luck of one request: it follows from the seed and the number of the request, and is another one for each purpose.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Draw(int Seed, long Number)
{
    public bool Meets(Frequency frequency, int purpose) =>
        frequency.Nth > 0 ? Number % frequency.Nth == 0 : frequency.Share > 0 && (frequency.Share >= 1 || Of(purpose) < frequency.Share);

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double Of(int purpose)
    {
        const int Kept = 53;

        // SplitMix64, whose neighbouring inputs give unrelated results.
        var mixed = Mixed(Mixed(((ulong)(uint)Seed << 32) | (uint)purpose) + (ulong)Number);
        return (mixed >> (64 - Kept)) / (double)(1UL << Kept);
    }

    private static ulong Mixed(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
