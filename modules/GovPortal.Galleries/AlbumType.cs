using System.Globalization;
using System.Text.Json;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Text;
using GovPortal.Editing.Cleaning;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;

namespace GovPortal.Galleries;

/// <summary>What lists, search and the workflow need to know of an album.</summary>
public sealed class AlbumType : ContentType<Album>
{
    public const string TypeName = "album";
    public const int LineLength = 300;
    public const int SummaryLength = 2_000;
    public const int MostPictures = 200;

    public override string Name => TypeName;

    public override string Module => GalleriesModule.Named;

    public override string Path => "thu-vien-anh";

    public override bool HasForm => true;

    public override string Icon => "image";

    protected override ContentFacts Facts(Album body) => new(body.Title, VietnameseText.Slug(body.Title, 120))
    {
        Summary = body.Summary,
        Picture = body.Pictures.Count > 0 ? body.Pictures[0].Path : null,
        PictureAlt = body.Pictures.Count > 0 ? body.Pictures[0].Alt : null,
        ListJson = BodyJson.Write(new AlbumLine(body.Pictures.Count, body.TakenOn)),
    };

    protected override SearchText Text(Album body) => new()
    {
        Summary = body.Summary,
        Body = string.Join('\n', body.Pictures.SelectMany(picture => new[] { picture.Caption, picture.Alt, picture.Credit }).OfType<string>().Distinct()),
    };

    protected override IReadOnlyList<Refusal> Check(Album body) =>
    [
        .. Checks.Required(body.Title, nameof(body.Title)),
        .. Checks.NotLonger(body.Title, LineLength, nameof(body.Title)),
        .. Checks.NotLonger(body.Summary, SummaryLength, nameof(body.Summary)),
        .. body.Pictures.Count > MostPictures ? [new Refusal("galleries.too-many", nameof(body.Pictures), body.Pictures.Count.ToString(CultureInfo.InvariantCulture))] : Array.Empty<Refusal>(),
        .. body.Pictures.Where(picture => !picture.Path.StartsWith("/tep/", StringComparison.Ordinal)).Take(1).Select(picture => new Refusal("galleries.not-in-library", nameof(body.Pictures), picture.Path.Length > 80 ? picture.Path[..79] + "…" : picture.Path)),
        .. body.Pictures.SelectMany(picture => new[] { picture.Alt, picture.Caption, picture.Credit }).SelectMany(text => Checks.NotLonger(text, SummaryLength, nameof(body.Pictures))).Take(1),
    ];

    protected override IReadOnlyList<Refusal> PublishBlockers(Album body) =>
    [
        .. body.Pictures.Count == 0 ? [new Refusal("galleries.empty", nameof(body.Pictures))] : Array.Empty<Refusal>(),
        .. body.Pictures.Where(picture => string.IsNullOrWhiteSpace(picture.Alt)).Select(picture => new Refusal("galleries.no-alt", nameof(body.Pictures), PictureWords.NameOf(picture.Path))),
    ];

    protected override IReadOnlyList<NamedText> Fields(Album body, Func<string, string> say) =>
    [
        new(say("galleries.field.title"), body.Title),
        new(say("galleries.field.summary"), body.Summary ?? ""),
        new(say("galleries.field.taken"), body.TakenOn?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? ""),
        .. body.Pictures.SelectMany((picture, n) => new NamedText[]
        {
            new($"{say("galleries.picture")} {n + 1}", picture.Path) { Kind = NamedTextKind.Picture },
            new($"{say("galleries.picture")} {n + 1}: {say("galleries.field.caption")}", string.Join(" · ", new[] { picture.Caption, picture.Credit, picture.Alt }.OfType<string>())),
        }),
    ];

    public static AlbumLine LineOf(ListedItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return JsonSerializer.Deserialize<AlbumLine>(item.ListJson!, BodyJson.Options)!;
    }
}

/// <summary>What lists show of an album.</summary>
public sealed record AlbumLine(int Pictures, DateOnly? TakenOn);
