using System.Text.Json;
using GovPortal.Core.Files;
using GovPortal.Core.Localization;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Recipes;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Feedback;

/// <summary>
/// Puts made-up enquiries before the desks: <c>{ "do": "enquiries", "file": "demo/enquiries.json" }</c>. Each goes through the desk as real ones do. A site that has enquiries already is left alone.
/// </summary>
public sealed class EnquiriesStep(TenantDirectory directory, PortalDbFactory databases, IServiceProvider services, TimeProvider clock) : IRecipeStep
{
    public string Name => "enquiries";

    public IReadOnlySet<string> Keys { get; } = new HashSet<string> { "file" };

    public async Task ApplyAsync(RecipeContext context, JsonElement step, CancellationToken ct)
    {
        foreach (var group in BodyJson.Read<IReadOnlyList<Written>>(await File.ReadAllTextAsync(context.FileOf(step, "file"), ct)).GroupBy(one => one.Site))
        {
            var site = directory.FindByName(group.Key) ?? throw new RecipeException($"enquiries: there is no site “{group.Key}”");
            if (await HasAnyAsync(site, ct))
            {
                continue;
            }

            foreach (var (one, number) in group.OrderByDescending(one => one.DaysAgo).Select((one, number) => (one, number)))
            {
                await LiveAsync(site, one, number, ct);
            }
        }
    }

    private async Task LiveAsync(Tenant site, Written one, int number, CancellationToken ct)
    {
        var desk = ActivatorUtilities.CreateInstance<EnquiryDesk>(services, site, new Standing(clock.GetUtcNow().AddDays(-one.DaysAgo)));
        var taken = await desk.ReceiveAsync(new NewEnquiry(one.Kind, EnquiryContact.Of(one.Name, null, one.Phone, null), one.Subject, one.Text, null, "2026-1", Texts.Vietnamese, $"recipe-{number}"), ct);
        if (taken.Refusals.Count > 0)
        {
            throw new RecipeException($"enquiries: “{one.Subject}” is refused ({taken.Refusals[0].Code})");
        }

        if (one.Act is { } act)
        {
            var worker = new Actor(null, site.Title);
            var then = ActivatorUtilities.CreateInstance<EnquiryDesk>(services, site, new Standing(clock.GetUtcNow().AddDays(-one.DaysAgo / 2)));
            await then.ActAsync(await IdOfAsync(site, taken.Code, ct), null, new EnquiryRequest(act) { Note = one.Note, Assignee = worker }, worker, ct);
        }
    }

    private async Task<bool> HasAnyAsync(Tenant site, CancellationToken ct)
    {
        await using var db = databases.OpenFor(site);
        return await db.Enquiries.AnyAsync(ct);
    }

    private async Task<long> IdOfAsync(Tenant site, string code, CancellationToken ct)
    {
        await using var db = databases.OpenFor(site);
        return await db.Enquiries.Where(e => e.Code == code).Select(e => e.Id).SingleAsync(ct);
    }

    private sealed record Written(string Site, EnquiryKind Kind, string Subject, string Text, string Name, string Phone, double DaysAgo)
    {
        public EnquiryAct? Act { get; init; }
        public string? Note { get; init; }
    }

    private sealed class Standing(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
