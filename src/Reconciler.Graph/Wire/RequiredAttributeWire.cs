using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>An attribute that requestors of a resource have to fill in, as Graph writes it (contract 4.3).</summary>
internal static class RequiredAttributeWire
{
    private const string Name = "name";
    private const string Source = "source";
    private const string Question = "question";
    private const string AskedFor = "accessPackageResourceAttributeQuestion";
    private const string OnUser = "accessPackageUserDirectoryAttributeStore";
    private const string Destination = "destination";
    private const string Editable = "isEditable";
    private const string Persistent = "isPersistedOnAssignmentRemoval";

    /// <summary>The attribute; null where it is filled in otherwise than by a question, or stored elsewhere than on the user.</summary>
    public static RequiredAttribute? ToAttribute(WireValue attribute) =>
        attribute.Text(Name) is { } name && attribute[Source][Question] is { IsObject: true } question
        && attribute[Source].TypeName().Means(AskedFor) && attribute[Destination].TypeName().Means(OnUser)
            ? new RequiredAttribute
            {
                Name = name,
                Question = QuestionWire.ToQuestion(question),
                Editable = attribute.Flag(Editable),
                Persistent = attribute.Flag(Persistent),
            }
            : null;

    /// <summary>The wanted attributes in the place of those that there are words for; an attribute that stays keeps its question's id.</summary>
    public static JsonArray Overlay(IReadOnlyList<JsonObject> there, EquatableArray<RequiredAttribute> wanted)
    {
        var known = there.Where(one => ToAttribute(one) is not null).ToList();
        var attributes = wanted.Select((attribute, index) => Overlay(known.Find(one => one.Text(Name).Means(attribute.Name)), attribute, index));
        return new JsonArray([.. attributes, .. there.Except(known).Select(other => other.DeepClone())]);
    }

    private static JsonObject Overlay(JsonObject? there, RequiredAttribute wanted, int index)
    {
        var attribute = there?.DeepClone() as JsonObject
            ?? new JsonObject { [Name] = wanted.Name, [Destination] = WireJson.Typed(OnUser), [Source] = WireJson.Typed(AskedFor) };
        attribute[Editable] = wanted.Editable;
        attribute[Persistent] = wanted.Persistent;
        var source = attribute.Ensure(Source);
        var asked = source[Question] as JsonObject;
        source[Question] = QuestionWire.Overlay(
            asked is not null && AnswerWire.Fits(asked, wanted.Question.Answer) ? asked : null, wanted.Question, QuestionWire.SequenceOf(asked) ?? index);
        return attribute;
    }
}
