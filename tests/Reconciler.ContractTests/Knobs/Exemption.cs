namespace Reconciler.ContractTests.Knobs;

/// <summary>A test that a knob makes untrue by what the knob means, and why. It is named as failures name it, with or without its arguments.</summary>
internal sealed record Exemption(string Knob, string Test, string Because)
{
    /// <summary>All there are; one that is not needed any more fails.</summary>
    public static IReadOnlyList<Exemption> All { get; } =
    [
        new("delivery", nameof(TenantContract.A_direct_assignment_is_made_and_never_twice), "What is not delivered whole is said to have failed."),
        new("openQuestions.duplicates.names", nameof(TenantContract.Two_things_of_one_name_are_both_read), "There can't be two."),
        new("openQuestions.deleteRefusalStatus", nameof(TenantContract.What_the_service_refuses_to_delete_is_said_in_its_own_words), "Its words have another status."),
        new("shapes.emptyErrorCodes", nameof(TenantContract.What_the_service_refuses_to_delete_is_said_in_its_own_words), "Its words have no code."),
        new("shapes.emptyErrorCodes", nameof(TenantContract.A_resource_in_use_is_refused_after_a_while), "It asks for the code."),
        new(
            "openQuestions.identitySourcesPatch",
            "Every_setting_reads_back_as_written_and_no_other_changes(ConnectedOrganization, identitySources)",
            "The tenant does not keep what is written."),
        new(
            "openQuestions.renewsQuestionIds",
            nameof(TenantContract.A_question_of_the_same_text_and_kind_keeps_its_id_and_what_nobody_knows_of_it),
            "The tenant gives every question a new id."),
    ];

    public static IReadOnlyList<Exemption> Of(string knob) => [.. All.Where(exemption => exemption.Knob == knob)];

    public bool Covers(ContractCase one) => one.Test == Test || $"{one}" == Test;
}
