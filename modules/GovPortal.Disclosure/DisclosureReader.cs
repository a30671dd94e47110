using System.Globalization;
using System.Text.Json;
using GovPortal.Core.Text;
using GovPortal.Disclosure.Tables;
using GovPortal.Publishing.Import;

namespace GovPortal.Disclosure;

/// <summary>
/// Reads disclosed information. Its tables are lists of lines, the headings first, with <c>|</c> between cells and numbers as people write them (<c>1.234,5</c>); <c>kinds</c> says what columns hold,
/// else the cells do. Recipes may write <c>yearsAgo</c> for <c>year</c>: counted from the
/// last such period that is over (-1 is the present one), and written into titles where they say <c>{year}</c> or <c>{before}</c>.
/// </summary>
public sealed class DisclosureReader(TimeProvider clock) : IRecordReader
{
    private const int MostYears = 100;

    private static readonly RecordShape table = new RecordShape().Words("title", "unit", "sumNote", "kinds").Texts("rows");

    public string What => "disclosure";

    public RecordShape Shape { get; } = new RecordShape()
        .Words("title", "summary", "unit").Text("id", "section", "part", "decision").Count("year").Shift("yearsAgo").Day("issued", "due", "publishedAt")
        .List("files", new RecordShape().Words("name").Text("url")).List("tables", table);

    public ForeignRecord Read(JsonElement json)
    {
        var record = new RecordFields(json);
        if (record.Line("title") is not { } title)
        {
            return ForeignRecord.Refused("disclosure.import.no-title", "title", record.Text("title"));
        }

        if (record.Line("section") is not { } section)
        {
            return ForeignRecord.Refused("disclosure.import.no-section", "section", title);
        }

        if (!Enum.TryParse<PeriodPart>(record.Line("part") ?? nameof(PeriodPart.Year), ignoreCase: true, out var part) || !Enum.IsDefined(part))
        {
            return ForeignRecord.Refused("disclosure.import.bad-part", "part", record.Line("part"));
        }

        if (!TryYear(record, part, out var year))
        {
            return ForeignRecord.Refused("disclosure.import.bad-year", "year", record.Line("year") ?? record.Line("yearsAgo"));
        }

        foreach (var field in new[] { "issued", "due" })
        {
            if (!record.TryDay(field, out _))
            {
                return ForeignRecord.Refused("disclosure.import.bad-day", field, record.Text(field));
            }
        }

        if (!record.TryInstant("publishedAt", out var publishedAt))
        {
            return ForeignRecord.Refused("disclosure.import.bad-day", "publishedAt", record.Text("publishedAt"));
        }

        record.TryDay("issued", out var issued);
        record.TryDay("due", out var due);
        var read = record.List("tables").Select(TableOf).ToArray();
        return read.FirstOrDefault(one => one.Table is null) is { } faulty
            ? ForeignRecord.Refused(faulty.Fault!, "tables", string.Join(", ", faulty.Values))
            : Record(record, new DisclosedInformation { Title = Filled(title, year)!, Section = section, Year = year, Part = part, IssuedOn = issued, DueOn = due, Tables = [.. read.Select(one => one.Table! with { Title = Filled(one.Table.Title, year) })] }, publishedAt);
    }

    private static ForeignRecord Record(RecordFields record, DisclosedInformation body, DateTimeOffset? publishedAt)
    {
        var id = record.Line("id");
        return new ForeignRecord
        {
            Key = id is not null ? $"id:{id}" : $"title:{VietnameseText.Slug(body.Title, 120)}:{DisclosedInformationType.PeriodOf(body)}",
            IsKeyGuessed = id is null,
            Title = body.Title,
            PublishedAt = publishedAt,
            Body = body with
            {
                Summary = Filled(record.Lines("summary"), body.Year),
                Decision = Filled(record.Line("decision"), body.Year),
                Unit = record.Line("unit"),
                Files = [.. record.List("files").Select(file => new RecordFields(file)).Where(file => file.Line("url") is not null).Select(file => new DisclosedFile(file.Line("name") ?? Path.GetFileName(file.Line("url")!), file.Line("url")!))],
            },
        };
    }

    private static ReadTable TableOf(JsonElement json)
    {
        var fields = new RecordFields(json);
        var rows = fields.List("rows").Select(row => (row.ValueKind == JsonValueKind.String ? row.GetString()! : "").Split('|').Select(VietnameseText.NormalizeLine).ToArray()).ToArray();
        var read = TableReading.Of(TableText.Squared(rows), fields.Line("kinds"));
        return read.Table is { } made ? read with { Table = made with { Title = fields.Line("title"), Unit = fields.Line("unit"), SumNote = fields.Lines("sumNote") } } : read;
    }

    private static string? Filled(string? text, int? year) => year is not { } known ? text : text?
        .Replace("{year}", known.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("{before}", (known - 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private int LastOver(PeriodPart part)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(WrittenDay.Hanoi).DateTime);
        return new Period(today.Year, part).Last < today ? today.Year : today.Year - 1;
    }

    private bool TryYear(RecordFields record, PeriodPart part, out int? year)
    {
        year = null;
        if (record.Line("yearsAgo") is { } ago)
        {
            year = int.TryParse(ago, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var years) && years is >= -MostYears and <= MostYears ? LastOver(part) - years : null;
            return year is not null;
        }

        if (record.Line("year") is not { } text)
        {
            return true;
        }

        year = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read >= WrittenDay.First.Year && read <= WrittenDay.Last.Year ? read : null;
        return year is not null;
    }
}
