using System.Reflection;

namespace Reconciler.ContractTests.Knobs;

/// <summary>One test of the contract with its arguments; <paramref name="Row"/> counts the rows of a theory from 0.</summary>
internal sealed record ContractCase(MethodInfo Method, object?[] Arguments, int Row)
{
    public string Test => Method.Name;

    public override string ToString() => Arguments.Length == 0 ? Test : $"{Test}({string.Join(", ", Arguments)})";

    public Task RunAsync(TenantContract contract) =>
        Method.Invoke(contract, BindingFlags.DoNotWrapExceptions, null, Arguments, null) as Task ?? Task.CompletedTask;
}
