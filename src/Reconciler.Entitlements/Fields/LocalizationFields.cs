using System.Collections.Immutable;
using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.Localization>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The rows of <see cref="Localization"/>, by language.</summary>
internal static class LocalizationFields
{
    private static readonly Shape.Group One = new(
        "localization",
        [
            Value("text", nameof(Localization.Text), l => l.Text, (l, v) => l with { Text = v },
                new Row(new Shape.Text(MayBeEmpty: false), "The question.")
                { Says = "the question", Portal = "Localized text", Graph = ["accessPackageLocalizedText.text", "accessPackageLocalizedText.languageCode"], IsRequired = true }),
            Value("choices", nameof(Localization.Choices), l => l.Choices,

                // The service keeps no text where none is translated, and so none is the same as empty ones alone.
                (l, v) => l with { Choices = v.All(text => text.Length == 0) ? [] : v },
                new Row(Shapes.SequenceOf<string>(new Shape.Text(), "choice"), "The choices, in the order of the question's.")
                { Says = "the answer to pick", Graph = ["accessPackageLocalizedText.text"], Default = EquatableArray.Create<string>([]) }),
        ],
        () => new Localization { Language = "", Text = "" });

    public static readonly Shape.MapOf Shape = new("localization", One)
    {
        KeyNoun = "language such as `nb-no`",
        KeyPattern = "(?=.{2,35}$)[A-Za-z][A-Za-z0-9]{0,7}(-[A-Za-z0-9]{1,8})*",
        KeyOf = item => ((Localization)item).Language,
        WithKey = (item, language) => (Localization)item with { Language = language },
        Pack = items => items.Cast<Localization>().OrderBy(l => l.Language, StringComparer.OrdinalIgnoreCase).ToEquatableArray(),
        Unpack = list => ((EquatableArray<Localization>)list).Cast<object>().ToImmutableArray(),
    };
}
