using GovPortal.Core.Checking;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Storage;
using GovPortal.Storage.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace GovPortal.Feedback;

/// <summary>An enquiry as whoever holds its code and secret sees it.</summary>
/// <param name="Owner">The agency that has it now.</param>
/// <param name="Steps">Of every agency that had it, in order.</param>
/// <param name="Published">Address below the owner's root where question and answer can be read by everybody; null while they cannot.</param>
public sealed record TrackedEnquiry(Enquiry Enquiry, IReadOnlyList<(Tenant Site, EnquiryStep Step)> Steps, Tenant Owner, string? Published);

/// <summary>Finds an enquiry by its code and secret, with whichever agency it is, and takes what who asked still has to say.</summary>
public sealed class EnquiryTracking(PortalDbFactory databases, TenantDirectory directory, ContentTypes types, EnquiryDeskOf deskOf, EnquirySeals seals)
{
    // From one agency to the next; none gets it twice.
    private const int MostAgencies = 20;

    /// <summary>Null alike for a code that is not there and for a secret that is wrong; both cost the same time.</summary>
    /// <param name="site">Where it was asked.</param>
    public async Task<TrackedEnquiry?> FindAsync(Tenant site, string? code, string? secret, CancellationToken ct)
    {
        var written = EnquiryCode.Parse(code);
        var found = written is null ? null : await ReadAsync(site, written, ct);
        if (!seals.IsSecret(found?.SealedSecret, secret) || found is null)
        {
            return null;
        }

        var steps = await StepsAsync(site, found, ct);
        var owner = site;
        for (var passed = 0; passed < MostAgencies && found is { State: EnquiryState.Forwarded, ForwardedTo: { } next } && directory.FindById(next) is { } agency && await ReadAsync(agency, found.Code, ct) is { } there; passed++)
        {
            (found, owner) = (there, agency);
            steps.AddRange(await StepsAsync(owner, found, ct));
        }

        return new TrackedEnquiry(found, steps, owner, await AddressAsync(owner, found, ct));
    }

    /// <summary>Takes what who asked adds after they were asked for it.</summary>
    public Task<Refusal?> SayMoreAsync(TrackedEnquiry tracked, string? text, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(tracked);
        return text?.Length > NewEnquiry.TextLength ? Task.FromResult<Refusal?>(new Refusal("check.too-long", "More", $"{text[..40]}… ({text.Length} > {NewEnquiry.TextLength})"))
            : deskOf(tracked.Owner).ActAsync(tracked.Enquiry.Id, null, new EnquiryRequest(EnquiryAct.SayMore) { Note = text }, new Actor(null, null), ct);
    }

    private async Task<Enquiry?> ReadAsync(Tenant site, string code, CancellationToken ct)
    {
        await using var db = databases.OpenFor(site);
        return await db.Enquiries.AsNoTracking().SingleOrDefaultAsync(e => e.Code == code, ct);
    }

    private async Task<List<(Tenant Site, EnquiryStep Step)>> StepsAsync(Tenant site, Enquiry enquiry, CancellationToken ct)
    {
        await using var db = databases.OpenFor(site);
        return [.. (await db.EnquirySteps.AsNoTracking().Where(s => s.EnquiryId == enquiry.Id).OrderBy(s => s.Number).ToListAsync(ct)).Select(step => (site, step))];
    }

    private async Task<string?> AddressAsync(Tenant site, Enquiry enquiry, CancellationToken ct)
    {
        await using var db = databases.OpenFor(site);
        var slug = await db.Items.Where(i => i.Id == enquiry.ItemId && i.State == ContentState.Published).Select(i => i.Slug).SingleOrDefaultAsync(ct);
        return slug is null ? null : types.PathOf(QuestionType.TypeName, slug);
    }
}
