using GovPortal.Alerts;
using GovPortal.Consultations;
using GovPortal.Content;
using GovPortal.Core.Security;
using GovPortal.Disclosure.Tables;
using GovPortal.Disclosure;
using GovPortal.Documents;
using GovPortal.Events;
using GovPortal.Feedback;
using GovPortal.Galleries;
using GovPortal.Guides;
using GovPortal.Officials;
using GovPortal.Procedures;
using GovPortal.Publishing.Content;
using GovPortal.Rankings.Computing;
using GovPortal.Rankings.Publishing;
using GovPortal.Testing;
using GovPortal.WorkCalendar;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using System.Net;
using System.Text;

namespace GovPortal.Portal.Tests;

/// <summary>One published thing of each kind, all with the same secret words.</summary>
internal sealed record Belongings(ContentItem Article, ContentItem Procedure, ContentItem Document, ContentItem Page, ContentItem Ranking, ContentItem Appointment, ContentItem Official, ContentItem Unit, ContentItem Alert, ContentItem Guide, ContentItem Question, ContentItem Consultation, ContentItem Disclosed, ContentItem Event, ContentItem Album, string File, string Rendition)
{
    private const string Secret = NeighbourTests.Secret;

    private static PublishedIndex Rankings { get; } = new()
    {
        Year = 2025,
        Title = Secret,
        Index = new UnitIndex(new IndexMethod(Weighting.Fixed, MissingRule.Zero), [new IndicatorGroup(Secret, 1, [new Indicator("Mạng nội bộ", Formula.YesNo, 1, 1, [])])], [new RankedUnit("Sở Tư pháp", Secret, [1])]),
    };

    private static DisclosedInformation Disclosure => new() { Title = Secret, Section = "tuyen-dung", Tables = [new DisclosedTable { Columns = [new DisclosedColumn(Secret, CellKind.Text)], Rows = [[Secret]] }] };

    public static async Task<Belongings> OfAsync(TestSite site)
    {
        var file = await site.StoreFileAsync(Guid.NewGuid().ToString(), "Biên bản họp.txt", "text/plain");
        var picture = (await (await site.SignInAsAsync(Role.Author)).UploadAsync(site, $"{Guid.NewGuid():n}.jpg", Samples.Jpeg(50, 40))).Json.GetProperty("thumbnail").GetString()!;
        await site.ShowAsync(file, picture[site.Root.Length..]);
        return new Belongings(
            await site.ItemAsync(await site.PublishArticleAsync(Secret, slug: $"rieng-{Guid.NewGuid():n}")),
            await site.ItemAsync(await site.PublishAsync(new Procedure { Code = "1.001193", Name = Secret, Methods = [new Method("DIRECT", 3, "WORKING_DAY", null)] })),
            await site.ItemAsync(await site.PublishAsync(new LegalDocument { Abstract = Secret, Issuer = "Ủy ban nhân dân xã", Number = "07/QĐ-UBND" })),
            await site.ItemAsync(await site.PublishAsync(new Page { Title = Secret })),
            await site.ItemAsync(await site.PublishAsync(Rankings)),
            await site.ItemAsync(await site.PublishAsync(new Appointment { Title = Secret, StartsAt = new DateTime(2026, 3, 3, 8, 0, 0, DateTimeKind.Unspecified) })),
            await site.ItemAsync(await site.PublishAsync(new Official { Name = Secret, Posts = [new HeldPost { Post = "Chủ tịch", From = new DateOnly(2025, 7, 1) }] })),
            await site.ItemAsync(await site.PublishAsync(new OrganizationUnit { Key = "rieng", Name = Secret })),
            await site.ItemAsync(await site.PublishAsync(new Alert { Title = Secret, StartsAt = new DateTime(2026, 3, 2, 7, 0, 0, DateTimeKind.Unspecified), EndsAt = new DateTime(2026, 3, 3, 7, 0, 0, DateTimeKind.Unspecified) })),
            await site.ItemAsync(await site.PublishAsync(new Guide { Title = Secret, Summary = Secret, Steps = [new GuideStep(Secret, null, null)] })),
            await site.ItemAsync(await site.PublishAsync(new Question { Title = Secret, Text = Secret, Answer = Secret, AnsweredBy = Secret })),
            await site.ItemAsync(await site.PublishAsync(new Consultation { Title = Secret, Drafter = Secret, OpensOn = new DateOnly(2026, 3, 1), ClosesOn = new DateOnly(2026, 3, 31), Sections = [new("p1", Secret, Secret)] })),
            await site.ItemAsync(await site.PublishAsync(Disclosure)),
            await site.ItemAsync(await site.PublishAsync(new PublicEvent { Title = Secret, StartsAt = new DateTime(2026, 3, 3, 8, 0, 0, DateTimeKind.Unspecified), Registration = new EventRegistration(null, null, Secret) })),
            await site.ItemAsync(await site.PublishAsync(new Album { Title = Secret, Pictures = [new AlbumPicture(file, Secret, null, null)] })),
            file[1..], picture[(site.Root.Length + 1)..]);
    }
}
