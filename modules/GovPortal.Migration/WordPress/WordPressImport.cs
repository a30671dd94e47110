using System.Runtime.CompilerServices;
using System.Xml;
using GovPortal.Core.Localization;
using GovPortal.Migration.Reading;
using GovPortal.Publishing.Import;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Migration.WordPress;

/// <summary><c>import wordpress FILE</c>: posts become articles, pages pages in their tree; what WordPress keeps besides is told.</summary>
internal sealed class WordPressImport(ForeignImport journey, FileKinds kinds, Texts texts, ReservedSegments reserved) : ForeignFileImport(journey, kinds, texts)
{
    public override string What => "wordpress";

    protected override string[] Accepted => ["wordpress"];

    protected override async IAsyncEnumerable<ForeignPiece> PiecesOf(FileImportOrder order, IPackedFiles? packed, Told told, [EnumeratorCancellation] CancellationToken ct)
    {
        var site = new WxrSite(order.OldSite);
        Learn(site, order.Path);
        var pieces = new WxrPieces(site, reserved, told);
        foreach (var item in WxrFile.Read(order.Path))
        {
            ct.ThrowIfCancellationRequested();
            if (pieces.Of(item) is { } piece)
            {
                yield return piece;
            }
        }

        await Task.CompletedTask;
    }

    private static void Learn(WxrSite site, string path)
    {
        try
        {
            foreach (var item in WxrFile.Read(path, site.Learn))
            {
                site.Learn(item);
            }
        }
        catch (Exception damaged) when (damaged is XmlException or InvalidDataException)
        {
            // The second reading comes to the same place, takes in what stands before it, and tells.
            return;
        }
    }
}
