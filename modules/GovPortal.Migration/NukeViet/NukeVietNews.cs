using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using GovPortal.Core.Text;
using GovPortal.Publishing.Import;

namespace GovPortal.Migration.NukeViet;

/// <summary>Puts news together from the tables they are spread over.</summary>
/// <param name="site">Where the old site stood; null where nobody says.</param>
internal sealed class NukeVietNews(Uri? site, DateTimeOffset now)
{
    private const string Published = "1";

    // Approved, and shown from its moment on.
    private const string Waiting = "2";

    private readonly SortedDictionary<(string Module, long Id), DumpRow> rows = [];
    private readonly Dictionary<(string Module, string Id), DumpRow> categories = [];
    private readonly Dictionary<(string Module, string Id), DumpRow> sources = [];

    public bool IsEmpty => rows.Count == 0;

    public void Learn(NewsTable table, DumpRow row)
    {
        switch (table.Part)
        {
            case "rows" when IdOf(row) is { } id:
                rows.TryAdd((table.Module, id), row);
                break;
            case "cat":
                categories.TryAdd((table.Module, row["catid"]), row);
                break;
            case "sources":
                sources.TryAdd((table.Module, row["sourceid"]), row);
                break;
            default:
                break;
        }
    }

    /// <returns>Null where the text belongs to no news, or its news were given already.</returns>
    public ForeignPiece? WithText(NewsTable table, DumpRow text) =>
        IdOf(text) is { } id && (text.Has("bodyhtml") || text.Has("bodytext")) && rows.Remove((table.Module, id), out var row) ? PieceOf(table.Module, id, row, text) : null;

    /// <summary>News that are all in their lead.</summary>
    public IEnumerable<ForeignPiece> WithoutText() => rows.Select(pair => PieceOf(pair.Key.Module, pair.Key.Id, pair.Value, null));

    private static long? IdOf(DumpRow row) => long.TryParse(row["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private ForeignPiece PieceOf(string module, long id, DumpRow row, DumpRow? text)
    {
        var body = text is null ? "" : text["bodyhtml"] is { Length: > 0 } html ? html : text["bodytext"];
        var category = categories.GetValueOrDefault((module, row["catid"]));
        var fields = new JsonObject
        {
            ["title"] = WebUtility.HtmlDecode(row["title"]),
            ["summary"] = row["hometext"],
            ["body"] = body.Trim().Length > 0 ? body : row["hometext"],
            ["slug"] = VietnameseText.Slug(row["alias"]),
            ["publishedAt"] = (row.Moment("publtime") ?? row.Moment("addtime"))?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["source"] = SourceOf(module, row, text),
        };
        if (category is not null)
        {
            var label = VietnameseText.NormalizeLine(WebUtility.HtmlDecode(category["title"]));
            fields["category"] = new JsonObject { ["value"] = VietnameseText.Slug(label), ["label"] = label };
        }

        if (PictureOf(module, row) is { } picture)
        {
            (fields["picture"], fields["pictureAlt"]) = (picture, row["homeimgalt"] is { Length: > 0 } alt ? alt : WebUtility.HtmlDecode(row["title"]));
        }

        var remarks = RemarksOn(row).ToArray();
        return new ForeignPiece(row.Line, "articles", $"nukeviet:{site?.Host}:{module}:{id}", fields)
        {
            IsDraft = remarks.Length > 0,
            OldAddresses = [.. AddressesOf(module, id, row, category)],
            Base = site,
            Remarks = remarks,
        };
    }

    private IEnumerable<string> RemarksOn(DumpRow row)
    {
        if (row["status"] is { Length: > 0 } status and not Published and not Waiting)
        {
            yield return $"was not public at its source (status {status}): taken in as a draft";
        }
        else if (row.Moment("exptime") is { } end && end < now)
        {
            yield return "its time was over at its source: taken in as a draft";
        }
    }

    private string? SourceOf(string module, DumpRow row, DumpRow? text) =>
        text?["sourcetext"] is { Length: > 0 } said && !Uri.IsWellFormedUriString(said, UriKind.Absolute) ? WebUtility.HtmlDecode(said)
        : sources.TryGetValue((module, row["sourceid"]), out var source) && source["title"] is { Length: > 0 } title ? WebUtility.HtmlDecode(title)
        : null;

    private static string? PictureOf(string module, DumpRow row) => row["homeimgfile"] switch
    {
        "" => null,
        var whole when whole.StartsWith("http", StringComparison.OrdinalIgnoreCase) || whole.StartsWith('/') => whole,
        var file => $"/uploads/{module.Replace('_', '-')}/{file}",
    };

    /// <summary>The three forms in which NukeViet gives out one address, as its settings say.</summary>
    private IEnumerable<string> AddressesOf(string module, long id, DumpRow row, DumpRow? category)
    {
        if (row["alias"].Length == 0 || category is null)
        {
            return [];
        }

        var page = string.Create(CultureInfo.InvariantCulture, $"{category["alias"]}/{row["alias"]}-{id}.html");
        var name = module.Replace('_', '-');
        return new[] { $"/vi/{name}/{page}", $"/{name}/{page}", $"/{page}" }.Select(path => site is null ? path : new Uri(site, path).AbsoluteUri);
    }
}
