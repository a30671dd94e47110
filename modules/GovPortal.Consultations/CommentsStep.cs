using System.Text.Json;
using GovPortal.Core.Files;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Recipes;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Consultations;

/// <summary>
/// Puts made-up opinions below consultations: <c>{ "do": "draft-comments", "file": "demo/draft-comments.json" }</c>. A consultation that has opinions already is left alone.
/// </summary>
public sealed class CommentsStep(TenantDirectory directory, PortalDbFactory databases, CommentSeals seals, TimeProvider clock) : IRecipeStep
{
    public string Name => "draft-comments";

    public IReadOnlySet<string> Keys { get; } = new HashSet<string> { "file" };

    public async Task ApplyAsync(RecipeContext context, JsonElement step, CancellationToken ct)
    {
        foreach (var group in BodyJson.Read<IReadOnlyList<Said>>(await File.ReadAllTextAsync(context.FileOf(step, "file"), ct)).GroupBy(said => (said.Site, said.Consultation)))
        {
            var site = directory.FindByName(group.Key.Site) ?? throw new RecipeException($"draft-comments: there is no site “{group.Key.Site}”");
            await using var db = databases.OpenFor(site);
            var item = await db.Items.Where(i => i.Type == ConsultationType.TypeName && i.SourceKey == "id:" + group.Key.Consultation).Select(i => (long?)i.Id).SingleOrDefaultAsync(ct)
                ?? throw new RecipeException($"draft-comments: “{group.Key.Site}” has no consultation “{group.Key.Consultation}”");
            if (!await db.DraftComments.AnyAsync(c => c.ItemId == item, ct))
            {
                db.DraftComments.AddRange(group.Select((said, n) => RowOf(site, item, said, n)));
                await db.SaveChangesAsync(ct);
            }
        }
    }

    private DraftComment RowOf(Tenant site, long item, Said said, int n) => new()
    {
        TenantId = site.Id,
        ItemId = item,
        SectionId = said.Section,
        FormName = $"recipe-{item}-{n}",
        SealedCommenter = seals.Seal(new Commenter(said.Name, null)),
        ShownName = said.Name is null ? null : Core.Security.MaskedName.Of(said.Name),
        Text = said.Text,
        ReceivedAt = clock.GetUtcNow().AddDays(-said.DaysAgo),
        State = said.IsWaiting ? CommentState.Waiting : CommentState.Shown,
        Reply = said.Reply,
        ReplyText = said.ReplyText,
        RepliedAt = said.Reply is null ? null : clock.GetUtcNow(),
    };

    private sealed record Said(string Site, string Consultation, string Text, double DaysAgo)
    {
        public string? Section { get; init; }
        public string? Name { get; init; }
        public bool IsWaiting { get; init; }
        public ReplyKind? Reply { get; init; }
        public string? ReplyText { get; init; }
    }
}
