using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>How a question is answered, as Graph writes it: the question's type and what goes with it (contract 7.5).</summary>
internal static class AnswerWire
{
    private const string Written = "accessPackageTextInputQuestion";
    private const string Picked = "accessPackageMultipleChoiceQuestion";
    private const string Pattern = "regexPattern";
    private const string IsShort = "isSingleLineQuestion";
    public const string Choices = "choices";
    private const string Several = "isMultipleSelectionAllowed";
    private const string Value = "actualValue";

    public static Answer ToAnswer(WireValue question) => question.TypeName() switch
    {
        var type when type.Means(Written) => new Answer.Written(question.Text(Pattern) ?? "", !question.Flag(IsShort)),
        var type when type.Means(Picked) => new Answer.Picked(question.Items(Choices).Select(ToChoice).ToEquatableArray(), question.Flag(Several)),
        "" => new Answer.Unmodelled("an answer of no type"),
        var type => new Answer.Unmodelled($"an answer to a {type}"),
    };

    public static List<JsonObject> ChoicesOf(JsonObject question) => [.. question.Items(Choices)];

    /// <summary>Whether the question is of the kind that such an answer is given to.</summary>
    public static bool Fits(JsonObject question, Answer answer) => answer switch
    {
        Answer.Unmodelled => ToAnswer(question).Equals(answer),
        _ => question.TypeName().Means(TypeOf(answer)),
    };

    public static JsonObject Blank(Answer answer) => WireJson.Typed(TypeOf(answer));

    public static void Overlay(JsonObject question, Answer wanted)
    {
        switch (wanted)
        {
            case Answer.Written written:
                question[IsShort] = !written.LongText;
                if ((question.Text(Pattern) ?? "") != written.Pattern)
                {
                    question[Pattern] = written.Pattern.Length == 0 ? null : written.Pattern;
                }

                break;
            case Answer.Picked picked:
                question[Several] = picked.Several;
                var there = ChoicesOf(question);
                question[Choices] = new JsonArray([.. picked.Choices.Select(choice => Overlay(there, choice)).ToList()]);
                break;
            default:
                break;
        }
    }

    private static JsonObject Overlay(List<JsonObject> there, Choice wanted)
    {
        var choice = there.Find(one => ToChoice(one).Value == wanted.Value)?.DeepClone() as JsonObject ?? [];
        choice[Value] = wanted.Value;
        choice["text"] = wanted.Text;
        return choice;
    }

    private static Choice ToChoice(WireValue choice)
    {
        var text = choice.Text("text") ?? "";
        return new Choice(text, choice.Text(Value) ?? text);
    }

    private static string TypeOf(Answer answer) => answer switch
    {
        Answer.Written => Written,
        Answer.Picked => Picked,
        _ => throw new InvalidOperationException($"No way to write {answer}."),
    };
}
