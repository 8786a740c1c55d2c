using System.Collections.Immutable;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>Reads one mapping, in which nothing is left to replace, by the table of its kind. What is in its lists is read by others.</summary>
internal sealed class DeclarationReader(Findings findings, TimeZoneInfo timeZone, Trail trail)
{
    private readonly ShapeReader _shapes = new(findings, timeZone, trail);

    /// <summary>Reads a declaration. Whatever else is wrong is found even where it can't be told which entity is meant.</summary>
    /// <param name="parent">The key of what it stands in; null for a document.</param>
    public WrittenDeclaration Read(EntityTable table, YamlNode.Mapping mapping, EntityKey? parent)
    {
        trail.Note(trail.Root, mapping.Where);
        var keys = KeysOf(table, mapping, isDocument: parent is null);
        var header = (Header?)_shapes.Fields(table.Header, keys, new Header(), trail.Root, DocumentKinds.Noun(table.Keyword), WriteValue.OrTakeOut);
        var key = header is null ? null : KeyOf(table, header, parent);
        if (header is not null)
        {
            RefuseSettingsBeside(header.Ensure, table, keys, key);
            RefuseAlias(header, table, keys);
        }

        // Without a key the settings are read for what is wrong in them alone.
        var blank = table.Blank(key ?? KeyOf(table, new Header { Name = "?", Catalog = "?" }, parent));
        var entity = Settings(table, keys, blank, told: header is null ? table.NameKey : null);
        return new WrittenDeclaration(header is null ? null : DeclarationOf(header, entity), blank.Key, keys);
    }

    /// <summary>Reads a mapping that has settings and nothing else, for what is wrong in it.</summary>
    public void ReadSettings(EntityTable table, YamlNode.Mapping mapping, EntityKey key) =>
        Settings(table, Keys.Of(mapping, TableKeys.Of(table).Settings, table.Later, findings, k => Misplaced.Among(k, table.Settings, [])), table.Blank(key), told: null);

    public static EntityKey KeyOf(EntityTable table, Header header, EntityKey? parent)
    {
        IEnumerable<string> path = parent is null ? [] : parent.Path;
        var names = new[] { header.Catalog, header.Alias.Length > 0 ? header.Alias : header.Name }.Where(name => name.Length > 0);
        return new EntityKey(table.Kind, (table.IsSingle ? [] : path.Concat(names)).ToEquatableArray());
    }

    private static Declaration DeclarationOf(Header header, Entity entity) => new()
    {
        Entity = entity,
        Ensure = header.Ensure,
        Id = header.Id.Length == 0 ? null : header.Id,
        DisplayName = header.Alias.Length == 0 ? null : header.Name,
        Previously = header.Previously,
        Protect = header.Protect,
        Prune = header.Prune,
        Drain = header.Drain,
        Labels = header.Labels,
    };

    /// <summary>Reads the settings into an entity; one that is wrong is told and left out.</summary>
    /// <param name="told">A key of which the header told what is wrong, so that a setting that reads it too would tell it twice; null where there is none.</param>
    private Entity Settings(EntityTable table, Keys keys, Entity blank, string? told)
    {
        object entity = blank;
        RefuseAlternatives(table, keys);
        foreach (var field in table.Settings)
        {
            if (keys.ValueOf(field) is not { } written || (told is not null && ShapeKeys.Of(field).Contains(told)))
            {
                continue;
            }

            if (GivesBack(field, written))
            {
                findings.Add(LoadDiagnostics.NothingToGiveBack(written.Where, field.Key));
            }
            else if (_shapes.Read(field.Shape, written, trail.Root.Then(field.Key), Whose.Key(field.Key), WriteValue.OrLeave) is { } value)
            {
                entity = field.With(entity, value);
            }
        }

        return (Entity)entity;
    }

    /// <summary>Whether a value is the word that gives back what a template set. Where text can stand, the word is text.</summary>
    private static bool GivesBack(Field field, YamlNode value) => field.Shape is not Shape.Text && value is YamlNode.Scalar { IsQuoted: false, Text: TemplateYaml.GiveBack };

    /// <summary>Of settings that stand for one need, such as who gets in, one can be written.</summary>
    private void RefuseAlternatives(EntityTable table, Keys keys)
    {
        foreach (var needed in table.NeededToCreate.Where(needed => needed.Length > 1))
        {
            if (needed.Select(keys.Find).OfType<YamlEntry>().ToArray() is [var first, var second, ..])
            {
                findings.Add(LoadDiagnostics.KeysExclude(second.Key.Where, second.Key.Text, first.Key.Text));
            }
        }
    }

    private Keys KeysOf(EntityTable table, YamlNode.Mapping mapping, bool isDocument)
    {
        var known = TableKeys.Of(table);
        return Keys.Of(known.Never.IsEmpty ? mapping : Without(known.Never, mapping, table), isDocument ? known.Document : known.Item, table.Later, findings, key => Misplaced.Among(key, table.Settings, table.Children));
    }

    private YamlNode.Mapping Without(ImmutableArray<string> never, YamlNode.Mapping mapping, EntityTable table)
    {
        foreach (var entry in mapping.Entries.Where(entry => never.Contains(entry.Key.Text)))
        {
            findings.Add(LoadDiagnostics.CannotBeEnsured(entry.Key.Where, entry.Key.Text, table.Keyword));
        }

        return mapping with { Entries = [.. mapping.Entries.Where(entry => !never.Contains(entry.Key.Text))] };
    }

    /// <summary>An alias is for what its name does not tell from others.</summary>
    private void RefuseAlias(Header header, EntityTable table, Keys keys)
    {
        if (header.Alias.Length == 0 || keys.Find(ShapeKeys.Alias) is not { } alias)
        {
            return;
        }

        if (header.Id.Length == 0)
        {
            findings.Add(LoadDiagnostics.AliasWithoutId(alias.Key.Where, header.Alias));
        }

        if (NameComparer.Instance.Equals(header.Alias, header.Name))
        {
            findings.Add(LoadDiagnostics.AliasRefused(alias.Value.Where, header.Alias, isOfTheBuiltIn: false));
        }
        else if (table.Kind == EntityKind.Catalog && Catalog.IsBuiltIn(header.Alias))
        {
            findings.Add(LoadDiagnostics.AliasRefused(alias.Value.Where, header.Alias, isOfTheBuiltIn: true));
        }
    }

    private void RefuseSettingsBeside(Ensure ensure, EntityTable table, Keys keys, EntityKey? key)
    {
        if (ensure == Ensure.Present)
        {
            return;
        }

        var word = ensure.ToString().ToLowerInvariant();
        foreach (var setting in TableKeys.Of(table).Settings.Concat(table.Children.Select(list => list.Key)))
        {
            if (keys.Find(setting) is { } entry)
            {
                findings.Add(LoadDiagnostics.StandsBesideEnsure(entry.Key.Where, setting, word, TableKeys.Of(table).Header));
            }
        }

        if (ensure == Ensure.Absent && key is { Kind: EntityKind.Catalog } && Catalog.IsBuiltIn(key.Name) && keys.Find(table.NameKey) is { } name)
        {
            findings.Add(LoadDiagnostics.BuiltInCatalog(name.Value.Where));
        }
    }
}
