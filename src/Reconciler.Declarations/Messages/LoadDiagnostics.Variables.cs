using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Messages;

/// <summary>Here: what is about variables and parameters, RCN031 to RCN039.</summary>
internal static partial class LoadDiagnostics
{
    public static Diagnostic UndefinedVariable(SourceSpan where, string name, string? tenant, IEnumerable<string> known) =>
        new("RCN031", Severity.Error, where,
            $"The variable {Quote.Of(name)} is not defined{(tenant is null ? "" : $" for the tenant {Quote.Of(tenant)}")}{Quote.DidYouMean(Nearest.To(name, known))}",
            tenant is null ? "Variables are defined below a tenant in reconciler.yaml, and there is none." : $"Define it below `variables:` of {Quote.Of(tenant)} in reconciler.yaml, or write the value out.");

    public static Diagnostic UnknownReference(SourceSpan where, string text, bool isInTemplate) =>
        new("RCN032", Severity.Error, where, $"{Quote.Of(text)} stands for nothing.",
            $"Write `$(var.name)` for a variable{(isInTemplate ? ", `$(param.name)` for a parameter" : "")}, or `$$(` for a literal `$(`.");

    public static Diagnostic NotWithinText(SourceSpan where, string reference, YamlNode value) =>
        new("RCN033", Severity.Error, where, $"{Quote.Of(reference)} stands for {Words(value)} (at {value.Where}), which can't be part of a text.",
            "Let it be the whole value, or refer to a text.");

    public static Diagnostic VariableInVariable(SourceSpan where, string text) =>
        new("RCN034", Severity.Error, where, $"{Quote.Of(text)} stands in a variable's value, where nothing is replaced.",
            "Write the value out, share it by an anchor and an alias, or write `$$(` for a literal `$(`.");

    public static Diagnostic TooMuchExpanded(SourceSpan where) =>
        new("RCN035", Severity.Error, where,
            $"Variables, parameters and templates bring more than {YamlLimits.ExpandedValues:N0} values or {YamlLimits.Bytes:N0} characters into this file.",
            "Split the file, or use smaller variables; what they stand for from here on was not looked at.");

    public static Diagnostic ParameterOutside(SourceSpan where, string reference) =>
        new("RCN036", Severity.Error, where, $"{Quote.Of(reference)} stands outside of a template.", "Only a template's policy has parameters; use a variable of the tenant, `$(var.name)`, or write the value out.");

    public static Diagnostic UndefinedParameter(SourceSpan where, string name, string template, IEnumerable<string> known) =>
        new("RCN037", Severity.Error, where, $"The template {Quote.Of(template)} has no parameter {Quote.Of(name)}{Quote.DidYouMean(Nearest.To(name, known))}",
            "List it in the template's `parameters:`, or write the value out.");

    public static Diagnostic NameRefused(SourceSpan where, string what, string name) =>
        new("RCN038", Severity.Error, where, $"{Quote.Of(name)} can't be the name of a {what}.", "Use letters, digits, `-` and `_`, beginning with a letter: at most 64.");
}
