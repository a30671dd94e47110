using System.Globalization;
using GovPortal.Publishing.Content;

namespace GovPortal.Procedures;

/// <summary>Every field of a procedure in words, as those who compare two versions read it.</summary>
internal sealed class ProcedureFields(Func<string, string> say)
{
    private static readonly CultureInfo vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public IReadOnlyList<NamedText> Of(Procedure it) =>
    [
        Named("procedures.form.name", it.Name),
        Named("procedures.code", it.Code),
        Named("procedures.field", Names(it.Fields)),
        Named("procedures.level", string.Join(", ", it.Levels.Select(level => Known("procedures.level.", level)))),
        Named("procedures.formality", it.Formality is { } formality ? Known("procedures.formality.", formality) : null),
        Named("procedures.form.online", Lines([it.IsFullyOnline ? say("procedures.form.fully-online") : null, it.IsOfflineOnly ? say("procedures.form.offline-only") : null])),
        Named("procedures.keywords", it.Keywords),
        Named("procedures.executing", Lines([Agencies(it.ExecutingAgencies), .. it.ExecutingUnitGroups])),
        Named("procedures.authority", Agencies(it.AuthorityAgencies)),
        Named("procedures.coordinating", Agencies(it.CoordinatingAgencies)),
        Named("procedures.receiving", it.ReceivingAddresses),
        Named("procedures.subject", Names(it.Subjects)),
        Named("procedures.methods", Lines(it.Methods.Select(MethodOf))),
        Named("procedures.dossier", Lines(it.DossierCases.Select(CaseOf))),
        Named("procedures.steps", Lines(it.Steps.Select(step => Lines([step.Name, step.Text])))),
        Named("procedures.requirements", it.Requirements),
        Named("procedures.results", Names(it.Results)),
        Named("procedures.legal-bases", Names(it.LegalBases)),
        Named("procedures.note", it.Note),
        Named("procedures.decision", Lines([it.DecisionNumber, Day(it.DecidedOn)])),
        Named("procedures.published-on", Day(it.PublishedOn)),
        Named("procedures.promulgating", it.PromulgatingAgency is { } agency ? Agencies([agency]) : null),
        Named("procedures.form.national-url", it.NationalUrl),
    ];

    private NamedText Named(string label, string? text) => new(say(label), text ?? "");

    private string MethodOf(Method method) => Lines(
    [
        $"{Known("procedures.channel.", method.Channel)}: {method.Time?.ToString("#,##0.##", vietnamese)} {(method.TimeUnit is { } unit ? Known("procedures.form.unit.", unit) : "")}",
        method.Text,
        .. method.Fees.Select(fee => $"{Known("procedures.fee.", fee.Type)}: {fee.Value?.ToString("#,##0.##", vietnamese)} {(fee.Value is null ? "" : fee.Currency)} {fee.Text}"),
    ]);

    private string CaseOf(DossierCase dossier) => Lines(
    [
        dossier.Name,
        .. dossier.Papers.Select(paper => $"– {paper.Code} {paper.Name} ({say("procedures.paper.original")}: {paper.Originals}, {say("procedures.paper.copy")}: {paper.Copies}{(paper.IsRequired ? ", " + say("procedures.paper.required") : "")}) {string.Join(", ", [.. (paper.FormFiles ?? []).Select(file => $"{file.Name} {file.Url}"), .. paper.Forms])}"),
    ]);

    private string Known(string prefix, string code) => ProcedureCodes.Knows(prefix, code) ? say(prefix + code) : code;

    private static string Names(IEnumerable<CodedName> names) => Lines(names.Select(name => $"{name.Code} {name.Name}".Trim()));

    private static string Agencies(IEnumerable<Agency> agencies) => Lines(agencies.Select(agency => $"{agency.Code} {agency.Name}".Trim()));

    private static string? Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Lines(IEnumerable<string?> lines) => string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line)));
}
