namespace Reconciler.Tests.Metadata;

/// <summary>Follows the path of a request through the metadata.</summary>
internal sealed class RequestPath(GraphMetadata metadata)
{
    /// <summary>What the path leads to; null, with the reason, where the metadata knows no such path.</summary>
    public Destination? Follow(string path, out string? why)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        why = null;
        if (segments.Length == 0 || !metadata.Roots.TryGetValue(Name(segments[0]), out var here))
        {
            why = $"nothing begins with '{segments.FirstOrDefault()}'";
            return null;
        }

        here = segments[0].Contains('(') ? here with { IsCollection = false } : here;
        for (var index = 1; index < segments.Length; index++)
        {
            var (segment, isLast) = (segments[index], index == segments.Length - 1);
            if (segment is "$ref" or "$count")
            {
                return isLast ? new Destination(here, segment == "$ref", Operation: null) : null;
            }

            if (metadata.Operation(Name(segment), here) is { } parameters)
            {
                return isLast ? new Destination(here, IsReference: false, parameters) : null;
            }

            if (here.IsCollection)
            {
                // Whatever is no operation on a collection is the id of one of it.
                here = here with { IsCollection = false };
            }
            else if (metadata.Find(here.TypeName)?.Members.GetValueOrDefault(Name(segment)) is { } member)
            {
                here = segment.Contains('(') ? member with { IsCollection = false } : member;
            }
            else
            {
                why = $"'{here.TypeName}' has no '{segment}'";
                return null;
            }
        }

        return new Destination(here, IsReference: false, Operation: null);
    }

    // An alternate key stands in parentheses: subjects(objectId='…').
    private static string Name(string segment) => segment.Split('(', 2)[0];
}

/// <summary>What a path leads to.</summary>
/// <param name="IsReference">Whether it is the link to it that is meant, by <c>$ref</c>.</param>
/// <param name="Operation">The parameters of the action or function that is called; null where none is.</param>
internal sealed record Destination(MetadataMember At, bool IsReference, IReadOnlyDictionary<string, MetadataMember>? Operation);
