using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.RequiredAttribute>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The rows of <see cref="RequiredAttribute"/>.</summary>
internal static class RequiredAttributeFields
{
    public static readonly Shape.Group Shape = new(
        "attribute",
        [
            Value("name", nameof(RequiredAttribute.Name), a => a.Name, (a, v) => a with { Name = v },
                new Row(Shapes.Name, "The user's property: `officeLocation`, or `extension_…`.")
                {
                    Says = "the user's property", Portal = "Attribute",
                    Graph = ["accessPackageResourceAttribute.name", "accessPackageResourceAttribute.destination"], IsRequired = true,
                }),
            Value("question", nameof(RequiredAttribute.Question), a => a.Question, (a, v) => a with { Question = v },
                new Row(QuestionFields.Shape, "How it is asked for.")
                {
                    Says = "the question", Portal = "Default display string",
                    Graph = ["accessPackageResourceAttribute.source", "accessPackageResourceAttributeQuestion.question"],
                    IsRequired = true, Touches = Touches.FutureRequestors,
                }),
            Value("editable", nameof(RequiredAttribute.Editable), a => a.Editable, (a, v) => a with { Editable = v },
                new Row(Shapes.Truth, "Whether the answer may be changed later.")
                { Says = "the answer may be changed later", Portal = "Attribute value is editable", Graph = ["accessPackageResourceAttribute.isEditable"], Default = true }),
            Value("persistent", nameof(RequiredAttribute.Persistent), a => a.Persistent, (a, v) => a with { Persistent = v },
                new Row(Shapes.Truth, "Whether the answer stays on the user when the assignment ends.")
                {
                    Says = "the answer stays on the user when the assignment ends",
                    Graph = ["accessPackageResourceAttribute.isPersistedOnAssignmentRemoval"], Default = false,
                }),
        ],
        () => new RequiredAttribute { Name = "", Question = new Question { Text = "", Answer = new Answer.Written("", LongText: false) } });
}
