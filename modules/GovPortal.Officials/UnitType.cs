using System.Globalization;
using System.Text.Json;
using GovPortal.Core.Checking;
using GovPortal.Core.Files;
using GovPortal.Core.Text;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Reading;

namespace GovPortal.Officials;

/// <summary>What chart, search and the workflow need to know of a unit.</summary>
public sealed class UnitType : ContentType<OrganizationUnit>
{
    public const string TypeName = "unit";
    public const int NameLength = 300;
    public const int TasksLength = 10_000;
    public const int KeyLength = 120;

    // What a card shows of the tasks.
    private const int SummaryLength = 220;

    public override string Name => TypeName;

    public override string Module => OfficialsModule.Named;

    public override string Path => "co-cau";

    public override string Icon => "building";

    public override bool HasForm => true;

    public override IReadOnlyList<IReadOnlyList<string>> FieldGroups { get; } = [["nameEn", "tasksEn", "englishOf"]];

    public static UnitEntry EntryOf(ListedItem item) => EntryOf(item.Title, item.Slug, item.Summary, item.ListJson!);

    public static UnitEntry EntryOf(string title, string slug, string? summary, string listJson) =>
        new(title, slug, summary, JsonSerializer.Deserialize<UnitLine>(listJson, BodyJson.Options)!);

    protected override ContentFacts Facts(OrganizationUnit body) => new(body.Name, VietnameseText.Slug(body.Name))
    {
        Summary = SummaryOf(body.Tasks),
        ListJson = BodyJson.Write(new UnitLine(body.Key, body.Under, body.Order, body.NameEn, body.IsEnglishOlder())),
    };

    protected override SearchText Text(OrganizationUnit body) => new()
    {
        Keywords = body.NameEn,
        Summary = string.Join(" · ", new[] { body.Phone, body.Email, body.Address }.OfType<string>()),
        Body = string.Join('\n', new[] { body.Tasks, body.TasksEn }.OfType<string>()),
    };

    protected override IReadOnlyList<Refusal> Check(OrganizationUnit body) =>
    [
        .. Checks.Required(body.Name, nameof(OrganizationUnit.Name)),
        .. Checks.NotLonger(body.Name, NameLength, nameof(OrganizationUnit.Name)),
        .. Checks.NotLonger(body.NameEn, NameLength, nameof(OrganizationUnit.NameEn)),
        .. Checks.Required(body.Key, nameof(OrganizationUnit.Key)),
        .. Checks.NotLonger(body.Key, KeyLength, nameof(OrganizationUnit.Key)),
        .. body.Under == body.Key ? new[] { new Refusal("officials.unit.under-itself", nameof(OrganizationUnit.Under), body.Name) } : [],
        .. ContactChecks.Order(body.Order, nameof(OrganizationUnit.Order)),
        .. Checks.NotLonger(body.Tasks, TasksLength, nameof(OrganizationUnit.Tasks)),
        .. Checks.NotLonger(body.TasksEn, TasksLength, nameof(OrganizationUnit.TasksEn)),
        .. Checks.NotLonger(body.Address, NameLength, nameof(OrganizationUnit.Address)),
        .. ContactChecks.Phone(body.Phone, nameof(OrganizationUnit.Phone)),
        .. ContactChecks.Email(body.Email, nameof(OrganizationUnit.Email)),
    ];

    protected override IReadOnlyList<NamedText> Fields(OrganizationUnit body, Func<string, string> say) =>
    [
        new(say("officials.unit.name"), body.Name),
        new(say("officials.unit.name-en"), body.NameEn ?? ""),
        new(say("officials.unit.under"), body.Under ?? ""),
        new(say("officials.order"), body.Order.ToString(CultureInfo.InvariantCulture)),
        new(say("officials.unit.tasks"), body.Tasks ?? ""),
        new(say("officials.unit.tasks-en"), body.TasksEn ?? ""),
        new(say("officials.address"), body.Address ?? ""),
        new(say("officials.phone"), body.Phone ?? ""),
        new(say("officials.email"), body.Email ?? ""),
    ];

    private static string? SummaryOf(string? tasks)
    {
        var line = tasks is null ? "" : VietnameseText.NormalizeLine(tasks);
        if (line.Length <= SummaryLength)
        {
            return line.Length == 0 ? null : line;
        }

        var end = line.LastIndexOf(' ', SummaryLength);
        return line[..(end > 0 ? end : SummaryLength)] + "…";
    }
}
