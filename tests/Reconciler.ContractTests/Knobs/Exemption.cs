namespace Reconciler.ContractTests.Knobs;

/// <summary>A test that a knob makes untrue by what the knob means, and why. A name may go on with some of the arguments, as failures say them.</summary>
internal sealed record Exemption(string Knob, string Test, string Because)
{
    private const string Lost = "A policy whose review is lost can't be changed before the review is switched off, and the refusal says so.";

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
        new("transients.losesReviews", nameof(TenantContract.A_policy_keeps_all_that_is_not_declared_through_an_update_of_any_setting), Lost),
        new("transients.losesReviews", nameof(TenantContract.A_question_of_the_same_text_and_kind_keeps_its_id_and_what_nobody_knows_of_it), Lost),
        new("transients.losesReviews", nameof(TenantContract.A_start_that_is_a_day_off_stays_as_the_service_has_it), Lost),
        new("transients.losesReviews", nameof(TenantContract.An_approver_or_requestor_that_stays_keeps_what_the_tenant_says_of_it), Lost),
        new("transients.losesReviews", nameof(TenantContract.Approval_that_is_taken_away_takes_its_stages_with_it), Lost),
        new("transients.losesReviews", nameof(TenantContract.Writing_what_is_there_already_leaves_the_policy_as_it_is), Lost),
        new("transients.losesReviews", nameof(TenantContract.Who_may_request_is_what_it_was_when_assignment_becomes_automatic_and_back), Lost),
        new("transients.losesReviews", nameof(TenantContract.Everything_can_be_renamed_and_keeps_its_id), Lost),
        new("transients.losesReviews", "Every_setting_reads_back_as_written_and_no_other_changes(AssignmentPolicy,", Lost),
    ];

    public static IReadOnlyList<Exemption> Of(string knob) => [.. All.Where(exemption => exemption.Knob == knob)];

    public bool Covers(ContractCase one) => $"{one}".StartsWith(Test, StringComparison.Ordinal);
}
