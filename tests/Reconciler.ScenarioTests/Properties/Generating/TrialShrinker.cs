using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>Makes a case smaller: fewer steps, entities and settings, then shorter values.</summary>
internal static class TrialShrinker
{
    public static IEnumerable<Trial> Shrink(Trial trial) => Candidates(trial).Select(candidate => candidate.Repaired()).Where(candidate => candidate != trial);

    private static IEnumerable<Trial> Candidates(Trial trial)
    {
        if (!trial.Before.Declarations.IsEmpty)
        {
            yield return trial with { Before = DeclaredWorkspace.Empty };
        }

        foreach (var fewer in Without(trial.Messes))
        {
            yield return trial with { Messes = fewer };
        }

        foreach (var fewer in Without(trial.Now.Declarations))
        {
            yield return trial with { Now = trial.Now with { Declarations = fewer } };
        }

        foreach (var fewer in Without(trial.Before.Declarations))
        {
            yield return trial with { Before = trial.Before with { Declarations = fewer } };
        }

        foreach (var fewer in Without(trial.Now.Ignores))
        {
            yield return trial with { Now = trial.Now with { Ignores = fewer } };
        }

        foreach (var fewer in trial.Now.Ignores.Where(i => i.Fields.Count > 1).SelectMany(i => i.Fields.Select(field => (i, field))))
        {
            var kept = fewer.i with { Fields = fewer.i.Fields.Where(f => f != fewer.field).ToEquatableArray() };
            yield return trial with { Now = trial.Now with { Ignores = trial.Now.Ignores.Select(i => i == fewer.i ? kept : i).ToEquatableArray() } };
        }

        if (!trial.Now.Waivers.IsEmpty)
        {
            yield return trial with { Now = trial.Now with { Waivers = [] } };
        }

        if (trial.Now.Scope is not null)
        {
            yield return trial with { Now = trial.Now with { Scope = null } };
        }

        foreach (var simpler in Simpler(trial))
        {
            yield return simpler;
        }

        foreach (var smaller in Smaller(trial.Now.Declarations))
        {
            yield return trial with { Now = trial.Now with { Declarations = smaller } };
        }

        foreach (var smaller in Smaller(trial.Before.Declarations))
        {
            yield return trial with { Before = trial.Before with { Declarations = smaller } };
        }
    }

    private static IEnumerable<Trial> Simpler(Trial trial)
    {
        if (trial.PageSize != 100)
        {
            yield return trial with { PageSize = 100 };
        }

        if (trial.BindingsAreLost)
        {
            yield return trial with { BindingsAreLost = false };
        }

        if (trial.Before.Style != 0)
        {
            yield return trial with { Before = trial.Before with { Style = 0 } };
        }

        if (trial.Now.Style != 0)
        {
            yield return trial with { Now = trial.Now with { Style = 0 } };
        }

        if (trial.Now.DeletesAllowed == 0)
        {
            yield return trial with { Now = trial.Now with { DeletesAllowed = 1000 } };
        }

        for (var cut = 0; cut < trial.Cut; cut++)
        {
            yield return trial with { Cut = cut };
        }

        foreach (var (mess, index) in trial.Messes.Select((mess, index) => (mess, index)).Where(pair => pair.mess.With > 0))
        {
            yield return trial with { Messes = trial.Messes.Select((m, i) => i == index ? m with { With = mess.With / 2 } : m).ToEquatableArray() };
        }
    }

    private static IEnumerable<EquatableArray<T>> Without<T>(EquatableArray<T> all) =>
        Enumerable.Range(0, all.Count).Select(gone => all.Where((_, i) => i != gone).ToEquatableArray());

    private static IEnumerable<EquatableArray<Declaration>> Smaller(EquatableArray<Declaration> all) =>
        Enumerable.Range(0, all.Count).SelectMany(at => Smaller(all[at]).Select(small => all.Select((d, i) => i == at ? small : d).ToEquatableArray()));

    private static IEnumerable<Declaration> Smaller(Declaration declaration)
    {
        if (declaration is { Protect.IsWritten: true } or { Prune: true } or { Drain: true } or { Labels.IsEmpty: false })
        {
            yield return declaration with { Protect = default, Prune = false, Drain = false, Labels = [] };
        }

        if (declaration.Ensure == Ensure.Elsewhere)
        {
            yield return declaration with { Ensure = Ensure.Present };
        }

        if (!declaration.Previously.IsEmpty)
        {
            yield return declaration with { Previously = [] };
        }

        var settings = Language.Of(declaration.Key.Kind).Settings;
        foreach (var field in settings.Where(field => field.Get(declaration.Entity) is not null))
        {
            yield return declaration with { Entity = declaration.Entity.Without(field.Key) };
        }

        foreach (var entity in Members(settings, declaration.Entity))
        {
            yield return declaration with { Entity = (Entity)entity };
        }
    }

    private static IEnumerable<object> Members(IEnumerable<Field> fields, object owner) =>
        (from field in fields where field.Get(owner) is not null && owner is not Entity let without = field.Without where without is not null select without(owner)).Concat(
        from field in fields
        let value = field.Get(owner)
        where value is not null
        from smaller in Smaller(field.Shape, value)
        select field.With(owner, smaller));

    private static IEnumerable<object> Smaller(Shape shape, object value) => shape switch
    {
        Shape.Text { MayBeEmpty: true } => value is "" or "x" ? [] : ["", "x", .. Halves((string)value)],
        Shape.ListOf list => Lists(list, value),
        Shape.MapOf map => Enumerable.Range(0, map.Unpack(value).Length).Select(i => map.Pack(map.Unpack(value).RemoveAt(i)))
            .Concat(Enumerable.Range(0, map.Unpack(value).Length).SelectMany(i => Smaller(map.Item, map.Unpack(value)[i]).Select(small => map.Pack(map.Unpack(value).SetItem(i, small))))),
        Shape.Group group => Members(group.Fields, value),
        Shape.Union union when union.FormOf(value) is ({ } form, { } inner) =>
            union.Forms.Where(f => f.Shape is Shape.Choice && f != form).SelectMany(f => ((Shape.Choice)f.Shape).Words.Select(w => f.Wrap(w.Value)))
                .Concat(Smaller(form.Shape, inner).Select(form.Wrap)),
        _ => [],
    };

    private static IEnumerable<object> Halves(string text)
    {
        var half = text.Length / 2;
        half -= half > 0 && char.IsHighSurrogate(text[half - 1]) ? 1 : 0;
        return half == 0 ? [] : [text[..half], text[half..]];
    }

    private static IEnumerable<object> Lists(Shape.ListOf list, object value)
    {
        var items = list.Unpack(value);
        var fewer = items.Length <= list.Fewest ? [] : Enumerable.Range(0, items.Length).Select(i => list.Pack(items.RemoveAt(i)));
        var smaller = Enumerable.Range(0, items.Length)
            .SelectMany(i => Smaller(list.Item, items[i]).Where(s => !list.IsSet || !items.Contains(s)).Select(s => list.Pack(items.SetItem(i, s))));
        return fewer.Concat(smaller);
    }
}
