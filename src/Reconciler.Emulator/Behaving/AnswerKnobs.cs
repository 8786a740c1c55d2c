using static Reconciler.Emulator.Behaving.KnobKind;

namespace Reconciler.Emulator.Behaving;

/// <summary>The knobs of <see cref="Shapes"/>.</summary>
internal static class AnswerKnobs
{
    private static readonly KnobGroup<Shapes> Group = new("shapes", it => it.Shapes, (it, part) => it with { Shapes = part });

    public static IEnumerable<Knob> All =>
    [
        Group.Of("emptyErrorCodes", Flag, it => it.EmptyErrorCodes, (it, value) => it with { EmptyErrorCodes = value }, true),
        Group.Of("inlineResources", Flag, it => it.InlineResources, (it, value) => it with { InlineResources = value }, true),
        Group.Of("submitsResourceRequests", Flag, it => it.SubmitsResourceRequests, (it, value) => it with { SubmitsResourceRequests = value }, true),
        Group.Of("settingsPatch", Choice<PatchAnswer>(), it => it.SettingsPatch, (it, value) => it with { SettingsPatch = value }, PatchAnswer.Accepted),
        Group.Of("organizationPatch", Choice<PatchAnswer>(), it => it.OrganizationPatch, (it, value) => it with { OrganizationPatch = value }, PatchAnswer.NoContent),
        Group.Of("otherPatches", Choice<PatchAnswer>(), it => it.OtherPatches, (it, value) => it with { OtherPatches = value }, PatchAnswer.Ok),
        Group.Of("postBody", Choice<WrittenBody>(), it => it.PostBody, (it, value) => it with { PostBody = value }, WrittenBody.Shortened),
        Group.Of("putBody", Choice<WrittenBody>(), it => it.PutBody, (it, value) => it with { PutBody = value }, WrittenBody.Absent),
        Group.Of("wrapsExtensions", Flag, it => it.WrapsExtensions, (it, value) => it with { WrapsExtensions = value }, true),
        Group.Of("emptiesIdentitySources", Flag, it => it.EmptiesIdentitySources, (it, value) => it with { EmptiesIdentitySources = value }, true),
    ];
}
