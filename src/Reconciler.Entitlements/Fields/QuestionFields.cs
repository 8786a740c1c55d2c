namespace Reconciler.Entitlements.Fields;

/// <summary>The forms of a <see cref="Question"/>: with choices, or with an answer in words.</summary>
internal static class QuestionFields
{
    private static readonly Shape.Text QuestionText = new(MayBeEmpty: false);

    private static readonly Shape.Union OneChoice = new(
        "choice",
        [
            Shapes.Form<Choice, string>(QuestionText, text => new Choice(text, text), c => c.Text == c.Value ? c.Text : null),
            Shapes.Form<Choice, Choice>(
                new Shape.Group(
                    "choice",
                    [
                        FieldOf<Choice>.Value("text", nameof(Choice.Text), c => c.Text, (c, v) => c with { Text = v },
                            new Row(QuestionText, "As requestors read it.") { Says = "the text", Portal = "Answer values", Graph = ["accessPackageAnswerChoice.text"], IsRequired = true }),
                        FieldOf<Choice>.Value("value", nameof(Choice.Value), c => c.Value, (c, v) => c with { Value = v },
                            new Row(QuestionText, "As it is recorded.") { Says = "the value", Graph = ["accessPackageAnswerChoice.actualValue"], IsRequired = true }),
                    ],
                    () => new Choice("", "")),
                choice => choice,
                c => c),
        ]);

    private static readonly Shape.Group Picked = Group(
    [
        FieldOf<Flat>.Value("choices", nameof(Flat.Choices), q => q.Choices, (q, v) => q with { Choices = v },
            new Row(Shapes.SequenceOf<Choice>(OneChoice, "choice") with { Fewest = 1, Most = 100 }, "The answers to pick from; one that is text alone is recorded as that.")
            { Says = "the answer to pick", Portal = "Answer format: Multiple choice", Graph = ["accessPackageMultipleChoiceQuestion.choices"], IsRequired = true, Touches = Touches.FutureRequestors }),
        FieldOf<Flat>.Value("several", nameof(Flat.Several), q => q.Several, (q, v) => q with { Several = v },
            new Row(Shapes.Truth, "Whether more than one may be picked.")
            { Says = "more than one may be picked", Graph = ["accessPackageMultipleChoiceQuestion.isMultipleSelectionAllowed"], Default = false }),
    ]);

    private static readonly Shape.Group Written = Group(
    [
        FieldOf<Flat>.Value("pattern", nameof(Flat.Pattern), q => q.Pattern, (q, v) => q with { Pattern = v },
            new Row(Shapes.Description, "A regular expression that the answer has to match.")
            { Says = "the pattern of an answer", Portal = "Regex pattern", Graph = ["accessPackageTextInputQuestion.regexPattern"], Default = "", Touches = Touches.FutureRequestors }),
        FieldOf<Flat>.Value("longText", nameof(Flat.LongText), q => q.LongText, (q, v) => q with { LongText = v },
            new Row(Shapes.Truth, "Whether the answer may have several lines.")
            { Says = "the answer may have several lines", Portal = "Answer format: Long text", Graph = ["accessPackageTextInputQuestion.isSingleLineQuestion"], Default = false }),
    ]);

    public static readonly Shape.Union Shape = new(
        "question",
        [
            Shapes.Form<Question, Flat>(Written, flat => flat.ToWritten(), q => Flat.Of(q, asksForText: true)),
            Shapes.Form<Question, Flat>(Picked, flat => flat.ToPicked(), q => Flat.Of(q, asksForText: false)),
        ]);

    private static Shape.Group Group(ReadOnlySpan<Field> own) => new(
        "question",
        [
            FieldOf<Flat>.Value("text", nameof(Flat.Text), q => q.Text, (q, v) => q with { Text = v },
                new Row(QuestionText, "The question.") { Says = "the question", Portal = "Question", Graph = ["accessPackageQuestion.text"], IsRequired = true, Touches = Touches.FutureRequestors }),
            FieldOf<Flat>.Value("required", nameof(Flat.Required), q => q.Required, (q, v) => q with { Required = v },
                new Row(Shapes.Truth, "Whether it must be answered.")
                { Says = "it must be answered", Portal = "Required", Graph = ["accessPackageQuestion.isRequired"], Default = false, Touches = Touches.FutureRequestors }),
            FieldOf<Flat>.Value("editable", nameof(Flat.Editable), q => q.Editable, (q, v) => q with { Editable = v },
                new Row(Shapes.Truth, "Whether the answer may be changed later.")
                { Says = "the answer may be changed later", Graph = ["accessPackageQuestion.isAnswerEditable"], Default = true }),
            .. own,
            FieldOf<Flat>.Value("localizations", nameof(Flat.Localizations), q => q.Localizations, (q, v) => q with { Localizations = v },
                new Row(LocalizationFields.Shape, "The question in other languages.")
                {
                    Says = "the translation", Portal = "Add localization", Default = EquatableArray.Create<Localization>([]),
                    Graph = ["accessPackageQuestion.localizations", "accessPackageAnswerChoice.localizations"],
                }),
        ],
        () => new Flat());

    /// <summary>A question as it is written: its keys side by side.</summary>
    private sealed record Flat
    {
        public string Text { get; init; } = "";

        public bool Required { get; init; }

        public bool Editable { get; init; } = true;

        public string Pattern { get; init; } = "";

        public bool LongText { get; init; }

        public EquatableArray<Choice> Choices { get; init; } = [];

        public bool Several { get; init; }

        public EquatableArray<Localization> Localizations { get; init; } = [];

        public static Flat? Of(Question question, bool asksForText) => (question.Answer, asksForText) switch
        {
            (Answer.Written written, true) => Common(question) with { Pattern = written.Pattern, LongText = written.LongText },
            (Answer.Picked picked, false) => Common(question) with { Choices = picked.Choices, Several = picked.Several },
            _ => null,
        };

        public Question ToWritten() => ToQuestion(new Answer.Written(Pattern, LongText));

        public Question ToPicked() => ToQuestion(new Answer.Picked(Choices, Several));

        private static Flat Common(Question question) => new()
        {
            Text = question.Text,
            Required = question.Required,
            Editable = question.Editable,
            Localizations = question.Localizations,
        };

        private Question ToQuestion(Answer answer) => new()
        {
            Text = Text,
            Required = Required,
            Editable = Editable,
            Answer = answer,
            Localizations = Localizations,
        };
    }
}
