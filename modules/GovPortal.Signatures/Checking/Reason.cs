namespace GovPortal.Signatures.Checking;

/// <summary>What a reason does to the outcome.</summary>
public enum Weight
{
    /// <summary>Worth knowing, and takes nothing away.</summary>
    Note,

    /// <summary>Something is missing without which nobody can say.</summary>
    Unchecked,

    /// <summary>The file was changed, or the signature cannot be relied on.</summary>
    Bad,
}

/// <summary>Why an outcome is what it is.</summary>
/// <param name="Name">The end of its sentence's key, after <c>signatures.reason.</c>.</param>
/// <param name="Values">What fills the gaps of the sentence.</param>
public sealed record Reason(string Name, Weight Weight, params string[] Values)
{
    public string Key => $"signatures.reason.{Name}";
}
