using System.Runtime.CompilerServices;
using GovPortal.Core.Localization;
using GovPortal.Migration.Reading;
using GovPortal.Publishing.Import;

namespace GovPortal.Migration.NukeViet;

/// <summary><c>import nukeviet FILE</c>: news of a NukeViet 4 site out of a dump of its database. The Vietnamese tables are read; what another language has is told.</summary>
internal sealed class NukeVietImport(ForeignImport journey, FileKinds kinds, Texts texts, TimeProvider clock) : ForeignFileImport(journey, kinds, texts)
{
    private const string Language = "vi";

    public override string What => "nukeviet";

    protected override string[] Accepted => ["sql", "sql-xml"];

    protected override async IAsyncEnumerable<ForeignPiece> PiecesOf(FileImportOrder order, IPackedFiles? packed, Told told, [EnumeratorCancellation] CancellationToken ct)
    {
        Func<string, Func<string, bool>, IEnumerable<DumpRow>> read = FileKinds.Of(order.Path) == "sql" ? SqlDump.Read : XmlDump.Read;
        var news = new NukeVietNews(order.OldSite, clock.GetUtcNow());
        foreach (var row in read(order.Path, table => NewsTable.Of(table) is { IsText: false }))
        {
            ct.ThrowIfCancellationRequested();
            var table = NewsTable.Of(row.Table)!;
            if (table.Language != Language)
            {
                told.Count("migration.nukeviet.language", row.Table);
            }
            else if (table.Part == "rows" && !row.Has("hometext"))
            {
                told.Count("migration.nukeviet.table", row.Table);
            }
            else
            {
                news.Learn(table, row);
            }
        }

        if (news.IsEmpty)
        {
            throw new WrongFileException(Kinds.SentenceOf(What, FileKinds.Of(order.Path)));
        }

        // Texts are long: they pass one by one, and only what belongs to them is held.
        foreach (var row in read(order.Path, table => NewsTable.Of(table) is { IsText: true, Language: Language }))
        {
            ct.ThrowIfCancellationRequested();
            if (news.WithText(NewsTable.Of(row.Table)!, row) is { } piece)
            {
                yield return piece;
            }
        }

        foreach (var piece in news.WithoutText())
        {
            yield return piece;
        }

        await Task.CompletedTask;
    }
}
