using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Graph.Writing;

/// <summary>Gives a new entity the table's default for every setting that its declaration leaves out.</summary>
internal static class Defaults
{
    public static T Fill<T>(T declared)
        where T : Entity =>
        Language.Of(declared.Key.Kind).Settings
            .Where(field => field.Default is not null && field.Get(declared) is null)
            .Aggregate(declared, (entity, field) => field.Default is { } value ? (T)field.With(entity, value) : entity);
}
