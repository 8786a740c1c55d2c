using System.Text.RegularExpressions;

namespace Reconciler.Tests.Metadata;

/// <summary>Checks the options of a query: what they name must be there, and none may be asked of entitlement management that nobody documents (contract 1.3).</summary>
internal sealed partial class RequestQuery(GraphMetadata metadata)
{
    private static readonly string[] Words = ["eq", "ne", "gt", "ge", "lt", "le", "and", "or", "not", "in", "any", "all", "startswith", "endswith", "contains", "tolower", "true", "false", "null"];
    private static readonly string[] Undocumented = ["$orderby", "$search", "$skip", "$count", "$top"];

    public IEnumerable<string> Check(string query, MetadataMember target, bool isEntitlementManagement)
    {
        foreach (var option in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = option.Split('=', 2) is [var left, var right] ? (Uri.UnescapeDataString(left), Uri.UnescapeDataString(right)) : (option, "");
            var complaints = name switch
            {
                "$expand" => Expand(value, target.TypeName),
                "$select" => Select(value, target.TypeName),
                "$filter" => Filter(value, target.TypeName),
                "$skiptoken" => [],
                _ when Undocumented.Contains(name) => isEntitlementManagement ? [$"{name} is documented for nothing of entitlement management"] : [],
                _ => [$"no option is called '{name}'"],
            };
            foreach (var complaint in complaints)
            {
                yield return complaint;
            }
        }
    }

    private IEnumerable<string> Expand(string value, string typeName)
    {
        foreach (var item in Split(value, ','))
        {
            var (name, inner) = item.IndexOf('(') is > 0 and var at ? (item[..at], item[(at + 1)..^1]) : (item, "");
            if (metadata.Find(typeName)?.Members.GetValueOrDefault(name) is not { IsNavigation: true } member)
            {
                yield return $"'{typeName}' has no navigation '{name}' to expand";
                continue;
            }

            var complaints = Split(inner, ';').SelectMany(option => option.Split('=', 2) switch
            {
                ["$expand", var deeper] => Expand(deeper, member.TypeName),
                ["$select", var names] => Select(names, member.TypeName),
                _ => [$"'{option}' stands inside of $expand"],
            });
            foreach (var complaint in complaints)
            {
                yield return complaint;
            }
        }
    }

    private IEnumerable<string> Select(string value, string typeName) =>
        value.Split(',').Where(name => Property(typeName, name) is null).Select(name => $"'{typeName}' has no '{name}' to select");

    private IEnumerable<string> Filter(string value, string typeName)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        var bare = Literal().Replace(value, "''");
        foreach (Match lambda in Lambda().Matches(bare))
        {
            variables[lambda.Groups["variable"].Value] = Follow(lambda.Groups["path"].Value, typeName, variables)?.TypeName ?? "";
        }

        return Path().Matches(Lambda().Replace(bare, "")).Select(match => match.Value)
            .Where(path => !Words.Contains(path) && Follow(path, typeName, variables) is null)
            .Select(path => $"'{typeName}' has no '{path}' to filter by")
            .Concat(variables.Where(variable => variable.Value.Length == 0).Select(variable => $"'{typeName}' has no list that '{variable.Key}' could be of"));
    }

    private MetadataMember? Follow(string path, string typeName, Dictionary<string, string> variables)
    {
        var segments = path.Split('/');
        var here = new MetadataMember(variables.GetValueOrDefault(segments[0]) ?? typeName, IsCollection: false, IsNavigation: false, IsNullable: true);
        foreach (var segment in segments.Skip(variables.ContainsKey(segments[0]) ? 1 : 0))
        {
            if (metadata.Find(segment) is { } cast)
            {
                here = here with { TypeName = cast.Name };
            }
            else if (Property(here.TypeName, segment) is { } member)
            {
                here = member;
            }
            else
            {
                return null;
            }
        }

        return here;
    }

    // The service does not mind the case of a path (contract 1.1).
    private MetadataMember? Property(string typeName, string name) =>
        metadata.Find(typeName) is not { } type ? null
        : type.Members.FirstOrDefault(member => string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase)).Value
            ?? (type.IsOpen ? new MetadataMember("Edm.String", IsCollection: false, IsNavigation: false, IsNullable: true) : null);

    private static IEnumerable<string> Split(string text, char separator)
    {
        var (depth, start) = (0, 0);
        for (var index = 0; index <= text.Length; index++)
        {
            if (index == text.Length || (text[index] == separator && depth == 0))
            {
                if (index > start)
                {
                    yield return text[start..index];
                }

                start = index + 1;
                continue;
            }

            depth += text[index] switch { '(' => 1, ')' => -1, _ => 0 };
        }
    }

    [GeneratedRegex("'(?:[^']|'')*'")]
    private static partial Regex Literal();

    [GeneratedRegex(@"(?<path>[\w/.]+)/(?:any|all)\((?<variable>\w+):")]
    private static partial Regex Lambda();

    [GeneratedRegex(@"(?<![\w'])[A-Za-z_][\w/.]*")]
    private static partial Regex Path();
}
