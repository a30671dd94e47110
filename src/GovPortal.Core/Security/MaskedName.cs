namespace GovPortal.Core.Security;

/// <summary>A person's name on pages that others may see.</summary>
public static class MaskedName
{
    /// <summary>The family name and the first letters of the others: “Nguyễn T. Á.”.</summary>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select((word, n) => n == 0 ? word : $"{word[0]}."));
    }
}
