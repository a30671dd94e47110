using System.Globalization;
using System.Text.Json;
using GovPortal.Core.Text;
using GovPortal.Publishing.Import;

namespace GovPortal.Procedures;

/// <summary>Reads records of the national catalogue of administrative procedures.</summary>
/// <param name="home">Whose installation it is; null takes every province's alike.</param>
public sealed class ProcedureReader(HomeProvince? home = null) : IRecordReader
{
    private static readonly RecordShape Named = new RecordShape().Text("code", "name");

    public string What => "procedures";

    public RecordShape Shape { get; } = new RecordShape()
        .Words("name", "receiving_addresses", "requirements", "keywords", "note").Text("code", "decision_no", "formality_type", "url")
        .Day("decision_date", "publication_date").Flag("is_full_process", "is_offline_only").Texts("levels", "executing_unit_groups")
        .Record("promulgating_agency", Named).List("executing_agencies", Named).List("authority_agencies", Named).List("coordinating_agencies", Named)
        .List("fields", Named).List("subjects", Named).List("legal_bases", Named).List("results", Named)
        .List("steps", new RecordShape().Text("name", "text"))
        .List("methods", new RecordShape().Text("channel", "time_unit", "text").Number("time").List("fees", new RecordShape().Text("type", "currency", "text").Number("value")))
        .List("dossier_cases", new RecordShape().Text("name").List("components", new RecordShape().Text("code", "name").Count("originals", "copies").Flag("required").Texts("forms")))
        .Passed("source", "source_id", "state", "life_event", "target_types", "created_at", "updated_at");

    public ForeignRecord Read(JsonElement json)
    {
        var read = Understand(json);
        if (home is null || read.Body is not Procedure procedure || !home.IsOther(Provinces.Of(procedure)))
        {
            return read;
        }

        return home.LeavesOthersOut && home.IsOther(Provinces.PublisherOf(procedure))
            ? ForeignRecord.Refused("procedures.import.other-province", "promulgating_agency", procedure.PromulgatingAgency!.Name)
            : read with { Remarks = [.. read.Remarks, $"{procedure.Code} is carried out by an office of {Provinces.Of(procedure)}, another province"] };
    }

    private static ForeignRecord Understand(JsonElement json)
    {
        var record = new RecordFields(json);
        if (!ProcedureCode.TryParse(record.Text("code"), out var code))
        {
            return ForeignRecord.Refused("procedures.import.bad-code", "code", record.Text("code"));
        }

        if (record.Line("name") is not { } name)
        {
            return ForeignRecord.Refused("procedures.import.no-name", "name", record.Text("name"));
        }

        if (!record.TryDay("decision_date", out var decidedOn))
        {
            return ForeignRecord.Refused("procedures.import.bad-day", "decision_date", record.Text("decision_date"));
        }

        if (!record.TryDay("publication_date", out var publishedOn))
        {
            return ForeignRecord.Refused("procedures.import.bad-day", "publication_date", record.Text("publication_date"));
        }

        var promulgating = json.TryGetProperty("promulgating_agency", out var agency) && agency.ValueKind == JsonValueKind.Object ? AgencyOf(agency) : null;
        var executing = Agencies(record, "executing_agencies");
        return new ForeignRecord
        {
            Key = code,
            Title = name,
            Slug = code,
            AgencyCodes = [.. executing.Append(promulgating).Select(a => a?.Code).OfType<string>().Distinct()],
            PublishedAt = publishedOn is { } day ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null,
            Remarks = code == record.Text("code") ? [] : [$"code “{record.Text("code")}” taken as {code}"],
            Body = new Procedure
            {
                Code = code,
                Name = name,
                DecisionNumber = record.Line("decision_no"),
                DecidedOn = decidedOn,
                PublishedOn = publishedOn,
                PromulgatingAgency = promulgating,
                Fields = CodedNames(record, "fields"),
                Levels = Strings(record, "levels"),
                Formality = record.Line("formality_type"),
                IsFullyOnline = record.IsTrue("is_full_process"),
                IsOfflineOnly = record.IsTrue("is_offline_only"),
                Subjects = CodedNames(record, "subjects"),
                ExecutingAgencies = executing,
                AuthorityAgencies = Agencies(record, "authority_agencies"),
                CoordinatingAgencies = Agencies(record, "coordinating_agencies"),
                ExecutingUnitGroups = Strings(record, "executing_unit_groups"),
                ReceivingAddresses = record.Lines("receiving_addresses"),
                Steps = [.. record.List("steps").Select(StepOf).OfType<Step>()],
                Methods = [.. record.List("methods").Select(MethodOf)],
                DossierCases = [.. record.List("dossier_cases").Select(CaseOf)],
                LegalBases = CodedNames(record, "legal_bases"),
                Results = CodedNames(record, "results"),
                Requirements = record.Lines("requirements"),
                Keywords = record.Line("keywords"),
                Note = record.Lines("note"),
                NationalUrl = HttpsOrNull(record.Line("url")),
            },
        };
    }

    private static string? HttpsOrNull(string? url) => url is not null && url.StartsWith("https://", StringComparison.Ordinal) ? url : null;

    private static Step? StepOf(JsonElement json)
    {
        var record = new RecordFields(json);
        var (name, text) = (record.Line("name"), record.Lines("text"));
        return name is null && text is null ? null : new Step(name, text ?? "");
    }

    private static Method MethodOf(JsonElement json)
    {
        var record = new RecordFields(json);
        return new Method(record.Line("channel") ?? "DIRECT", Number(json, "time"), record.Line("time_unit"), record.Lines("text"))
        {
            Fees = [.. record.List("fees").Select(FeeOf)],
        };
    }

    private static Fee FeeOf(JsonElement json)
    {
        var record = new RecordFields(json);
        return new Fee(record.Line("type") ?? "FEE", Number(json, "value"), record.Line("currency") == "USD" ? "USD" : "VND", record.Lines("text"));
    }

    private static DossierCase CaseOf(JsonElement json)
    {
        var record = new RecordFields(json);
        return new DossierCase(record.Line("name")) { Papers = [.. record.List("components").Select(PaperOf).OfType<Paper>()] };
    }

    private static Paper? PaperOf(JsonElement json)
    {
        var record = new RecordFields(json);
        return record.Lines("name") is not { } name ? null
            : new Paper(record.Line("code"), name, (int)(Number(json, "originals") ?? 0), (int)(Number(json, "copies") ?? 0), record.IsTrue("required"))
            {
                Forms = Strings(record, "forms"),
            };
    }

    private static CodedName[] CodedNames(RecordFields record, string field) =>
        [.. record.List(field).Select(CodedNameOf).OfType<CodedName>()];

    private static CodedName? CodedNameOf(JsonElement json)
    {
        var record = new RecordFields(json);
        return record.Line("name") is { } name ? new CodedName(record.Line("code"), name) : null;
    }

    private static Agency[] Agencies(RecordFields record, string field) => [.. record.List(field).Select(AgencyOf).OfType<Agency>()];

    private static Agency? AgencyOf(JsonElement json)
    {
        var record = new RecordFields(json);
        return record.Line("name") is { } name ? new Agency(record.Line("code"), name) : null;
    }

    private static string[] Strings(RecordFields record, string field) =>
        [.. record.List(field).Where(v => v.ValueKind == JsonValueKind.String).Select(v => VietnameseText.NormalizeLine(v.GetString()!)).Where(s => s.Length > 0)];

    private static decimal? Number(JsonElement json, string field) =>
        json.TryGetProperty(field, out var value) ? value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDecimal(out var number) => number,
            JsonValueKind.String when decimal.TryParse(value.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        } : null;
}
