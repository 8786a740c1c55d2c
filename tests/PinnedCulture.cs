using System.Globalization;
using System.Runtime.CompilerServices;

namespace Reconciler.Tests;

/// <summary>Tests run under the culture that the program pins for itself.</summary>
internal static class PinnedCulture
{
    [ModuleInitializer]
    public static void Pin() => CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
}
