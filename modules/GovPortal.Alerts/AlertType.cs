using System.Globalization;
using System.Text.Json;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;

namespace GovPortal.Alerts;

/// <summary>What pages, search and the workflow need to know of an alert.</summary>
public sealed class AlertType : ContentType<Alert>
{
    public const string TypeName = "alert";
    public const int TitleLength = 160;
    public const int TextLength = 4_000;
    public const int AreaLength = 300;
    public const int MostSites = 200;

    /// <summary>Longer nothing stands above everything; what holds for good belongs on a page.</summary>
    public const int MostDays = 366;

    private const int SummaryLength = 220;

    public override string Name => TypeName;

    public override string Module => AlertsModule.Named;

    public override string Path => "canh-bao";

    public override string Icon => "warning";

    public override bool HasForm => true;

    public override IReadOnlyList<IReadOnlyList<string>> FieldGroups { get; } = [["startsAt", "endsAt"], ["reach", "sites"]];

    public static AlertLine LineOf(ListedItem item) => JsonSerializer.Deserialize<AlertLine>(item.ListJson!, BodyJson.Options)!;

    public static AlertLine LineOf(Alert body) => new(body.Grade, body.Category, body.StartsAt, body.EndsAt, body.Reach)
    {
        TitleEn = body.TitleEn,
        SummaryEn = SummaryOf(body.TextEn),
        Area = body.Area,
        Sites = body.Reach == AlertReach.Chosen ? body.Sites : null,
    };

    /// <summary>Day and time, for example <c>02/03/2026 08:00</c>.</summary>
    public static string Written(DateTime wall) => wall.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);

    protected override ContentFacts Facts(Alert body) => new(body.Title, VietnameseText.Slug($"{body.Title} {body.StartsAt:yyyy-MM-dd}"))
    {
        Summary = SummaryOf(body.Text),
        ListJson = BodyJson.Write(LineOf(body)),
    };

    protected override SearchText Text(Alert body) => new()
    {
        Keywords = string.Join('\n', new[] { body.TitleEn, body.Area }.OfType<string>()),
        Summary = SummaryOf(body.Text),
        Body = string.Join('\n', new[] { body.Text, body.TextEn }.OfType<string>()),
    };

    protected override IReadOnlyList<Refusal> Check(Alert body) =>
    [
        .. Checks.Required(body.Title, nameof(Alert.Title)),
        .. Checks.NotLonger(body.Title, TitleLength, nameof(Alert.Title)),
        .. Checks.NotLonger(body.TitleEn, TitleLength, nameof(Alert.TitleEn)),
        .. Checks.NotLonger(body.Text, TextLength, nameof(Alert.Text)),
        .. Checks.NotLonger(body.TextEn, TextLength, nameof(Alert.TextEn)),
        .. Checks.NotLonger(body.Area, AreaLength, nameof(Alert.Area)),
        .. AlertCodes.Categories.Contains(body.Category) ? Array.Empty<Refusal>() : [new Refusal("alerts.category.unknown", nameof(Alert.Category), Shown(body.Category))],
        .. body.Reach == AlertReach.Chosen && body.Sites.Count is 0 or > MostSites ? new[] { new Refusal("alerts.sites.count", nameof(Alert.Sites), $"{body.Sites.Count}") } : [],
        .. CheckTimes(body),
    ];

    protected override IReadOnlyList<NamedText> Fields(Alert body, Func<string, string> say) =>
    [
        new(say("alerts.field.title"), body.Title),
        new(say("alerts.field.title-en"), body.TitleEn ?? ""),
        new(say("alerts.field.text"), body.Text ?? ""),
        new(say("alerts.field.text-en"), body.TextEn ?? ""),
        new(say("alerts.field.grade"), say($"alerts.grade.{body.Grade}")),
        new(say("alerts.field.category"), say($"alerts.category.{body.Category}")),
        new(say("alerts.field.area"), body.Area ?? ""),
        new(say("alerts.field.starts"), Written(body.StartsAt)),
        new(say("alerts.field.ends"), Written(body.EndsAt)),
        new(say("alerts.field.reach"), say($"alerts.reach.{body.Reach}")),
        new(say("alerts.field.sites"), string.Join('\n', body.Sites)),
    ];

    private static IEnumerable<Refusal> CheckTimes(Alert body)
    {
        if (!WrittenDay.IsInRange(DateOnly.FromDateTime(body.StartsAt)))
        {
            yield return new Refusal("alerts.when", nameof(Alert.StartsAt), Written(body.StartsAt));
        }
        else if (body.EndsAt <= body.StartsAt)
        {
            yield return new Refusal("alerts.ends-before-start", nameof(Alert.EndsAt), $"{Written(body.EndsAt)} ≤ {Written(body.StartsAt)}");
        }
        else if (body.EndsAt > body.StartsAt.AddDays(MostDays))
        {
            yield return new Refusal("alerts.too-long", nameof(Alert.EndsAt), Written(body.EndsAt));
        }
    }

    private static string Shown(string text) => text.Length <= 80 ? text : text[..79] + "…";

    // The first line: what follows is read on the alert's own page.
    private static string? SummaryOf(string? text)
    {
        var line = text is null ? "" : VietnameseText.NormalizeLine(text.Trim().Split('\n')[0]);
        if (line.Length <= SummaryLength)
        {
            return line.Length == 0 ? null : line;
        }

        var end = line.LastIndexOf(' ', SummaryLength);
        return line[..(end > 0 ? end : SummaryLength)] + "…";
    }
}
