using System.Globalization;
using System.Text.RegularExpressions;
using GovPortal.Core.Configuration;
using GovPortal.Core.Text;
using GovPortal.Web.Pages;

namespace GovPortal.Editing.Forms;

/// <summary>Reads what clerks type into fields. What cannot be read is noted with the name of its field and row and with the remedy.</summary>
/// <param name="say">The sentence of a text key, filled with values.</param>
public sealed partial class FormReader(Func<string, object?[], string> say)
{
    private const int MostCopies = 999;

    private readonly List<FormError> faults = [];

    public IReadOnlyList<FormError> Faults => faults;

    public string Say(string key, params object?[] values) => say(key, values);

    /// <summary>A field with its name as people read it.</summary>
    public FormPlace At(string field, string label) => new(field, say(label, []));

    /// <summary>A row of a list: “Cách thức thực hiện, dòng 2”.</summary>
    public FormPlace Row(string list, int number, string label) => new(FormRows.Of(list, number), say("form.row.of", [say(label, []), number + 1]));

    /// <summary>A row of a list within a row.</summary>
    public FormPlace Row(FormPlace row, string list, int number, string label) => new(FormRows.Of($"{row.Field}.{list}", number), $"{row.Words}; {say("form.row.of", [say(label, []), number + 1])}");

    /// <summary>A field of a row.</summary>
    public FormPlace In(FormPlace row, string field, string label) => new($"{row.Field}.{field}", $"{row.Words}, {say(label, [])}");

    public void Refuse(FormPlace at, string key, params object?[] values)
    {
        ArgumentNullException.ThrowIfNull(at);
        faults.Add(new FormError(at.Field, $"{at.Words}: {say(key, values)}"));
    }

    /// <summary>One line in NFC; null where nothing was typed.</summary>
    public static string? Line(string? typed) => typed is not null && VietnameseText.NormalizeLine(typed) is { Length: > 0 } line ? line : null;

    /// <summary>Text in NFC with its lines; null where nothing was typed.</summary>
    public static string? Lines(string? typed) => typed is not null && VietnameseText.Normalize(typed).Trim() is { Length: > 0 } lines ? lines : null;

    public string Required(string? line, FormPlace at)
    {
        if (line is null)
        {
            Refuse(at, "check.required");
        }

        return line ?? "";
    }

    /// <summary>Digits, in groups or not, with a comma before the fraction: “5.000.000”, “5 000 000”, “0,5”.</summary>
    public decimal? Number(string? typed, FormPlace at)
    {
        if (Line(typed) is not { } line)
        {
            return null;
        }

        if (Digits().IsMatch(line) && decimal.TryParse(line.Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Refuse(at, "form.number", line);
        return null;
    }

    /// <summary>How <see cref="Number"/> reads a number back.</summary>
    public static string? Written(decimal? number) => number?.ToString("#,##0.############", grouped);

    /// <summary>How <see cref="Moment"/> reads a moment back.</summary>
    public static string? Written(DateTime? wall) => wall?.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    public static string? Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public DateOnly? Day(string? typed, FormPlace at)
    {
        if (Line(typed) is not { } line)
        {
            return null;
        }

        var isRead = WrittenDay.TryParse(line, out var day);
        if (isRead && WrittenDay.IsInRange(day))
        {
            return day;
        }

        Refuse(at, FormSentences.OfDay(isRead ? day : null), line);
        return null;
    }

    /// <summary>A day and time as on the agency's wall, as a field <c>datetime-local</c> or a Vietnamese hand writes it; null where nothing was typed.</summary>
    public DateTime? Moment(string? typed, FormPlace at)
    {
        if (Line(typed) is not { } line)
        {
            return null;
        }

        var isRead = WrittenDay.TryParseWall(line, out var wall);
        var day = DateOnly.FromDateTime(wall);
        if (isRead && WrittenDay.IsInRange(day))
        {
            return wall;
        }

        Refuse(at, FormSentences.OfDay(isRead ? day : null), line);
        return null;
    }

    /// <summary>The same where something must be typed.</summary>
    public DateTime RequiredMoment(string? typed, FormPlace at) => Moment(Required(Line(typed), at), at) ?? default;

    /// <summary>How many copies; nothing typed is none.</summary>
    public int Copies(string? typed, FormPlace at)
    {
        if (Line(typed) is not { } line)
        {
            return 0;
        }

        if (int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var copies) && copies <= MostCopies)
        {
            return copies;
        }

        Refuse(at, "form.copies", line, MostCopies);
        return 0;
    }

    private static readonly NumberFormatInfo grouped = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    // Groups of three, parted all alike, or no groups at all.
    [GeneratedRegex(@"^([0-9]{1,3}(\.[0-9]{3})+|[0-9]{1,3}( [0-9]{3})+|[0-9]+)(,[0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}

/// <param name="Field">Name of the field in the form.</param>
/// <param name="Words">Where it is, as people say it.</param>
public sealed record FormPlace(string Field, string Words);

/// <summary>One thing to mend in a form.</summary>
public sealed record FormError(string Field, string Sentence);
