using static Reconciler.Emulator.Types.Notation;

namespace Reconciler.Emulator.Types;

/// <summary>What a requestor is asked (contract 7.5).</summary>
internal static class QuestionTypes
{
    public static readonly GraphType[] All =
    [
        Complex("accessPackageAnswerChoice",
            "actualValue: String?",
            "localizations: accessPackageLocalizedText[]?",
            "text: String?"),
        Complex("accessPackageLocalizedText",
            "languageCode: String",
            "text: String?"),
        Entity("accessPackageMultipleChoiceQuestion : accessPackageQuestion",
            "choices: accessPackageAnswerChoice[]?",
            "isMultipleSelectionAllowed: Boolean?"),
        AbstractEntity("accessPackageQuestion : entity",
            "isAnswerEditable: Boolean?",
            "isRequired: Boolean?",
            "localizations: accessPackageLocalizedText[]?",
            "sequence: Int32?",
            "text: String?"),
        Entity("accessPackageTextInputQuestion : accessPackageQuestion",
            "isSingleLineQuestion: Boolean?",
            "regexPattern: String?"),
    ];
}
