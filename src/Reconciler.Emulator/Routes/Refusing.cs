using System.Net;
using Reconciler.Emulator.Behaving;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Routes;

/// <summary>Refusals of which no public source knows the form (contract 24, questions 2 and 6).</summary>
internal static class Refusing
{
    /// <summary>A deletion that something stands in the way of.</summary>
    public static GraphErrorException Deletion(Call call, string code, string message) => new(
        (HttpStatusCode)call.Behaviour.OpenQuestions.DeleteRefusalStatus,
        call.Behaviour.OpenQuestions.DeleteRefusalCode ?? code,
        message);

    /// <summary>What to answer to a POST of what is there already: null is to make it all the same.</summary>
    public static Answer? Duplicate(Call call, DuplicateAnswer answer, Entity? present, string? declaredType = null)
    {
        if (present is null)
        {
            return null;
        }

        RefuseDuplicate(answer);
        return answer is DuplicateAnswer.Idempotent ? call.Created(present, declaredType) : null;
    }

    public static void RefuseDuplicate(DuplicateAnswer answer)
    {
        if (answer is DuplicateAnswer.Conflict)
        {
            throw GraphErrorException.Duplicate();
        }

        if (answer is DuplicateAnswer.BadRequest)
        {
            throw GraphErrorException.BadRequest("Request_BadRequest", "A conflicting object with one or more of the specified property values is present.");
        }
    }
}
