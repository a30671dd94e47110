using System.Globalization;
using System.Text.Json;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Text;
using GovPortal.Editing.Cleaning;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Reading;

namespace GovPortal.Documents;

/// <summary>What lists, search and the workflow need to know of a legal document.</summary>
public sealed class LegalDocumentType(SafeHtml html) : ContentType<LegalDocument>
{
    public const string TypeName = "document";

    public override string Name => TypeName;

    public override string Module => DocumentsModule.Named;

    public override string Path => "van-ban";
    public override string Icon => "law";
    public override bool HasFields => true;

    public override int SearchOrder => 1;
    public override int DeskOrder => 1;

    public override bool HasForm => true;

    public override IReadOnlyList<IReadOnlyList<string>> FieldGroups { get; } = [["field", "fieldLabel"]];

    protected override ContentFacts Facts(LegalDocument body) => new(body.Title, SlugOf(body))
    {
        Code = body.Number,
        Summary = body.Abstract,
        SortOn = body.IssuedOn,
        ListJson = BodyJson.Write(new DocumentLine(body.Type, body.Issuer, body.IssuedOn, body.EffectiveOn, body.ExpiresOn, body.StatedValidity, body.Files.Count)),
        Terms = [.. TermsOf(body)],
    };

    /// <summary>Kind of the terms by which a document is found that put another out of force.</summary>
    public const string ReplacesTerm = "replaces";

    protected override SearchText Text(LegalDocument body) => new()
    {
        Keywords = string.Join('\n', new[] { body.Issuer, body.FieldLabel, body.Signer }.OfType<string>()),
        Summary = body.Abstract,
        Body = html.ToText(body.Text),
    };

    protected override IReadOnlyList<Refusal> Check(LegalDocument body) =>
    [
        .. Checks.Required(body.Abstract, "summary"),
        .. Checks.NotLonger(body.Abstract, ContentFacts.TitleLength, "summary"),
        .. Checks.NotLonger(body.Number, 100, "number"),
        .. Checks.Required(body.Issuer, "agency"),
        .. Checks.NotLonger(body.Issuer, 300, "agency"),
        .. Checks.NotLonger(body.Text, Checks.LongestText, "text"),
        .. body.ExpiresOn < body.EffectiveOn ? new[] { new Refusal("documents.expires-before-effective", "expires", $"{Day(body.ExpiresOn)} < {Day(body.EffectiveOn)}") } : [],
    ];

    protected override IReadOnlyList<Refusal> PublishBlockers(LegalDocument body) =>
    [
        .. DocumentParts.Missing(body),
        .. PictureWords.Missing(body.Text, "Body"),
    ];

    protected override IReadOnlyList<CountedPart> Parts(LegalDocument body) => DocumentParts.Of(body);

    protected override IReadOnlyList<Refusal> Doubts(LegalDocument body, DateOnly today) => [.. DocumentParts.Doubts(body, today)];

    protected override IReadOnlyList<NamedText> Fields(LegalDocument body, Func<string, string> say) =>
    [
        new(say("documents.type"), body.Type ?? ""),
        new(say("documents.number"), body.Number ?? ""),
        new(say("documents.abstract"), body.Abstract),
        new(say("documents.issuer"), body.Issuer),
        new(say("documents.signer"), body.Signer ?? ""),
        new(say("documents.field"), body.FieldLabel ?? body.Field ?? ""),
        new(say("documents.issued-on"), Day(body.IssuedOn)),
        new(say("documents.effective-on"), Day(body.EffectiveOn)),
        new(say("documents.expires-on"), Day(body.ExpiresOn)),
        new(say("documents.validity"), body.StatedValidity is { } validity ? say("documents.validity." + validity) : ""),
        new(say("documents.gazette"), body.Gazette ?? ""),
        new(say("documents.files"), string.Join('\n', body.Files.Select(file => $"{file.Name} {file.Url}"))),
        new(say("documents.relations"), string.Join('\n', (body.Relations ?? []).Select(other => $"{say("documents.relation." + other.Kind)}: {other.Number} {other.Name}"))),
        new(say("documents.source"), body.SourceUrl ?? ""),
        new(say("documents.text"), body.Text ?? "") { Kind = NamedTextKind.Markup },
    ];

    public static DocumentLine LineOf(ListedItem item) => JsonSerializer.Deserialize<DocumentLine>(item.ListJson!, BodyJson.Options)!;

    private static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";

    private static string SlugOf(LegalDocument body) =>
        body.Number is { } number ? VietnameseText.Slug($"{body.Type} {number}") : VietnameseText.Slug(body.Title);

    private static IEnumerable<ContentTerm> TermsOf(LegalDocument body)
    {
        yield return new ContentTerm("agency", VietnameseText.Slug(body.Issuer), body.Issuer);
        if (body.Type is { } type)
        {
            yield return new ContentTerm("document-type", VietnameseText.Slug(type), type);
        }

        if (body.Field is { } field)
        {
            yield return new ContentTerm("field", field, body.FieldLabel ?? field);
        }

        foreach (var other in (body.Relations ?? []).Where(relation => relation.Kind is RelationKind.Replaces or RelationKind.Repeals).DistinctBy(relation => ProposedRelations.KeyOf(relation.Number)))
        {
            yield return new ContentTerm(ReplacesTerm, ProposedRelations.KeyOf(other.Number), other.Number);
        }

        if (body.IssuedOn is { } day)
        {
            var year = day.Year.ToString(CultureInfo.InvariantCulture);
            yield return new ContentTerm("year", year, year);
        }
    }
}

/// <summary>The small print of a document in a list.</summary>
public sealed record DocumentLine(string? Type, string Issuer, DateOnly? IssuedOn, DateOnly? EffectiveOn, DateOnly? ExpiresOn, Validity? StatedValidity, int Files)
{
    public Validity ValidityOn(DateOnly day) => ValidityRule.On(day, EffectiveOn, ExpiresOn, StatedValidity);
}
