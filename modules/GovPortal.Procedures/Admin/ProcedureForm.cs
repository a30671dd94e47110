using GovPortal.Core.Text;
using GovPortal.Editing.Forms;
using GovPortal.Publishing.Content;

namespace GovPortal.Procedures.Admin;

/// <summary>A procedure as people type it.</summary>
public sealed class ProcedureForm : IRecordForm<Procedure>
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? DecisionNumber { get; set; }

    public string? DecidedOn { get; set; }

    public string? PublishedOn { get; set; }

    public string? PromulgatingName { get; set; }

    public string? PromulgatingCode { get; set; }

    public List<NameRow> Fields { get; set; } = [];

    /// <summary>By their codes; true for those that are ticked.</summary>
    public Dictionary<string, bool?> Levels { get; set; } = [];

    public string? Formality { get; set; }

    public bool? IsFullyOnline { get; set; }

    public bool? IsOfflineOnly { get; set; }

    public List<NameRow> Subjects { get; set; } = [];

    public List<NameRow> Executing { get; set; } = [];

    public List<NameRow> Authority { get; set; } = [];

    public List<NameRow> Coordinating { get; set; } = [];

    /// <summary>One a line.</summary>
    public string? UnitGroups { get; set; }

    public string? ReceivingAddresses { get; set; }

    public List<StepRow> Steps { get; set; } = [];

    public List<MethodRow> Methods { get; set; } = [];

    public List<CaseRow> Cases { get; set; } = [];

    public List<NameRow> LegalBases { get; set; } = [];

    public List<NameRow> Results { get; set; } = [];

    public string? Requirements { get; set; }

    public string? Keywords { get; set; }

    public string? Remarks { get; set; }

    public string? NationalUrl { get; set; }

    public void Begin()
    {
        Fields.Add(new NameRow());
        Executing.Add(new NameRow());
        Methods.Add(new MethodRow());
        Cases.Add(new CaseRow { Papers = [new PaperRow()] });
        Steps.Add(new StepRow());
        Results.Add(new NameRow());
        LegalBases.Add(new NameRow());
    }

    public void Fill(Procedure record)
    {
        ArgumentNullException.ThrowIfNull(record);
        (Code, Name, DecisionNumber, Formality) = (record.Code, record.Name, record.DecisionNumber, record.Formality);
        (DecidedOn, PublishedOn) = (FormReader.Written(record.DecidedOn), FormReader.Written(record.PublishedOn));
        (PromulgatingName, PromulgatingCode) = (record.PromulgatingAgency?.Name, record.PromulgatingAgency?.Code);
        (Fields, Subjects, LegalBases, Results) = (RowsOf(record.Fields), RowsOf(record.Subjects), RowsOf(record.LegalBases), RowsOf(record.Results));
        (Executing, Authority, Coordinating) = (RowsOf(record.ExecutingAgencies), RowsOf(record.AuthorityAgencies), RowsOf(record.CoordinatingAgencies));
        Levels = record.Levels.Distinct().ToDictionary(level => level, _ => (bool?)true);
        (IsFullyOnline, IsOfflineOnly) = (record.IsFullyOnline, record.IsOfflineOnly);
        UnitGroups = string.Join('\n', record.ExecutingUnitGroups);
        (ReceivingAddresses, Requirements, Keywords, Remarks, NationalUrl) = (record.ReceivingAddresses, record.Requirements, record.Keywords, record.Note, record.NationalUrl);
        Steps = [.. record.Steps.Select(step => new StepRow { Name = step.Name, Text = step.Text })];
        Methods = [.. record.Methods.Select(MethodOf)];
        Cases = [.. record.DossierCases.Select(CaseOf)];
    }

    public Procedure Compose(FormReader reader, Procedure? newest)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var name = reader.Required(FormReader.Line(Name), reader.At(nameof(Name), "procedures.form.name"));
        var read = new ProcedureReading(reader);
        return new Procedure
        {
            Code = ReadCode(reader),
            Name = name,
            DecisionNumber = FormReader.Line(DecisionNumber),
            DecidedOn = reader.Day(DecidedOn, reader.At(nameof(DecidedOn), "procedures.form.decided-on")),
            PublishedOn = reader.Day(PublishedOn, reader.At(nameof(PublishedOn), "procedures.published-on")),
            PromulgatingAgency = ReadPromulgating(reader),
            Fields = read.Names(Fields, nameof(Fields), "procedures.field"),
            Levels = [.. (newest?.Levels ?? []).Concat(Levels.Keys).Distinct().Where(level => Levels.GetValueOrDefault(level) == true)],
            Formality = FormReader.Line(Formality),
            IsFullyOnline = IsFullyOnline == true,
            IsOfflineOnly = IsOfflineOnly == true,
            Subjects = read.Names(Subjects, nameof(Subjects), "procedures.subject"),
            ExecutingAgencies = read.Agencies(Executing, nameof(Executing), "procedures.executing"),
            AuthorityAgencies = read.Agencies(Authority, nameof(Authority), "procedures.authority"),
            CoordinatingAgencies = read.Agencies(Coordinating, nameof(Coordinating), "procedures.coordinating"),
            ExecutingUnitGroups = ProcedureReading.EachLine(UnitGroups),
            ReceivingAddresses = FormReader.Lines(ReceivingAddresses),
            Steps = ProcedureReading.Steps(Steps),
            Methods = read.Methods(Methods, nameof(Methods)),
            DossierCases = read.Cases(Cases, nameof(Cases)),
            LegalBases = read.Names(LegalBases, nameof(LegalBases), "procedures.legal-bases"),
            Results = read.Names(Results, nameof(Results), "procedures.results"),
            Requirements = FormReader.Lines(Requirements),
            Keywords = FormReader.Line(Keywords),
            Note = FormReader.Lines(Remarks),
            NationalUrl = ReadAddress(reader),
        };
    }

    private string ReadCode(FormReader reader)
    {
        var at = reader.At(nameof(Code), "procedures.code");
        var typed = reader.Required(FormReader.Line(Code), at);
        if (ProcedureCode.TryParse(typed, out var code))
        {
            return code;
        }

        if (typed.Length > 0)
        {
            reader.Refuse(at, "procedures.import.bad-code", typed);
        }

        return typed;
    }

    private Agency? ReadPromulgating(FormReader reader)
    {
        var (name, code) = (FormReader.Line(PromulgatingName), FormReader.Line(PromulgatingCode));
        return name is null && code is null ? null : new Agency(code, reader.Required(name, reader.At(nameof(PromulgatingName), "procedures.promulgating")));
    }

    private string? ReadAddress(FormReader reader)
    {
        var address = FormReader.Line(NationalUrl);
        if (address is not null && !address.StartsWith("https://", StringComparison.Ordinal))
        {
            reader.Refuse(reader.At(nameof(NationalUrl), "procedures.form.national-url"), "form.address", address);
        }

        return address;
    }

    private static List<NameRow> RowsOf(IReadOnlyList<CodedName> names) => [.. names.Select(name => new NameRow { Code = name.Code, Name = name.Name })];

    private static List<NameRow> RowsOf(IReadOnlyList<Agency> agencies) => [.. agencies.Select(agency => new NameRow { Code = agency.Code, Name = agency.Name })];

    private static MethodRow MethodOf(Method method) => new()
    {
        Channel = method.Channel,
        Time = FormReader.Written(method.Time),
        TimeUnit = method.TimeUnit,
        Text = method.Text,
        Fees = [.. method.Fees.Select(fee => new FeeRow { Type = fee.Type, Value = FormReader.Written(fee.Value), Currency = fee.Currency, Text = fee.Text })],
    };

    private static CaseRow CaseOf(DossierCase dossier) => new()
    {
        Name = dossier.Name,
        Papers =
        [
            .. dossier.Papers.Select(paper => new PaperRow
            {
                Name = paper.Name,
                Code = paper.Code,
                Originals = FormReader.Written(paper.Originals),
                Copies = FormReader.Written(paper.Copies),
                IsRequired = paper.IsRequired,
                Forms = string.Join('\n', paper.Forms),
                FormFiles = [.. (paper.FormFiles ?? []).Select(file => new FormFileRow { Name = file.Name, Url = file.Url })],
            }),
        ],
    };
}
