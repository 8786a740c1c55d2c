namespace Reconciler.Benchmarks.Yardsticks;

/// <summary>The least that a program can do: it says hello. Published with the same settings as the tool.</summary>
internal static class HelloWorld
{
    private const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <SelfContained>true</SelfContained>
            <PublishReadyToRun>true</PublishReadyToRun>
            <PublishReadyToRunComposite>true</PublishReadyToRunComposite>
            <TieredPGO>false</TieredPGO>
            <EventSourceSupport>false</EventSourceSupport>
            <DynamicCodeSupport>false</DynamicCodeSupport>
          </PropertyGroup>
        </Project>
        """;

    public static Published Publish()
    {
        var folder = Path.Combine(Checkout.Artifacts, "hello-source");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "hello.csproj"), Project);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "System.Console.WriteLine(\"Hello, World!\");\n");

        // Nothing of this checkout's own settings.
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
        return Published.Of(folder, "hello");
    }
}
