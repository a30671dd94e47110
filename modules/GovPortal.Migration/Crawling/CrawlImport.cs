using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Outside;
using GovPortal.Core.Text;
using GovPortal.Editing.Cleaning;
using GovPortal.Migration.Reading;
using GovPortal.Publishing.Import;
using GovPortal.Storage.Tenancy;
using Microsoft.Extensions.Configuration;

namespace GovPortal.Migration.Crawling;

/// <summary><c>import crawl ADDRESS</c>: a site that is still on the web, page by page from its sitemap or feed, as its robots.txt allows.</summary>
internal sealed class CrawlImport(ForeignImport journey, FileKinds kinds, Texts texts, OutsideRule rule, ReservedSegments reserved, IConfiguration settings) : ForeignFileImport(journey, kinds, texts)
{
    /// <summary>Milliseconds between two pages, 500 where nothing is set; a site may ask for more.</summary>
    public const string PauseSetting = "GovPortal:CrawlPause";

    private const int UsualPause = 500;

    /// <summary>Pages of one import; a larger site is taken in by its sitemaps, one by one.</summary>
    private const int MostPages = 5_000;

    // After so many silences in a row the site is down, or has shut us out.
    private const int MostSilences = 10;

    private readonly Texts texts = texts;

    public override string What => "crawl";

    public override ImportSource Source => ImportSource.Address;

    protected override string[] Accepted => [];

    protected override async IAsyncEnumerable<ForeignPiece> PiecesOf(FileImportOrder order, IPackedFiles? packed, Told told, [EnumeratorCancellation] CancellationToken ct)
    {
        if (!Uri.TryCreate(order.Path, UriKind.Absolute, out var start) || start.Scheme is not ("http" or "https"))
        {
            throw new WrongFileException(texts.Filled(Texts.English, "migration.crawl.address", order.Path));
        }

        var pause = int.TryParse(settings[PauseSetting], NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : UsualPause;
        using var visitor = new SiteVisitor(start, rule, TimeSpan.FromMilliseconds(pause));
        var (number, silences) = (0, 0);
        foreach (var listed in await ListAsync(visitor, start, told, ct))
        {
            var page = await visitor.GetAsync(new Uri(listed.Address), ct);
            silences = page.IsSilent ? silences + 1 : 0;
            if (silences == MostSilences)
            {
                throw new InvalidDataException(texts.Filled(Texts.English, "migration.crawl.silent", start.Host));
            }

            if (PieceOf(page, listed, ++number, told) is { } piece)
            {
                yield return piece;
            }
        }
    }

    private async Task<IReadOnlyList<ListedPage>> ListAsync(SiteVisitor visitor, Uri start, Told told, CancellationToken ct)
    {
        IReadOnlyList<ListedPage> pages;
        try
        {
            await visitor.GreetAsync(ct);
            pages = await new SitePages(visitor, start).FindAsync(ct);
        }
        catch (Exception fault) when ((fault is HttpRequestException or TaskCanceledException) && !ct.IsCancellationRequested)
        {
            throw new WrongFileException(texts.Filled(Texts.English, "migration.crawl.unreachable", start.Host, fault.GetBaseException().Message));
        }

        if (pages.Count == 0)
        {
            throw new WrongFileException(texts.Filled(Texts.English, "migration.crawl.no-list", start.AbsoluteUri));
        }

        var own = pages.Where(page => Uri.TryCreate(page.Address, UriKind.Absolute, out var address) && visitor.IsOfSite(address)).DistinctBy(page => page.Address).ToArray();
        var allowed = own.Where(page => visitor.Allows(new Uri(page.Address))).ToArray();
        Tell("migration.crawl.elsewhere", pages.Count - own.Length);
        Tell("migration.crawl.robots", own.Length - allowed.Length);
        Tell("migration.crawl.most", allowed.Length - MostPages);
        return [.. allowed.Take(MostPages)];

        void Tell(string key, int many)
        {
            if (many > 0)
            {
                told.Count(key, many: many);
            }
        }
    }

    private ForeignPiece? PieceOf(VisitedPage page, ListedPage listed, int number, Told told)
    {
        var address = page.Address.AbsoluteUri;
        if (page.Why is { } why)
        {
            return Refused("migration.crawl.page", $"{address} ({why})");
        }

        if (page.MediaType is not ("text/html" or "application/xhtml+xml"))
        {
            told.Count("migration.crawl.no-page", page.MediaType);
            return null;
        }

        using var html = BoundedHtml.Parse(page.Text());
        if (html is null || MainText.Of(html) is not { } main)
        {
            return Refused("migration.crawl.no-main", address);
        }

        var isArticle = main.IsArticle || listed.PublishedAt is not null;
        var slug = VietnameseText.Slug(Path.GetFileNameWithoutExtension(Uri.UnescapeDataString(page.Address.AbsolutePath.TrimEnd('/').Split('/')[^1])));
        slug = slug.Length == 0 ? VietnameseText.Slug(main.Title) : slug;
        var fields = new JsonObject { ["title"] = main.Title, ["slug"] = !isArticle && reserved.Contains(slug) ? $"trang-{slug}" : slug, ["summary"] = main.Summary, ["body"] = main.Html };
        if (isArticle)
        {
            fields["publishedAt"] = CrawledDay.Of(main.PublishedAt ?? listed.PublishedAt);
            (fields["picture"], fields["pictureAlt"]) = (main.Picture, main.Picture is null ? null : main.Title);
        }

        return new ForeignPiece(number, isArticle ? "articles" : "pages", $"crawl:{address}", fields) { OldAddresses = [address], Base = page.Address };

        ForeignPiece Refused(string code, string value) => new(number, "pages", address, []) { Refusals = [new Refusal(code, "url", value)] };
    }
}
