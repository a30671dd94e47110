namespace GovPortal.Disclosure;

/// <summary>The stretch of a year that reports tell of.</summary>
public enum PeriodPart
{
    Year,
    Q1,
    Q2,
    Q3,
    Q4,

    /// <summary>The first six months.</summary>
    H1,

    /// <summary>The first nine months.</summary>
    M9,
}

/// <summary>A year or a part of it, written <c>2026</c> or <c>2026-q1</c>.</summary>
public readonly record struct Period(int Year, PeriodPart Part)
{
    /// <summary>Its first day.</summary>
    public DateOnly First => new(Year, Part switch { PeriodPart.Q2 => 4, PeriodPart.Q3 => 7, PeriodPart.Q4 => 10, _ => 1 }, 1);

    /// <summary>Its last day.</summary>
    public DateOnly Last => Part switch
    {
        PeriodPart.Q1 => new(Year, 3, 31),
        PeriodPart.Q2 or PeriodPart.H1 => new(Year, 6, 30),
        PeriodPart.Q3 or PeriodPart.M9 => new(Year, 9, 30),
        _ => new(Year, 12, 31),
    };

    /// <summary>In words: “Quý I năm 2026”.</summary>
    /// <param name="say">The sentence of a text key.</param>
    public string Words(Func<string, string> say)
    {
        ArgumentNullException.ThrowIfNull(say);
        return string.Format(System.Globalization.CultureInfo.InvariantCulture, say($"disclosure.period.{Part}"), Year);
    }

    public override string ToString() => Part == PeriodPart.Year
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Year:0000}")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Year:0000}-{Part}").ToLowerInvariant();
}
