namespace GovPortal.Core.Web;

/// <summary>One field of a form, as the partial <c>_Field</c> shows it: label, hint, error, input.</summary>
/// <param name="Name">Name of the value in the form; also the key of its errors.</param>
public sealed record FormField(string Name, string Label)
{
    public string? Hint { get; init; }
    public string? Value { get; init; }

    /// <summary>Type of the input; ignored where <see cref="Lines"/> makes it a text area.</summary>
    public string Type { get; init; } = "text";

    /// <summary>Height of a text area in lines; 0 for an input of one line.</summary>
    public int Lines { get; init; }

    public string? Class { get; init; }
    public string? Autocomplete { get; init; }
    public bool IsRequired { get; init; }
    public int? MaxLength { get; init; }

    /// <summary>Language of the text, where it differs from the page's.</summary>
    public string? Language { get; init; }
}
