namespace Reconciler.Emulator.Behaving;

/// <summary>Forms of answers a client must take either way (contract 1.2, 4.2, 23).</summary>
public sealed record Shapes
{
    /// <summary>Every refusal carries an empty <c>code</c> (contract 1.2).</summary>
    public bool EmptyErrorCodes { get; init; }

    /// <summary>The answer to a resource request carries the resource (contract 4.2).</summary>
    public bool InlineResources { get; init; }

    /// <summary>A resource request is <c>submitted</c> at first, and <c>delivered</c> when its resource is listed (contract 4.2).</summary>
    public bool SubmitsResourceRequests { get; init; }

    /// <summary>The answer to a PATCH of the settings (contract 12).</summary>
    public PatchAnswer SettingsPatch { get; init; } = PatchAnswer.NoContent;

    /// <summary>The answer to a PATCH of a connected organization (contract 11).</summary>
    public PatchAnswer OrganizationPatch { get; init; } = PatchAnswer.Accepted;

    /// <summary>The answer to a PATCH of anything else (contract 2, 5, 13).</summary>
    public PatchAnswer OtherPatches { get; init; } = PatchAnswer.NoContent;

    /// <summary>The answer to a POST that makes something.</summary>
    public WrittenBody PostBody { get; init; } = WrittenBody.Full;

    /// <summary>The answer to a PUT of a policy (contract 7.6).</summary>
    public WrittenBody PutBody { get; init; } = WrittenBody.Full;

    /// <summary>The answer to the POST of a custom extension is wrapped in <c>value</c>, as the documentation prints it (contract 13).</summary>
    public bool WrapsExtensions { get; init; }

    /// <summary>The answer to the POST of a connected organization says <c>identitySources: []</c> (contract 11).</summary>
    public bool EmptiesIdentitySources { get; init; }
}

/// <summary>Status and body of the answer to a PATCH.</summary>
public enum PatchAnswer
{
    /// <summary>204 without a body.</summary>
    NoContent,

    /// <summary>200 with the object.</summary>
    Ok,

    /// <summary>202 with the object.</summary>
    Accepted,
}

/// <summary>How much of what was written its answer says.</summary>
public enum WrittenBody
{
    Full,

    /// <summary>Id and time of creation only.</summary>
    Shortened,

    /// <summary>None, with status 204; a POST shortens instead, for its id must be known.</summary>
    Absent,
}
