using System.IO.Compression;
using System.Text.Json;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Localization;
using GovPortal.Documents;
using GovPortal.Documents.Admin;
using GovPortal.Editing.Cleaning;
using GovPortal.Editing.Forms;
using GovPortal.Procedures;
using GovPortal.Procedures.Admin;
using GovPortal.Publishing.Import;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Whatever agencies really published passes through its form without losing a letter; skipped, by name, where it is not at hand.</summary>
public sealed class FormsOfRealDataTests
{
    private static readonly Texts Texts = new([.. Host.Rooms.WithTexts, typeof(Procedure).Assembly, typeof(LegalDocument).Assembly]);

    [Fact]
    public void Every_procedure_of_the_national_catalogue_saved_unchanged_is_the_same()
    {
        Assert.SkipWhen(Repository.Data is null, Repository.NoData);

        var different = Records<Procedure>(new ProcedureReader(), "procedures.jsonl.gz").Select(record => Difference<Procedure, ProcedureForm>(record, record.Code)).OfType<string>();

        Assert.Empty(different);
    }

    [Fact]
    public void Every_document_saved_unchanged_is_the_same()
    {
        Assert.SkipWhen(Repository.Data is null, Repository.NoData);

        var different = Records<LegalDocument>(new DocumentReader(new SafeHtml()), "documents.jsonl.gz").Select(record => Difference<LegalDocument, DocumentForm>(record, record.Number ?? record.Abstract)).OfType<string>();

        Assert.Empty(different);
    }

    private static IEnumerable<TRecord> Records<TRecord>(IRecordReader reader, string file) where TRecord : class
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(Repository.DataFile(file)), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            if (reader.Read(json.RootElement).Body is TRecord record)
            {
                yield return record;
            }
        }
    }

    /// <summary>Fills a form, sends it as browsers do, with two letters for each line end, and composes the record anew.</summary>
    private static string? Difference<TRecord, TForm>(TRecord record, string name) where TRecord : class where TForm : IRecordForm<TRecord>, new()
    {
        var shown = new TForm();
        shown.Fill(record);
        var sent = BodyJson.Read<TForm>(BodyJson.Write(shown).Replace("\\n", "\\r\\n", StringComparison.Ordinal));
        var reader = new FormReader((key, values) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Texts.In("vi", key), values));

        var composed = BodyJson.Write(sent.Compose(reader, record));

        return reader.Faults.Count > 0 ? $"{name}: {reader.Faults[0].Sentence}" : composed == BodyJson.Write(record) ? null : $"{name}: {composed}";
    }
}
