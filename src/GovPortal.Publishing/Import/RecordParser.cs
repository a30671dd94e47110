using System.Text.Json;
using GovPortal.Core.Checking;
using GovPortal.Publishing.Content;

namespace GovPortal.Publishing.Import;

/// <summary>Makes a record of a line, or says why there is none.</summary>
internal sealed class RecordParser(IRecordReader reader, ContentTypes types)
{
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 32 };

    private readonly HashSet<string> told = new(StringComparer.Ordinal);

    /// <summary>The record, checked; its refusals say why it is none.</summary>
    public ForeignRecord Read(string line)
    {
        if (line.Contains(LineFile.NoLetter, StringComparison.Ordinal))
        {
            return ForeignRecord.Refused("import.line.encoding", "(line)", ForeignRecord.Shorten(line.Replace(LineFile.NoLetter, '�')));
        }

        try
        {
            using var json = JsonDocument.Parse(line, Limits);
            return json.RootElement.ValueKind == JsonValueKind.Object ? Checked(json.RootElement) : ForeignRecord.Refused("import.line.no-object", "(line)", ForeignRecord.Shorten(line));
        }
        catch (JsonException broken)
        {
            return ForeignRecord.Refused("import.line.broken-json", "(line)", $"{ForeignRecord.Shorten(line)} ({broken.Message})");
        }
        catch (Exception odd) when (odd is InvalidOperationException or KeyNotFoundException or OverflowException or FormatException or ArgumentException)
        {
            // Text that is no Unicode: the line is named, the run goes on.
            return ForeignRecord.Refused("import.line.odd-value", "(line)", $"{ForeignRecord.Shorten(line)} ({odd.Message})");
        }
    }

    private ForeignRecord Checked(JsonElement json)
    {
        if (reader.Shape.Check(json) is { Count: > 0 } odd)
        {
            return new ForeignRecord { Refusals = odd };
        }

        var record = reader.Read(json);
        var unknown = reader.Shape.UnknownIn(json).Where(told.Add).Select(name => $"unknown field “{ForeignRecord.Shorten(name)}” is passed over, here and wherever it stands").ToArray();
        string[] remarks = [.. unknown, .. reader.Shape.WordsForNumbersIn(json)];
        record = remarks.Length == 0 ? record : record with { Remarks = [.. record.Remarks, .. remarks] };
        return record.Body is null ? record
            : record with { Refusals = [.. types.Of(record.Body.GetType()).Check(record.Body), .. Checks.NotLonger(record.Key, ContentFacts.KeyLength, "(key)")] };
    }
}
