using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>A question as Graph writes it (contract 7.5).</summary>
internal static class QuestionWire
{
    public const string Member = "questions";
    private const string Sequence = "sequence";
    private const string Required = "isRequired";
    private const string Editable = "isAnswerEditable";

    public static EquatableArray<Question> ToQuestions(WireValue policy) =>
        policy.Count(Member) == 0 ? [] : policy.Items(Member).OrderBy(question => SequenceOf(question) ?? int.MaxValue).Select(ToQuestion).ToEquatableArray();

    public static Question ToQuestion(WireValue question) => new()
    {
        Text = question.Text("text") ?? "",
        Required = question.Flag(Required),
        Editable = question.Flag(Editable),
        Answer = AnswerWire.ToAnswer(question),
        Localizations = LocalizationWire.ToLocalizations(question, question.Items(AnswerWire.Choices)),
    };

    /// <summary>The wanted questions in the place of those that are there. One of the same text and kind keeps its id, and with it the answers to it.</summary>
    public static void Overlay(JsonObject policy, EquatableArray<Question> wanted)
    {
        var left = InOrder(policy).ToList();
        var questions = new List<JsonNode>();
        foreach (var question in wanted)
        {
            var there = left.Find(one => one.Text("text") == question.Text && AnswerWire.Fits(one, question.Answer));
            if (there is not null)
            {
                left.Remove(there);
            }

            questions.Add(Overlay(there, question, questions.Count));
        }

        policy[Member] = new JsonArray([.. questions]);
    }

    public static JsonObject Overlay(JsonObject? there, Question wanted, int sequence)
    {
        var question = there?.DeepClone() as JsonObject ?? AnswerWire.Blank(wanted.Answer);
        question["text"] = wanted.Text;
        question[Sequence] = sequence;
        question[Required] = wanted.Required;
        question[Editable] = wanted.Editable;
        AnswerWire.Overlay(question, wanted.Answer);
        LocalizationWire.Overlay(question, wanted.Localizations.Select(one => (one.Language, one.Text)));
        foreach (var (choice, index) in AnswerWire.ChoicesOf(question).Select((choice, index) => (choice, index)))
        {
            LocalizationWire.Overlay(
                choice, wanted.Localizations.Select(one => (one.Language, index < one.Choices.Count ? one.Choices[index] : "")));
        }

        return question;
    }

    /// <summary>Where it stands among others; null where it does not say.</summary>
    public static int? SequenceOf(WireValue question) => question.Whole(Sequence);

    private static IOrderedEnumerable<JsonObject> InOrder(JsonObject policy) =>
        policy.Items(Member).OrderBy(question => question.Whole(Sequence) ?? int.MaxValue);
}
