using System.Reflection;
using System.Xml.Linq;
using Reconciler.Applying;
using Reconciler.Declarations;
using Reconciler.Emulator;
using Reconciler.Entitlements;
using Reconciler.Graph;
using Reconciler.Planning;

namespace Reconciler.UnitTests.Conventions;

public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Entitlements"] = [],
        ["Declarations"] = ["Entitlements"],
        ["Planning"] = ["Entitlements"],
        ["Graph"] = ["Entitlements"],
        ["Applying"] = ["Planning"],
        ["Emulator"] = [],
        ["Cli"] = ["Declarations", "Planning", "Applying", "Graph", "Emulator"],
    };

    [Fact]
    public void Projects_use_whom_they_may()
    {
        foreach (var (project, allowed) in MayUse)
        {
            Assert.Equal(allowed.Order(), References(project, "ProjectReference").Select(path => path.Split('.')[^2]).Order());
        }
    }

    [Fact]
    public void Each_package_is_known_to_one_project_alone()
    {
        var packages = MayUse.Keys.ToDictionary(project => project, project => References(project, "PackageReference").ToList());

        Assert.Equal(["YamlDotNet"], packages["Declarations"]);
        Assert.Equal(["Serilog", "Serilog.Sinks.Console", "Spectre.Console", "System.CommandLine"], packages["Cli"].Order());
        Assert.Equal(["Azure.Identity", "Polly.Core"], packages["Graph"].Order());
        Assert.All(["Entitlements", "Planning", "Applying", "Emulator"], project => Assert.Empty(packages[project]));
    }

    [Fact]
    public void Nothing_in_planning_is_asynchronous_or_knows_a_tenant_or_a_clock()
    {
        Type[] forbidden = [typeof(Task), typeof(ITenant), typeof(TimeProvider), typeof(CancellationToken), typeof(IRunStore)];

        Assert.Empty(UsedIn(typeof(Planner).Assembly).Where(use => forbidden.Any(f => f.IsAssignableFrom(use.Type))).Select(use => use.Place));
    }

    [Fact]
    public void Applying_sees_a_tenant_only_as_ITenant() =>
        Assert.DoesNotContain(typeof(ApplyEngine).Assembly.GetReferencedAssemblies(), a => a.Name is "Reconciler.Graph" or "Reconciler.Emulator" or "System.Net.Http");

    [Fact]
    public void Only_the_adapter_calls_http_and_only_the_emulator_answers_it()
    {
        Assembly[] others = [typeof(Entity).Assembly, typeof(DeclarationLoader).Assembly, typeof(Planner).Assembly, typeof(ApplyEngine).Assembly];

        Assert.All(others, assembly => Assert.DoesNotContain(assembly.GetReferencedAssemblies(), a => a.Name == "System.Net.Http"));
    }

    [Fact]
    public void The_emulator_knows_nothing_of_ours() =>
        Assert.DoesNotContain(typeof(EmulatedTenant).Assembly.GetReferencedAssemblies(), a => a.Name is { } name && name.StartsWith("Reconciler", StringComparison.Ordinal));

    [Fact]
    public void The_adapter_knows_nothing_of_the_emulator() =>
        Assert.DoesNotContain(typeof(GraphTenant).Assembly.GetReferencedAssemblies(), a => a.Name == "Reconciler.Emulator");

    [Fact]
    public void Only_the_program_touches_the_console() =>
        Assert.Equal(
            ["src/Reconciler.Cli/Program.cs"],
            Repository.Sources().Where(path => File.ReadAllText(path).Contains("Console.", StringComparison.Ordinal)
                && File.ReadLines(path).Any(line => System.Text.RegularExpressions.Regex.IsMatch(line, @"(?<![\w.])Console\.\w") && !line.Contains("namespace", StringComparison.Ordinal) && !line.StartsWith("using", StringComparison.Ordinal)))
                .Select(Repository.Shorten));

    private static IEnumerable<string> References(string project, string element) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", $"Reconciler.{project}", $"Reconciler.{project}.csproj"))
            .Descendants(element).Select(e => e.Attribute("Include")?.Value ?? "");

    private static IEnumerable<(string Place, Type Type)> UsedIn(Assembly assembly)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var type in assembly.GetTypes())
        {
            foreach (var method in type.GetMethods(All))
            {
                foreach (var used in method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType))
                {
                    yield return ($"{type.Name}.{method.Name}", used);
                }
            }

            foreach (var field in type.GetFields(All))
            {
                yield return ($"{type.Name}.{field.Name}", field.FieldType);
            }
        }
    }
}
