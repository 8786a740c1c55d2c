namespace Reconciler.Cli.Commands;

/// <summary>What <c>plan</c> is told.</summary>
internal sealed record PlanArguments(WorkspaceArguments Workspace, bool DetailedExitCode, bool NoRemovals);
