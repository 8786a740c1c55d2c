using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>Tells by <c>only</c> whether a declaration is meant for the tenant. It is read as it stands: what it leaves out may have variables that are not defined here.</summary>
internal sealed class OnlyReader(TenantContext context, Findings findings)
{
    public const string Key = "only";

    private static readonly Shape Shape = Language.Documents[0].Fields.First(field => field.Key == Key).Shape;

    public bool IsHere(YamlNode.Mapping mapping)
    {
        if (mapping.Find(Key) is not YamlNode.Sequence written
            || new ShapeReader(findings, context.TimeZone, new Trail()).Read(Shape, written, TrailPath.NewRoot(), Whose.Key(Key), WriteValue.OrTakeOut) is not EquatableArray<string> names)
        {
            // What else is wrong with it is told where the declaration is read.
            return true;
        }

        foreach (var (name, item) in names.Zip(written.Items).Where(pair => !context.Tenants.Contains(pair.First)))
        {
            findings.Add(LoadDiagnostics.UnknownTenant(item.Where, name, context.Tenants));
        }

        return context.Tenant is null || names.Contains(context.Tenant);
    }
}
