using System.Runtime.CompilerServices;
using System.Text.Json;
using GovPortal.Core.Localization;
using GovPortal.Migration.Reading;
using GovPortal.Publishing.Import;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Migration.Orchard;

/// <summary><c>import orchard FILE</c>: content items of a recipe or deployment package of Orchard Core; everything else in it is told and left.</summary>
internal sealed class OrchardImport(ForeignImport journey, FileKinds kinds, Texts texts, ReservedSegments reserved) : ForeignFileImport(journey, kinds, texts)
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 96 };

    private readonly Texts texts = texts;

    public override string What => "orchard";

    protected override string[] Accepted => ["orchard", "orchard-package", "object", FileKinds.Records];

    protected override IPackedFiles? PackedOf(FileImportOrder order) => new OrchardMedia(FileKinds.Of(order.Path) == "orchard-package" ? new PackedFiles(order.Path) : null);

    protected override async IAsyncEnumerable<ForeignPiece> PiecesOf(FileImportOrder order, IPackedFiles? packed, Told told, [EnumeratorCancellation] CancellationToken ct)
    {
        var media = (OrchardMedia)packed!;
        var kinds = OrchardKinds.Read(order.Map, texts);
        using var recipe = await OpenAsync(order, media, ct);
        if (recipe.RootElement.ValueKind != JsonValueKind.Object || recipe.RootElement.EnumerateObject().All(one => !one.NameEquals("steps")))
        {
            throw new WrongFileException(Kinds.SentenceOf(What, "object"));
        }

        var items = new List<JsonElement>();
        foreach (var step in OrchardValue.List(recipe.RootElement, "steps"))
        {
            var name = OrchardValue.Plain(step, "name") ?? "?";
            if (name.Equals("content", StringComparison.OrdinalIgnoreCase))
            {
                items.AddRange(OrchardValue.List(step, "data"));
            }
            else if (name.Equals("media", StringComparison.OrdinalIgnoreCase))
            {
                media.Learn(step);
            }
            else
            {
                told.Count("migration.orchard.step", name);
            }
        }

        var pieces = new OrchardPieces(items, kinds, reserved, told, order.OldSite);
        for (var number = 0; number < items.Count; number++)
        {
            ct.ThrowIfCancellationRequested();
            if (pieces.Of(items[number], number + 1) is { } piece)
            {
                yield return piece;
            }
        }
    }

    private async Task<JsonDocument> OpenAsync(FileImportOrder order, OrchardMedia media, CancellationToken ct)
    {
        await using var bytes = media.OpenRecipe() ?? ExportFile.Open(order.Path);
        try
        {
            return await JsonDocument.ParseAsync(bytes, Options, ct);
        }
        catch (JsonException broken)
        {
            throw new WrongFileException(texts.Filled(Texts.English, "migration.orchard.json", broken.Message));
        }
    }
}
