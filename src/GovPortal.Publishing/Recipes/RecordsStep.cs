using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Desk;
using GovPortal.Publishing.Files;
using GovPortal.Publishing.Import;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;

namespace GovPortal.Publishing.Recipes;

/// <summary>
/// Puts records on sites through the same reader as the import: <c>{ "do": "articles", "folder": "demo/articles" }</c> with a
/// <c>{site}.json</c> list for each site, or <c>"file"</c> for the recipe's own site. <c>daysAgo</c> becomes a date; picture names become files.
/// <c>"templates": true</c> keeps them for authors to begin from instead of publishing them; one of the same title is left as it is.
/// </summary>
public sealed class RecordsStep(IRecordReader reader, ContentTypes types, TenantDirectory directory, IntakeOf intakeOf, SiteFilesOf filesOf, PublishingDeskOf deskOf, PortalDbFactory databases, TimeProvider clock) : IRecipeStep
{
    private const int OldestDays = 36_500;

    public string Name => reader.What;

    public IReadOnlySet<string> Keys { get; } = new HashSet<string> { "file", "folder", "pictures", "templates" };

    public async Task ApplyAsync(RecipeContext context, JsonElement step, CancellationToken ct)
    {
        var pictures = step.TryGetProperty("pictures", out _) ? context.FileOf(step, "pictures") : null;
        if (step.TryGetProperty("file", out _))
        {
            var items = await ReadAsync(context.Tenant, context.FileOf(step, "file"), pictures, ct);
            await (step.TryGetProperty("templates", out var asked) && asked.ValueKind == JsonValueKind.True ? KeepAsTemplatesAsync(context.Tenant, items, ct) : TakeInAsync(context.Tenant, items, ct));
            return;
        }

        var files = Directory.GetFiles(context.FileOf(step, "folder"), "*.json").Order(StringComparer.Ordinal).ToArray();
        for (var done = 0; done < files.Length; done++)
        {
            var site = Path.GetFileNameWithoutExtension(files[done]);
            context.Progress?.Report(new RecipeProgress($"{reader.What} · {site}", done, files.Length));
            var tenant = directory.FindByName(site) ?? throw new RecipeException($"{Path.GetFileName(files[done])}: there is no site “{site}”");

            // What an agency had that has ended went over to another.
            if (!directory.HasEnded(tenant.Id))
            {
                await TakeInAsync(tenant, await ReadAsync(tenant, files[done], pictures, ct), ct);
            }
        }

        context.Progress?.Report(new RecipeProgress(reader.What, files.Length, files.Length));
    }

    /// <summary>Stores a picture of the recipe as a file of the site.</summary>
    /// <param name="alt">What it shows, for who does not see it; null where it only adorns.</param>
    /// <returns>Its address below the site's root.</returns>
    public static async Task<string> StorePictureAsync(SiteFiles files, string folder, string name, string? alt, CancellationToken ct)
    {
        var path = Path.Combine(folder, Path.GetFileName(name));
        if (!File.Exists(path))
        {
            throw new RecipeException($"the picture “{name}” is not in {folder}");
        }

        var mediaType = Path.GetExtension(name) switch { ".svg" => "image/svg+xml", ".png" => "image/png", ".webp" => "image/webp", _ => "image/jpeg" };
        var bytes = await File.ReadAllBytesAsync(path, ct);
        var file = new StoredFile { Hash = FileStore.HashOf(bytes), Name = Path.GetFileName(name), Title = Path.GetFileNameWithoutExtension(name), MediaType = mediaType, Alt = alt };
        return SiteFiles.PathOf(await files.StoreAsync(bytes, file, ct));
    }

    private async Task TakeInAsync(Tenant tenant, List<IncomingItem> items, CancellationToken ct) => await intakeOf(tenant).TakeInAsync(items, isDryRun: false, ct);

    private async Task KeepAsTemplatesAsync(Tenant tenant, List<IncomingItem> items, CancellationToken ct)
    {
        var (desk, templates) = (deskOf(tenant), new ItemTemplates(tenant, databases));
        foreach (var item in items)
        {
            var type = types.Of(item.Body.GetType());
            if ((await templates.ListAsync(type.Name, ct)).Any(known => known.Title == type.FactsOf(item.Body).Title))
            {
                continue;
            }

            var saved = await desk.SaveDraftAsync(null, item.Body, null, null, null, ct);
            if (!saved.IsSaved || await desk.KeepAsTemplateAsync(saved.Id, null, ct) is not null)
            {
                throw new RecipeException($"the template “{type.FactsOf(item.Body).Title}” cannot be kept");
            }
        }
    }

    private async Task<List<IncomingItem>> ReadAsync(Tenant tenant, string path, string? pictures, CancellationToken ct)
    {
        var records = JsonNode.Parse(await File.ReadAllTextAsync(path, ct))?.AsArray() ?? throw new RecipeException($"{Path.GetFileName(path)} is no list");
        var items = new List<IncomingItem>();
        foreach (var record in records.OfType<JsonObject>())
        {
            await PrepareAsync(record, tenant, pictures, ct);
            var json = record.Deserialize<JsonElement>();
            var odd = reader.Shape.Check(json);
            var read = odd.Count > 0 ? new ForeignRecord { Refusals = odd } : reader.Read(json);
            var refusals = read.Body is null ? read.Refusals : types.Of(read.Body.GetType()).Check(read.Body);
            if (refusals.Count > 0)
            {
                throw new RecipeException($"{Path.GetFileName(path)}, record {items.Count + 1}: “{refusals[0].Field}” is “{refusals[0].Value}” ({refusals[0].Code})");
            }

            items.Add(read.ToItem());
        }

        return items;
    }

    private async Task PrepareAsync(JsonObject record, Tenant tenant, string? pictures, CancellationToken ct)
    {
        if (record["daysAgo"]?.GetValue<double>() is { } days)
        {
            if (days is not (>= 0 and < OldestDays))
            {
                throw new RecipeException($"“daysAgo” is {days.ToString(CultureInfo.InvariantCulture)}; it is a number from 0 to {OldestDays}");
            }

            record.Remove("daysAgo");
            record["publishedAt"] = clock.GetUtcNow().AddDays(-days).ToString("O", CultureInfo.InvariantCulture);
        }

        if (pictures is not null)
        {
            foreach (var shown in (record["pictures"] as JsonArray ?? []).OfType<JsonObject>().Where(shown => shown["path"]?.GetValue<string>() is { } path && !path.StartsWith('/')))
            {
                shown["path"] = await StorePictureAsync(filesOf(tenant), pictures, shown["path"]!.GetValue<string>(), shown["alt"]?.GetValue<string>(), ct);
            }
        }

        if (pictures is not null && record["picture"]?.GetValue<string>() is { } picture && !picture.StartsWith('/'))
        {
            record["picture"] = await StorePictureAsync(filesOf(tenant), pictures, picture, record["pictureAlt"]?.GetValue<string>(), ct);
        }
    }
}
