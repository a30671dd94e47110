using System.Net;
using GovPortal.Core.Security;
using GovPortal.Documents;
using GovPortal.Procedures;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Where the forms of the types are offered, to whom, and what their fields find.</summary>
public abstract class FormsAtTheDeskTests(PortalFixture portal) : PortalTest(portal)
{
    private const string New = "/quan-tri/thu-tuc/moi";

    private static readonly Procedure Registration = new()
    {
        Code = "1.001193",
        Name = "Thủ tục đăng ký khai sinh",
        PromulgatingAgency = new Agency("G15", "Bộ Tư pháp"),
        ExecutingAgencies = [new Agency("H05.21", "Ủy ban nhân dân xã"), new Agency(null, "Trung tâm Phục vụ hành chính công")],
    };

    [Fact]
    public async Task The_desk_offers_the_forms_to_those_who_write_where_the_module_is_on()
    {
        var site = await WithRecipeAsync();
        var id = await site.PublishAsync(Registration);
        var form = $"{site.Root}/quan-tri/thu-tuc/{id}";
        var (author, auditor) = (await site.SignInAsAsync(Role.Author), await site.SignInAsAsync(Role.Auditor));
        bool Offers(Answer page, string path) => page.Html.QuerySelector($"main a[href='{path}']") is not null;

        foreach (var path in new[] { "/quan-tri", "/quan-tri/noi-dung" })
        {
            Assert.True(Offers(await author.GetAsync(site.Root + path), site.Root + New));
            Assert.False(Offers(await auditor.GetAsync(site.Root + path), site.Root + New));
        }

        Assert.True(Offers(await author.GetAsync($"{site.Root}/quan-tri/noi-dung?loai=procedure"), form));
        Assert.True(Offers(await author.GetAsync($"{site.Root}/quan-tri/muc/{id}"), form));
        Assert.False(Offers(await auditor.GetAsync($"{site.Root}/quan-tri/muc/{id}"), form));
    }

    [Fact]
    public async Task The_form_of_another_site_is_not_found()
    {
        var id = await (await WithRecipeAsync()).PublishAsync(Registration);
        var neighbour = await WithRecipeAsync();
        var editor = await neighbour.SignInAsAsync(Role.SiteAdministrator);

        (await editor.GetAsync($"{neighbour.Root}/quan-tri/thu-tuc/{id}")).Insist(HttpStatusCode.NotFound);
        (await editor.GetAsync($"{neighbour.Root}/quan-tri/van-ban/{id}")).Insist(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Agencies_and_documents_of_the_province_are_found_without_diacritics()
    {
        var site = await WithRecipeAsync();
        await site.PublishAsync(Registration);
        var number = $"{Random.Shared.Next(1_000, 999_999)}/QĐ-UBND";
        await site.PublishAsync(new LegalDocument { Type = "Quyết định", Number = number, Issuer = "Ủy ban nhân dân xã", Abstract = "Quy định về đón tiếp công dân" });
        await site.IsFoundAsync(number, number);
        var (author, auditor) = (await site.SignInAsAsync(Role.Author), await site.SignInAsAsync(Role.Auditor));
        const string Agencies = "/quan-tri/soan-thao/tim/co-quan?q=";

        var agencies = (await author.GetAsync($"{site.Root}{Agencies}bo+tu+phap")).Insist(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray().Concat(
            (await author.GetAsync($"{site.Root}{Agencies}trung+tam+phuc+vu")).Json.GetProperty("items").EnumerateArray()).Select(a => a.GetProperty("name").GetString());
        var document = (await author.GetAsync($"{site.Root}/quan-tri/soan-thao/tim/van-ban?q={Uri.EscapeDataString(number)}")).Insist(HttpStatusCode.OK).Json.GetProperty("items")[0];

        Assert.Contains("Trung tâm Phục vụ hành chính công", agencies);
        Assert.Equal(number, document.GetProperty("code").GetString());
        Assert.Equal("Quy định về đón tiếp công dân", document.GetProperty("name").GetString());
        Assert.Contains("khong-co-quyen", (await auditor.GetAsync($"{site.Root}{Agencies}xa")).Insist(HttpStatusCode.Redirect).Location, StringComparison.Ordinal);
    }
}

public sealed class FormsAtTheDeskOnSqliteTests(SqlitePortal portal) : FormsAtTheDeskTests(portal);

public sealed class FormsAtTheDeskOnPostgresTests(PostgresPortal portal) : FormsAtTheDeskTests(portal);
