using System.Globalization;
using System.Text.Json;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;

namespace GovPortal.Officials;

/// <summary>What the directory, search and the workflow need to know of a person.</summary>
public sealed class OfficialType : ContentType<Official>
{
    public const string TypeName = "official";

    /// <summary>Kind of the term of those who hold a post that has no end.</summary>
    public const string StandingTerm = "standing";

    public const string Present = "present";

    public const int NameLength = 150;
    public const int PostLength = 200;
    public const int ReceptionLength = 600;
    public const int DutiesLength = 4_000;

    /// <summary>More posts nobody has held.</summary>
    public const int MostPosts = 30;

    public override string Name => TypeName;

    public override string Module => OfficialsModule.Named;

    public override string Path => "can-bo";

    public override string Icon => "person";

    public override int SearchOrder => 4;

    public override bool HasForm => true;

    public override IReadOnlyList<IReadOnlyList<string>> FieldGroups { get; } = [["picture", "pictureAlt"], ["receptionEn", "dutiesEn", "englishOf"]];

    public static OfficialLine LineOf(ListedItem item) => JsonSerializer.Deserialize<OfficialLine>(item.ListJson!, BodyJson.Options)!;

    protected override ContentFacts Facts(Official body) => new(body.Name, VietnameseText.Slug(body.Name))
    {
        Summary = string.Join("; ", PresentOf(body).Select(Written)),
        Picture = body.Picture,
        PictureAlt = body.PictureAlt,
        Terms = body.Posts.Any(held => held.Until is null) ? [new ContentTerm(StandingTerm, Present, Present)] : [],
        ListJson = BodyJson.Write(new OfficialLine(body.Posts, body.Order, body.Phone, body.Email, body.Reception, body.ReceptionEn)
        {
            IsLeader = body.IsLeader,
            IsInformationOfficer = body.IsInformationOfficer,
            IsSpokesperson = body.IsSpokesperson,
            IsEnglishOlder = body.IsEnglishOlder(),
        }),
    };

    protected override SearchText Text(Official body) => new()
    {
        Keywords = string.Join('\n', body.Posts.SelectMany(held => new[] { Written(held), held.PostEn }).OfType<string>().Distinct()),
        Summary = string.Join(" · ", new[] { Written(PresentOf(body).FirstOrDefault()), body.Phone, body.Email }.Where(part => !string.IsNullOrEmpty(part))),
        Body = string.Join('\n', new[] { body.Duties, body.Reception, body.DutiesEn, body.ReceptionEn }.OfType<string>()),
    };

    protected override IReadOnlyList<Refusal> Check(Official body) =>
    [
        .. Checks.Required(body.Name, nameof(Official.Name)),
        .. Checks.NotLonger(body.Name, NameLength, nameof(Official.Name)),
        .. body.Posts.Count is 0 or > MostPosts ? new[] { new Refusal("officials.posts.count", nameof(Official.Posts), $"{body.Posts.Count}") } : [],
        .. body.Posts.SelectMany(CheckPost),
        .. ContactChecks.Order(body.Order, nameof(Official.Order)),
        .. ContactChecks.Phone(body.Phone, nameof(Official.Phone)),
        .. ContactChecks.Phone(body.Fax, nameof(Official.Fax)),
        .. ContactChecks.Email(body.Email, nameof(Official.Email)),
        .. Checks.NotLonger(body.PictureAlt, NameLength * 2, nameof(Official.PictureAlt)),
        .. Checks.NotLonger(body.Reception, ReceptionLength, nameof(Official.Reception)),
        .. Checks.NotLonger(body.ReceptionEn, ReceptionLength, nameof(Official.ReceptionEn)),
        .. Checks.NotLonger(body.Duties, DutiesLength, nameof(Official.Duties)),
        .. Checks.NotLonger(body.DutiesEn, DutiesLength, nameof(Official.DutiesEn)),
    ];

    protected override IReadOnlyList<Refusal> PublishBlockers(Official body) =>
        body.Picture is { } picture && string.IsNullOrWhiteSpace(body.PictureAlt) ? [new Refusal("officials.picture.no-alt", nameof(Official.PictureAlt), body.Name)] : [];

    protected override IReadOnlyList<NamedText> Fields(Official body, Func<string, string> say) =>
    [
        new(say("officials.name"), body.Name),
        new(say("officials.posts"), string.Join('\n', body.Posts.Select(held => $"{Written(held)} {Span(held)}".Trim()))),
        new(say("officials.posts.english"), string.Join('\n', body.Posts.Select(held => held.PostEn).OfType<string>())),
        new(say("officials.roles"), string.Join('\n', RolesOf(body).Select(say))),
        new(say("officials.order"), body.Order.ToString(CultureInfo.InvariantCulture)),
        new(say("officials.phone"), body.Phone ?? ""),
        new(say("officials.fax"), body.Fax ?? ""),
        new(say("officials.email"), body.Email ?? ""),
        new(say("officials.picture"), body.Picture ?? "") { Kind = NamedTextKind.Picture },
        new(say("officials.picture-alt"), body.PictureAlt ?? ""),
        new(say("officials.reception"), body.Reception ?? ""),
        new(say("officials.reception-en"), body.ReceptionEn ?? ""),
        new(say("officials.duties"), body.Duties ?? ""),
        new(say("officials.duties-en"), body.DutiesEn ?? ""),
    ];

    /// <summary>Post and unit, for example “Trưởng phòng, Phòng Hộ tịch”.</summary>
    public static string? Written(HeldPost? held) => held is null ? null : held.UnitName is { } unit ? $"{held.Post}, {unit}" : held.Post;

    private static IEnumerable<string> RolesOf(Official body) => new[]
    {
        (body.IsLeader, "officials.role.leader"), (body.IsInformationOfficer, "officials.role.information"), (body.IsSpokesperson, "officials.role.spokesperson"),
    }.Where(role => role.Item1).Select(role => role.Item2);

    // What has an end has ended or will: of all posts those without one, and where every post has ended the last.
    private static IEnumerable<HeldPost> PresentOf(Official body) => body.Posts.Any(held => held.Until is null)
        ? body.Posts.Where(held => held.Until is null)
        : body.Posts.OrderByDescending(held => held.Until).Take(1);

    private static IEnumerable<Refusal> CheckPost(HeldPost held, int number)
    {
        var at = $"{nameof(Official.Posts)}[{number}]";
        return
        [
            .. Checks.Required(held.Post, $"{at}.{nameof(held.Post)}"),
            .. Checks.NotLonger(held.Post, PostLength, $"{at}.{nameof(held.Post)}"),
            .. Checks.NotLonger(held.PostEn, PostLength, $"{at}.{nameof(held.PostEn)}"),
            .. Checks.NotLonger(held.Unit, UnitType.KeyLength, $"{at}.{nameof(held.Unit)}"),
            .. Checks.NotLonger(held.UnitName, UnitType.NameLength, $"{at}.{nameof(held.Unit)}"),
            .. held.Until < held.From ? new[] { new Refusal("officials.post.ends-before", $"{at}.{nameof(held.Until)}", Span(held)) } : [],
        ];
    }

    private static string Span(HeldPost held) => held is { From: null, Until: null } ? "" : $"({Day(held.From)} – {Day(held.Until)})";

    private static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "…";
}
