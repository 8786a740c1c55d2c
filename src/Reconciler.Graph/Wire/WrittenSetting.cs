using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>Writes what is written: a setting that is not written stays as the tenant has it.</summary>
internal static class WrittenSetting
{
    public static void Write<T>(this Setting<T> setting, Action<T> write)
        where T : notnull
    {
        if (setting.IsWritten)
        {
            write(setting.Value);
        }
    }
}
