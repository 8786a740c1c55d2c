using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>A question: each language translates as many choices as there are, or none.</summary>
internal static class RepairQuestion
{
    public static Question Fitting(Question question)
    {
        var count = question.Answer is Answer.Picked picked ? picked.Choices.Count : 0;
        return question with
        {
            Localizations = question.Localizations.Select(one => one with
            {
                Choices = count == 0 || one.Choices.Take(count).All(text => text.Length == 0) ? [] : Enumerable.Range(0, count).Select(i => i < one.Choices.Count ? one.Choices[i] : "").ToEquatableArray(),
            }).ToEquatableArray(),
        };
    }
}
