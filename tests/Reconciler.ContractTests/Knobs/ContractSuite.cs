using System.Reflection;
using Xunit.Sdk;

namespace Reconciler.ContractTests.Knobs;

/// <summary>Every test of <see cref="TenantContract"/>, to be run under behaviours of which there are too many for a class each.</summary>
internal static class ContractSuite
{
    // A theory with more rows is about the settings or names of the language one by one. Which of them meets which knob hardly
    // matters: each knob gets one part of the rows, and all knobs together get each row several times.
    private const int ManyRows = 12;
    private const int Parts = 8;

    public static IReadOnlyList<ContractCase> Whole { get; } = [.. Tests().SelectMany(Cases)];

    /// <summary>Every test, of the large theories a part of the rows; the parts take turns.</summary>
    public static IEnumerable<ContractCase> Part(int turn)
    {
        var large = Whole.GroupBy(one => one.Method).Where(rows => rows.Count() > ManyRows).Select(rows => rows.Key).ToHashSet();
        return Whole.Where(one => !large.Contains(one.Method) || one.Row % Parts == turn % Parts);
    }

    private static IEnumerable<MethodInfo> Tests() =>
        typeof(TenantContract).GetMethods(BindingFlags.Public | BindingFlags.Instance).Where(method => method.IsDefined(typeof(FactAttribute)));

    private static IEnumerable<ContractCase> Cases(MethodInfo test) => test.IsDefined(typeof(TheoryAttribute))
        ? test.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(test)).Select((row, index) => new ContractCase(test, row, index))
        : [new ContractCase(test, [], 0)];
}
