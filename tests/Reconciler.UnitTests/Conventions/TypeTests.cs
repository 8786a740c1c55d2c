using System.Reflection;
using System.Text.RegularExpressions;
using Reconciler.Applying;
using Reconciler.Declarations;
using Reconciler.Emulator;
using Reconciler.Entitlements;
using Reconciler.Graph;
using Reconciler.Planning;

namespace Reconciler.UnitTests.Conventions;

public sealed class TypeTests
{
    private static readonly Assembly[] Ours =
    [
        typeof(Entity).Assembly, typeof(DeclarationLoader).Assembly, typeof(Planner).Assembly, typeof(ApplyEngine).Assembly, typeof(GraphTenant).Assembly,
        typeof(EmulatedTenant).Assembly,
    ];

    [Fact]
    public void Classes_are_sealed_unless_they_are_made_to_be_extended() =>
        Assert.Empty(Types().Where(type => type is { IsClass: true, IsAbstract: false, IsSealed: false }).Select(type => type.FullName));

    [Fact]
    public void Nothing_that_is_compared_or_applied_can_be_changed_after_it_was_made()
    {
        Assembly[] immutable = [typeof(Entity).Assembly, typeof(Planner).Assembly, typeof(ApplyEngine).Assembly];
        var settable = from type in immutable.SelectMany(a => a.GetTypes())
                       where !type.Name.Contains('<', StringComparison.Ordinal)
                       from property in type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                       where property.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
                       select $"{type.Name}.{property.Name}";

        Assert.Empty(settable);
    }

    [Fact]
    public void Every_public_type_says_what_it_is()
    {
        var silent = from path in Repository.Sources()
                     let lines = File.ReadAllLines(path)
                     from i in Enumerable.Range(0, lines.Length)
                     where Regex.IsMatch(lines[i], @"^public .*\b(class|record|struct|interface|enum)\b")
                     let above = lines.Take(i).Reverse().SkipWhile(line => line.StartsWith('[') || line.StartsWith("///", StringComparison.Ordinal) && !line.Contains("summary", StringComparison.Ordinal))
                     where !above.FirstOrDefault("").Contains("</summary>", StringComparison.Ordinal)
                     select $"{Repository.Shorten(path)}:{i + 1}";

        Assert.Empty(silent);
    }

    [Fact]
    public void Nobody_tells_the_compiler_that_a_null_is_none() =>
        Assert.Empty(
            from path in Repository.Sources()
            let lines = File.ReadAllLines(path)
            from i in Enumerable.Range(0, lines.Length)
            where Regex.IsMatch(Regex.Replace(lines[i], "\"(\\\\.|[^\"\\\\])*\"", ""), @"[\w\)\]>]!(\.|;|,|\)|\[)") && !lines[i].TrimStart().StartsWith("//", StringComparison.Ordinal)
            select $"{Repository.Shorten(path)}:{i + 1}: {lines[i].Trim()}");

    [Fact]
    public void Suppressions_are_counted_so_that_adding_one_is_a_decision()
    {
        // Program.cs: the one place for console, clock and environment, and the program's one catch.
        const int Accepted = 2;

        Assert.Equal(Accepted, Repository.Sources().Sum(path => File.ReadLines(path).Count(line =>
            line.Contains("#pragma warning disable", StringComparison.Ordinal) || line.Contains("SuppressMessage(", StringComparison.Ordinal))));
    }

    [Fact]
    public void Methods_that_go_outside_end_in_Async_and_no_other_does()
    {
        var misnamed = from type in Types()
                       from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                       where !method.IsSpecialName && !method.Name.Contains('<', StringComparison.Ordinal)
                       let waits = typeof(Task).IsAssignableFrom(method.ReturnType) || method.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal)
                           || method.ReturnType.Name.StartsWith("IAsyncEnumerable", StringComparison.Ordinal)
                       where waits != method.Name.EndsWith("Async", StringComparison.Ordinal)
                       select $"{type.Name}.{method.Name}";

        Assert.Empty(misnamed);
    }

    private static IEnumerable<Type> Types() =>
        Ours.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.Name.Contains('<', StringComparison.Ordinal) && type.Namespace?.StartsWith("Reconciler", StringComparison.Ordinal) == true
                && type.DeclaringType?.Name.Contains('<', StringComparison.Ordinal) != true);
}
