using System.CommandLine;
using System.Reflection;
using Reconciler.Applying;
using Reconciler.Cli.Commands;
using Reconciler.Cli.Completion;
using Reconciler.Cli.Output;

namespace Reconciler.Cli;

/// <summary>The command line: what can be said to the tool, and which command it is said to.</summary>
public static class CommandLine
{
    /// <summary>Runs one command. Never throws for what a user, a file or a tenant did.</summary>
    public static async Task<int> RunAsync(string[] args, CliIo io)
    {
        // Scripts ask it to see whether the tool is there: no command has to be known for the answer.
        if (args is ["--version"])
        {
            await io.Out.WriteLineAsync(typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion);
            return (int)ExitCode.Ok;
        }

        var parsed = Root(io).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            // Wrong usage is an error of ours with a code of its own; the library would return 1, which means a bug.
            try
            {
                LinePrinter.Print(
                    [.. DiagnosticText.Lines(UsageErrors.Of(parsed), new Dictionary<string, string>())],
                    io with { Out = io.Error, OutIsTerminal = io.ErrorIsTerminal });
            }
            catch (Exception lost) when (lost is IOException or UnauthorizedAccessException)
            {
                // Nobody can be told, and the exit code says it.
            }

            return (int)ExitCode.Invalid;
        }

        var configuration = new InvocationConfiguration
        {
            Output = io.Out,
            Error = io.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return await parsed.InvokeAsync(configuration, io.Abort);
    }

    private static RootCommand Root(CliIo io)
    {
        var common = new CommonOptions();
        var (init, validate, plan, apply, export) = (Init(io), Validate(io, common), Plan(io, common), Apply(io, common), Export(io, common));
        var permissions = Permissions(io, common);
        var (emulate, schema) = (EmulateOptions.Command(io, common), Schema(io, common));
        var completion = CompletionCommand.Printing(io);
        var root = new RootCommand("Runs Microsoft Entra entitlement management from policy files in Git.") { init, validate, plan, apply, export, permissions, emulate, schema, completion };
        root.Add(CompletionCommand.Answering(io, root, common));
        common.AddTo(root);
        Help.AddExamples(
            root,
            new Dictionary<Command, string>
            {
                [root] = "reconciler plan policies-example",
                [init] = "reconciler init my-policies",
                [validate] = "reconciler validate my-policies",
                [plan] = "reconciler plan my-policies --out plan.md --out plan.json",
                [apply] = "reconciler apply my-policies --yes",
                [export] = "reconciler export my-policies --catalog Finance --templates",
                [permissions] = "reconciler permissions my-policies --tenant contoso --for apply",
                [emulate] = "reconciler emulate --tls --state tenant.json --seed my-policies/directory.yaml",
                [schema] = "reconciler schema policy-file --out policy-file.schema.json",
                [completion] = CompletionScripts.Installing,
            },
            io.Width);
        return root;
    }

    private static Command Init(CliIo io)
    {
        var folder = CommonOptions.Folder("The folder to make it in; this one if left out.");
        var command = new Command("init", "Makes a first workspace, with an embedded tenant to try it on.") { folder };
        command.SetAction(parsed => (int)InitCommand.Run(Path.GetFullPath(parsed.GetValue(folder) ?? ".", io.Folder), io));
        return command;
    }

    private static Command Validate(CliIo io, CommonOptions common) => common.On(
        new Command("validate", "Checks the policy files by themselves. No network, no credentials."),
        io,
        (workspace, _, shown) => Task.FromResult(ValidateCommand.Run(workspace, shown)));

    private static Command Plan(CliIo io, CommonOptions common)
    {
        var detailed = new Option<bool>("--detailed-exitcode") { Description = "Exit with 2 when there is something to change." };
        var noRemovals = NoRemovals();
        var command = new Command("plan", "Shows what would change. Writes to no tenant.") { detailed, noRemovals };
        return common.OnTenant(command, io, (workspace, parsed, shown) =>
            PlanCommand.RunAsync(new PlanArguments(workspace, parsed.GetValue(detailed), parsed.GetValue(noRemovals)), shown));
    }

    private static Command Apply(CliIo io, CommonOptions common)
    {
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask. Needed where there is no terminal." };
        var noRemovals = NoRemovals();
        var allow = new Option<string[]>("--allow")
        {
            Description = $"Allow what is refused as a rule: {ApplyOptions.LoseVerifiedId}, a change of a policy that may drop its Verified ID requirement.",
            HelpName = "WHAT",
            DefaultValueFactory = _ => [],
        };
        allow.TakesOnly(ApplyOptions.LoseVerifiedId);
        var command = new Command("apply", "Plans, asks, changes the tenant, and plans again to see that nothing is left.") { yes, noRemovals, allow };
        return common.OnTenant(command, io, (workspace, parsed, shown) =>
            ApplyCommand.RunAsync(new ApplyArguments(workspace, parsed.GetValue(yes), parsed.GetValue(noRemovals)) { Allowed = parsed.GetValue(allow) ?? [] }, shown));
    }

    private static Command Export(CliIo io, CommonOptions common)
    {
        var catalogs = new Option<string[]>("--catalog")
        {
            Description = "Only this catalog, with all that is in it. Can be given several times.",
            HelpName = "NAME",
            DefaultValueFactory = _ => [],
        };
        var templates = new Option<bool>("--templates") { Description = "Write policies that are equal but for principals and times as a template." };
        var command = new Command("export", "Writes what the tenant has, and the workspace does not declare yet, as policy files. Writes to no tenant.") { catalogs, templates };
        return common.OnTenant(command, io, (workspace, parsed, shown) =>
            ExportCommand.RunAsync(new ExportArguments(workspace, parsed.GetValue(catalogs) ?? [], parsed.GetValue(templates)), shown));
    }

    private static Command Permissions(CliIo io, CommonOptions common)
    {
        var only = new Option<string?>("--for") { Description = "Only what this command needs: plan or apply.", HelpName = "plan|apply" };
        only.TakesOnly("plan", "apply");
        var offline = new Option<bool>("--offline") { Description = "Ask no tenant which of them are there." };
        var command = new Command("permissions", "Says which grants of Microsoft Graph the files need, and which are there. Writes to no tenant.") { only, offline };
        return common.OnTenant(command, io, (workspace, parsed, shown) =>
            PermissionsCommand.RunAsync(new PermissionsArguments(workspace, parsed.GetValue(only), parsed.GetValue(offline)), shown));
    }

    private static Command Schema(CliIo io, CommonOptions common)
    {
        var what = new Argument<string>("what")
        {
            Description = "policy-file or workspace for a JSON Schema, reference for the language in Markdown; policy-file if left out.",
            DefaultValueFactory = _ => SchemaCommand.Printed.Keys.First(),
        };
        what.AcceptOnlyFromAmong([.. SchemaCommand.Printed.Keys]);
        var command = new Command("schema", "Prints the JSON Schemas of the language, for editors, or its reference.") { what };
        command.SetAction(parsed => (int)SchemaCommand.Run(parsed.GetValue(what) ?? "", common.Files(parsed), io));
        return command;
    }

    private static Option<bool> NoRemovals() => new("--no-removals") { Description = "Delete nothing and take nothing out of any list." };
}
