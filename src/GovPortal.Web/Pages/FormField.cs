namespace GovPortal.Web.Pages;

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

    /// <summary>Which keys a phone shows; null for letters.</summary>
    public string? Keys { get; init; }

    /// <summary>What there is to choose from; null where words are typed. A value that is none of them is shown and kept.</summary>
    public IReadOnlyList<FieldChoice>? Choices { get; init; }

    /// <summary>The element that lists what is usually typed; null where there is none.</summary>
    public string? UsualOnes { get; init; }

    /// <summary>What the field helps to find: <c>co-quan</c> or <c>van-ban</c>; null for plain fields.</summary>
    public string? Finds { get; init; }

    /// <summary>Which part of something found goes into the field.</summary>
    public string? Part { get; init; }

    /// <summary>Language of the text, where it differs from the page's.</summary>
    public string? Language { get; init; }
}

/// <summary>One thing a field offers.</summary>
public sealed record FieldChoice(string Value, string Label);
