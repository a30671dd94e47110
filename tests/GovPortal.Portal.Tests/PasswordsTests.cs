using System.Net;
using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Storage;
using GovPortal.Testing;
using GovPortal.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GovPortal.Portal.Tests;

/// <summary>Which passwords are taken, wherever they are chosen, and how they are kept.</summary>
public sealed class PasswordsTests(SqlitePortal portal) : PortalTest(portal)
{
    private const string Common = "matkhau123456";

    [Theory]
    [InlineData("1234567890", "quá ngắn")]
    [InlineData("mười một chữ", null)]
    [InlineData("123456789012", "dễ đoán")]
    [InlineData("Password1234", "dễ đoán")]
    [InlineData("P@ssw0rd1234", "dễ đoán")]
    [InlineData("qwertyuiop12", "dễ đoán")]
    [InlineData("1q2w3e4r5t6y", "dễ đoán")]
    [InlineData("aaaaaaaaaaaaaa", "dễ đoán")]
    [InlineData("abcdefghijklmn", "dễ đoán")]
    [InlineData("anhyeuem1234", "dễ đoán")]
    [InlineData("Mậtkhẩu123456", "dễ đoán")]
    [InlineData("quantrivien2026", "dễ đoán")]
    [InlineData("Admin@123456", "dễ đoán")]
    [InlineData("nguyenthianh1", "dễ đoán")]
    [InlineData("xathunghiemduonglam", "dễ đoán")]
    [InlineData("Quảng Ninh 20261130", "dễ đoán")]
    [InlineData("QuangNinh@84729163", "dễ đoán")]
    [InlineData("xã Thử Nghiệm 84729163", "dễ đoán")]
    [InlineData("NguyenAnh-84729163!", "dễ đoán")]
    [InlineData("84729163hu3thuath13n", "dễ đoán")]
    [InlineData("quang ninh trâu cày sớm", null)]
    [InlineData("mat-khau-quan-tri", null)]
    [InlineData("mat-khau-thu-nghiem", null)]
    [InlineData("con trâu đi trước cái cày", null)]
    [InlineData("q7fKe29sLmPz", null)]
    public async Task What_is_guessed_first_is_refused(string password, string? said)
    {
        await WithRecipeAsync();
        await using var scope = Portal.Services.CreateAsyncScope();

        var (_, refusals) = await scope.ServiceProvider.GetRequiredService<UserAccounts>().EnrolAsync($"anh.{Guid.NewGuid():n}@example.vn", "Nguyễn Thị Ánh", password, "vi");

        var sentence = string.Join(' ', refusals.Select(refusal => Portal.Services.GetRequiredService<Texts>().Sentence("vi", refusal)));
        Assert.Equal(said ?? "", said is null || !sentence.Contains(said, StringComparison.Ordinal) ? sentence : said);
    }

    [Fact]
    public async Task A_common_one_is_taken_at_no_door()
    {
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.Author);
        var me = Portal.NewVisitor();
        await me.SignInAsync(email, TestSite.Password);
        var administrator = await site.SignInAsAsync(Role.SiteAdministrator);
        var invited = $"moi.{Guid.NewGuid():n}@example.vn";
        await administrator.FillAsync($"{site.Root}/quan-tri/nguoi-dung/moi", new Dictionary<string, string> { ["Email"] = invited, ["Roles[Author]"] = "true" });
        await Portal.NewVisitor().FillAsync($"{site.Root}/dang-nhap/quen-mat-khau", new Dictionary<string, string> { ["Email"] = email });

        foreach (var answer in new[]
        {
            await me.FillAsync("/tai-khoan", new Dictionary<string, string> { ["Password"] = TestSite.Password, ["NewPassword"] = Common }),
            await Portal.NewVisitor().FillAsync(PostBag.LinkIn(await Portal.Post.AwaitAsync(email)), new Dictionary<string, string> { ["Password"] = Common }),
            await Portal.NewVisitor().FillAsync(PostBag.LinkIn(await Portal.Post.AwaitAsync(invited)), new Dictionary<string, string> { ["Name"] = "Người Mới", ["Password"] = Common }),
        })
        {
            Assert.Contains("quá dễ đoán", answer.Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_short_one_of_earlier_times_signs_in_still_and_is_hashed_anew()
    {
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.Author);
        await using var scope = Portal.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var person = (await people.FindByNameAsync(email))!;
        var old = new PasswordHasher<Person>(Options.Create(new PasswordHasherOptions { IterationCount = 10 })).HashPassword(person, "1234567890");
        person.PasswordHash = old;
        await people.UpdateAsync(person);

        await Portal.NewVisitor().SignInAsync(email, "1234567890");

        await using var later = Portal.Services.CreateAsyncScope();
        Assert.NotEqual(old, (await later.ServiceProvider.GetRequiredService<UserManager<Person>>().FindByNameAsync(email))!.PasswordHash);
    }

    [Fact]
    public void They_are_hashed_with_todays_rounds()
    {
        var builder = Host.Portal.Prepare([.. Portal.Settings], isServing: false);
        using var services = builder.Services.BuildServiceProvider();

        Assert.Equal(210_000, services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount);
    }
}
