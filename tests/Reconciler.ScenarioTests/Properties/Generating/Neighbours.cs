using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>What is declared now and what was declared before: all that a declaration can name.</summary>
internal sealed class Neighbours(Dictionary<EntityKey, Declaration> now, Dictionary<EntityKey, Declaration> was)
{
    public IEnumerable<Declaration> Now => now.Values;

    public IEnumerable<Declaration> Was => was.Values;

    public Declaration? Declared(EntityKey key) => now.GetValueOrDefault(key);

    public Declaration? Present(EntityKey key) => now.GetValueOrDefault(key) is { Ensure: Ensure.Present } declared ? declared : null;

    /// <summary>As it was declared before, under this name or under one that it had.</summary>
    public Declaration? Formerly(Declaration declaration) =>
        was.GetValueOrDefault(declaration.Key)
        ?? FormerKeys(declaration.Key).Concat(declaration.Previously.Select(declaration.Key.Named)).Select(key => was.GetValueOrDefault(key)).FirstOrDefault(d => d is not null);

    public bool WasThere(EntityKey key) => was.ContainsKey(key);

    public void Remove(EntityKey key) => now.Remove(key);

    public void Replace(Declaration declaration) => now[declaration.Key] = declaration;

    /// <summary>The keys under which it was found when what it lives in had other names.</summary>
    private IEnumerable<EntityKey> FormerKeys(EntityKey key)
    {
        if (key.Parent is not { } parent || now.GetValueOrDefault(parent) is not { } inside)
        {
            return [];
        }

        return inside.Previously.Select(parent.Named).Concat(FormerKeys(parent)).Select(place => key with { Path = [.. place.Path, key.Name] });
    }
}
