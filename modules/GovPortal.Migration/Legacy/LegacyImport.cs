using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovPortal.Core.Localization;
using GovPortal.Core.Text;
using GovPortal.Migration.Reading;
using GovPortal.Publishing.Import;

namespace GovPortal.Migration.Legacy;

/// <summary>
/// <c>import legacy</c>: articles of the old one-stop portal with their categories, and answered questions as articles of a category of their own.
/// An article is the same whether it comes by this import or by <c>import articles</c>.
/// </summary>
internal sealed class LegacyImport(ForeignImport journey, FileKinds kinds, Texts texts, TimeProvider clock) : ForeignFileImport(journey, kinds, texts)
{
    private const string Articles = "t_ps_article";
    private const string Questions = "t_ps_cq";
    private const string OfQuestions = "hoi-dap";

    // Joined into what they belong to.
    private static readonly HashSet<string> Taken = [Articles, Questions, "t_ps_cq_anonymised", "t_ps_cq_field", "t_ps_category", "t_ps_category_article", "t_ps_website"];

    private readonly Texts texts = texts;

    public override string What => "legacy";

    public override ImportSource Source => ImportSource.FileOrFolder;

    protected override string[] Accepted => [FileKinds.Records, "zip"];

    protected override IPackedFiles? PackedOf(FileImportOrder order) => File.Exists(order.Path) && FileKinds.Of(order.Path) == "zip" ? new PackedFiles(order.Path) : null;

    protected override async IAsyncEnumerable<ForeignPiece> PiecesOf(FileImportOrder order, IPackedFiles? packed, Told told, [EnumeratorCancellation] CancellationToken ct)
    {
        var tables = new LegacyTables(order.Path, packed as PackedFiles);
        if (!tables.Names.Any(Taken.Contains))
        {
            throw new WrongFileException(Kinds.SentenceOf(What, packed is null ? FileKinds.Records : "zip"));
        }

        var categories = new LegacyCategories(tables);
        foreach (var (line, row) in tables.Read(Articles))
        {
            ct.ThrowIfCancellationRequested();
            yield return ArticleOf(line, row, categories, order.OldSite);
        }

        var fields = tables.ByKey("t_ps_cq_field", "PK_FIELD");
        foreach (var (line, row) in tables.Read(Questions).Concat(tables.Read("t_ps_cq_anonymised")))
        {
            yield return QuestionOf(line, row, fields, order.OldSite);
        }

        foreach (var name in tables.Names.Where(name => !Taken.Contains(name)))
        {
            told.Count("migration.legacy.table", name, tables.Read(name).Count());
        }

        await Task.CompletedTask;
    }

    private ForeignPiece ArticleOf(int line, JsonElement row, LegacyCategories categories, Uri? site)
    {
        var record = new RecordFields(row);
        var id = record.Text("PK_ARTICLE") ?? "";
        var fields = new JsonObject
        {
            ["title"] = record.Text("C_TITLE"),
            ["summary"] = LegacyText.Decoded(record.Text("C_SUMMARY")),
            ["body"] = LegacyText.Decoded(record.Text("C_CONTENT")),
            ["publishedAt"] = record.Text("C_BEGIN_DATE"),
            ["slug"] = record.Text("C_SLUG"),
        };
        var remarks = new List<string>();
        if (categories.Of(id, record.Text("C_DEFAULT_CATEGORY"), remarks) is { } category)
        {
            fields["category"] = category;
        }

        var isOver = record.TryInstant("C_END_DATE", out var end) && end < clock.GetUtcNow();
        var isDraft = record.Text("C_STATUS") is not (null or "3");
        remarks.AddRange(isDraft ? ["was not public at its source: taken in as a draft"] : isOver ? ["its time was over at its source: taken in as a draft"] : Array.Empty<string>());
        return new ForeignPiece(line, "articles", id.Length > 0 ? $"legacy:{id}" : "", fields) { IsDraft = isDraft || isOver, Base = site, Remarks = remarks };
    }

    private ForeignPiece QuestionOf(int line, JsonElement row, Dictionary<string, JsonElement> fields, Uri? site)
    {
        var record = new RecordFields(row);
        var answer = LegacyText.Decoded(record.Text("C_ANSWER"));
        var piece = new JsonObject
        {
            ["title"] = record.Text("C_TITLE"),
            ["body"] = $"<blockquote>{LegacyText.AsMarkup(record.Text("C_CONTENT"))}</blockquote>{LegacyText.AsMarkup(answer)}",
            ["publishedAt"] = record.Text("C_DATE"),
            ["category"] = new JsonObject { ["value"] = OfQuestions, ["label"] = texts.In(Texts.Vietnamese, "migration.legacy.questions") },
        };
        var field = record.Text("FK_FIELD") is { } key && fields.TryGetValue(key, out var named) ? new RecordFields(named).Line("C_NAME") : null;
        string[] remarks = field is null ? [] : [$"question of the field “{VietnameseText.NormalizeLine(field)}”"];
        return new ForeignPiece(line, "articles", record.Text("PK_CQ") is { } id ? $"legacy-question:{id}" : "", piece)
        {
            IsDraft = string.IsNullOrWhiteSpace(answer) || record.Text("C_STATUS") is "0",
            Base = site,
            Remarks = remarks,
        };
    }
}
