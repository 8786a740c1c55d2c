namespace Reconciler.Entitlements;

/// <summary>Where something was written: file, relative to the workspace; line and column, from 1; length in characters.</summary>
public sealed record SourceSpan(string File, int Line, int Column, int Length = 1)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}
