using System.Globalization;
using System.Text;
using System.Text.Json;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Import;
using GovPortal.Rankings.Reading;

namespace GovPortal.Rankings.Publishing;

/// <summary>
/// Reads published indexes: <c>{"year","title","basis","sample","publishedAt","index":{…},"coverage":[{"key","indicator"}]}</c>,
/// where <c>index</c> is what <c>rankings compute</c> takes.
/// </summary>
public sealed class IndexRecordReader : IRecordReader
{
    public string What => "rankings";

    public RecordShape Shape { get; } = new RecordShape()
        .Count("year").Words("title", "basis").Day("publishedAt").Flag("sample").Passed("index")
        .List("coverage", new RecordShape().Text("key").Words("indicator"));

    public ForeignRecord Read(JsonElement json)
    {
        var record = new RecordFields(json);
        if (!int.TryParse(record.Text("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return ForeignRecord.Refused("rankings.year", "year", record.Text("year"));
        }

        if (!record.TryInstant("publishedAt", out var publishedAt))
        {
            return ForeignRecord.Refused("rankings.published-at", "publishedAt", record.Text("publishedAt"));
        }

        if (!json.TryGetProperty("index", out var index))
        {
            return ForeignRecord.Refused("rankings.field.absent", "index", null);
        }

        var reading = IndexReader.Read(Encoding.UTF8.GetBytes(index.GetRawText()));
        if (reading.Index is null)
        {
            return new ForeignRecord { Refusals = [.. reading.Refusals.Select(refusal => refusal with { Field = $"index.{refusal.Field}" })] };
        }

        var title = record.Line("title") ?? PublishedIndexType.SlugOf(year);
        return new ForeignRecord
        {
            Key = $"index:{year}",
            Title = title,
            Slug = PublishedIndexType.SlugOf(year),
            PublishedAt = publishedAt,
            Remarks = [.. reading.Remarks.Select(remark => $"{remark.Field}: {remark.Code} {remark.Value}")],
            Body = new PublishedIndex
            {
                Year = year,
                Title = title,
                Basis = record.Lines("basis"),
                IsSample = record.IsTrue("sample"),
                Index = reading.Index,
                Coverage = [.. record.List("coverage").Select(fact => new RecordFields(fact)).Select(fact => new CoverageFact(fact.Text("key") ?? "", fact.Line("indicator") ?? ""))],
            },
        };
    }
}
