using System.Collections.Immutable;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>Reads one entity by the table of its kind, and those in its lists.</summary>
internal sealed class EntityReader(Findings findings, TimeZoneInfo timeZone)
{
    /// <summary>Reads an entity; null where it can't be told which one is meant. Whatever else is wrong is found all the same.</summary>
    /// <param name="parent">The key of what it stands in; null for a document.</param>
    public ReadEntity? Read(EntityTable table, YamlNode.Mapping mapping, EntityKey? parent)
    {
        var noun = DocumentKinds.Noun(table);
        var keys = KeysOf(table, mapping, isDocument: parent is null);
        var trail = new Trail();
        var reader = new ShapeReader(findings, timeZone, trail);
        trail.Note("", mapping.Where);

        var header = (Header?)reader.Fields(table.Header, keys, new Header(), "", noun, WriteValue.OrTakeOut);
        var key = header is null ? null : KeyOf(table, header, parent);
        if (header is not null)
        {
            RefuseSettingsBeside(header.Ensure, table, keys);
        }

        // Without a key the settings are read for what is wrong in them alone.
        var blank = table.Blank(key ?? KeyOf(table, new Header { Name = "?", Catalog = "?" }, parent));
        var entity = Settings(table, keys, reader, blank);
        var children = table.Children.SelectMany(list => Children(list, keys, blank.Key, trail)).ToImmutableArray();
        return header is null || key is null
            ? null
            : new ReadEntity(
                table,
                new Declaration { Entity = entity, Ensure = header.Ensure, Id = header.Id.Length == 0 ? null : header.Id, Previously = header.Previously },
                keys.Find("name")?.Value.Where ?? mapping.Where,
                trail,
                children);
    }

    private static EntityKey KeyOf(EntityTable table, Header header, EntityKey? parent)
    {
        IEnumerable<string> path = parent is null ? [] : parent.Path;
        var names = new[] { header.Catalog, header.Name }.Where(name => name.Length > 0);
        return new EntityKey(table.Kind, (table.IsSingle ? [] : path.Concat(names)).ToEquatableArray());
    }

    private static Entity Settings(EntityTable table, Keys keys, ShapeReader reader, Entity blank)
    {
        object entity = blank;
        foreach (var field in table.Settings)
        {
            if (keys.ValueOf(field) is { } written && reader.Read(field.Shape, written, field.Key, Quote.Of(field.Key), WriteValue.OrLeave) is { } value)
            {
                entity = field.With(entity, value);
            }
        }

        return (Entity)entity;
    }

    private Keys KeysOf(EntityTable table, YamlNode.Mapping mapping, bool isDocument)
    {
        string[] known = [.. isDocument ? ["kind"] : Array.Empty<string>(), .. ShapeKeys.Of(table.Header), .. ShapeKeys.Of(table.Settings), .. table.Children.Select(list => list.Key)];

        // Without a name there is only one, and nobody can make or delete it.
        var neverHere = table.IsSingle
            ? Language.Tables.SelectMany(other => ShapeKeys.Of(other.Header)).Except(ShapeKeys.Of(table.Header)).ToHashSet(StringComparer.Ordinal)
            : [];
        foreach (var entry in mapping.Entries.Where(entry => neverHere.Contains(entry.Key.Text)))
        {
            findings.Add(LoadDiagnostics.CannotBeEnsured(entry.Key.Where, entry.Key.Text, table.Keyword));
        }

        var rest = mapping with { Entries = [.. mapping.Entries.Where(entry => !neverHere.Contains(entry.Key.Text))] };
        return Keys.Of(rest, known, table.Later, findings, key => Misplaced.Among(key, table.Settings, table.Children));
    }

    private void RefuseSettingsBeside(Ensure ensure, EntityTable table, Keys keys)
    {
        if (ensure == Ensure.Present)
        {
            return;
        }

        var word = ensure.ToString().ToLowerInvariant();
        foreach (var key in ShapeKeys.Of(table.Settings).Concat(table.Children.Select(list => list.Key)))
        {
            if (keys.Find(key) is { } entry)
            {
                findings.Add(LoadDiagnostics.StandsBesideEnsure(entry.Key.Where, key, word, ShapeKeys.Of(table.Header)));
            }
        }

        if (ensure == Ensure.Absent && table.Kind == EntityKind.Catalog && keys.Find("name")?.Value is YamlNode.Scalar name && Catalog.IsBuiltIn(name.Text))
        {
            findings.Add(LoadDiagnostics.BuiltInCatalog(name.Where));
        }
    }

    private IEnumerable<ReadEntity> Children(EntityList list, Keys keys, EntityKey parent, Trail trail)
    {
        if (keys.Find(list.Key) is not { } entry)
        {
            return [];
        }

        var table = Language.Of(list.Kind);
        trail.Note(list.Key, entry.Value.Where);
        switch (entry.Value)
        {
            case { IsNothing: true } nothing:
                findings.Add(LoadDiagnostics.EmptyValue(nothing.Where, Quote.Of(list.Key), WriteValue.Listed(list.Key)));
                return [];
            case YamlNode.Sequence { Items.IsEmpty: true } empty:
                findings.Add(LoadDiagnostics.EmptyEntityList(empty.Where, list.Key));
                return [];
            case YamlNode.Sequence sequence:
                return [.. sequence.Items.Select(item => Child(table, item, parent)).OfType<ReadEntity>()];
            case var other:
                findings.Add(LoadDiagnostics.WrongType(other, $"a list of {list.Key}", "Write a list such as `[ { name: … } ]`."));
                return [];
        }
    }

    private ReadEntity? Child(EntityTable table, YamlNode item, EntityKey parent)
    {
        if (item is YamlNode.Mapping mapping)
        {
            return Read(table, mapping, parent);
        }

        var noun = DocumentKinds.Noun(table);
        findings.Add(item.IsNothing
            ? LoadDiagnostics.EmptyValue(item.Where, $"this {noun}", WriteValue.Always)
            : LoadDiagnostics.WrongType(item, $"a mapping with `name`"));
        return null;
    }
}
