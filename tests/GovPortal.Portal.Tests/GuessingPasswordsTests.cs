using System.Net;
using GovPortal.Core.Security;
using GovPortal.Storage;
using GovPortal.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

/// <summary>Whoever guesses is slowed; whose password is guessed at is not.</summary>
public abstract class GuessingPasswordsTests(PortalFixture portal) : PortalTest(portal)
{
    private const string Wrong = "mat-khau-sai-nhe";

    [Fact]
    public async Task After_five_wrong_passwords_that_place_waits_and_the_owner_elsewhere_does_not()
    {
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.Author);
        var stranger = Portal.NewVisitor();
        await GuessAsync(stranger, email, 5);

        var slowed = await TryAsync(stranger, email, TestSite.Password, HttpStatusCode.TooManyRequests);

        Assert.Equal("30", slowed.Headers["Retry-After"]);
        Assert.Contains("thử lại sau 30 giây", slowed.Words, StringComparison.Ordinal);
        await TryAsync(Portal.NewVisitor(), email, TestSite.Password, HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Guessing_reads_alike_for_a_name_that_exists_and_one_that_does_not()
    {
        var site = await WithRecipeAsync();
        var (email, nobody) = (await site.TakeInAsync(Role.Author), $"khong.co.{Guid.NewGuid():n}@example.vn");
        var (one, other) = (Portal.NewVisitor(), Portal.NewVisitor());

        for (var turn = 0; turn < 7; turn++)
        {
            var (known, unknown) = (await TryAsync(one, email, Wrong), await TryAsync(other, nobody, Wrong));
            Assert.Equal(unknown.Status, known.Status);
            Assert.Equal(unknown.Html.QuerySelector("main")!.TextContent, known.Html.QuerySelector("main")!.TextContent);
        }
    }

    [Fact]
    public async Task Thirty_names_tried_from_one_place_are_slowed()
    {
        await Portal.StartAsync();
        var stranger = Portal.NewVisitor();
        var answers = new List<Answer>();
        for (var turn = 0; turn < 30; turn++)
        {
            answers.Add(await TryAsync(stranger, $"ten.{turn}@example.vn", Wrong));
        }

        Assert.Equal(10, answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests && answer.Headers.ContainsKey("Retry-After")));
    }

    [Fact]
    public async Task A_known_device_gets_in_while_strangers_everywhere_guess()
    {
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.Author);
        var owner = Portal.NewVisitor();
        await owner.SignInAsync(email, TestSite.Password);
        await owner.FillAsync($"{site.Root}/quan-tri", new Dictionary<string, string>(), "form[action$='/dang-xuat'] button");
        for (var place = 0; place < 10; place++)
        {
            await GuessAsync(Portal.NewVisitor(), email, 5);
        }

        await TryAsync(Portal.NewVisitor(), email, TestSite.Password, HttpStatusCode.TooManyRequests);
        await TryAsync(owner, email, TestSite.Password, HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_known_device_is_known_to_its_own_account_only_and_its_own_guesses_count()
    {
        var site = await WithRecipeAsync();
        var (own, other) = (await site.TakeInAsync(Role.Author), await site.TakeInAsync(Role.Author));
        var thief = Portal.NewVisitor();
        await thief.SignInAsync(own, TestSite.Password);

        await GuessAsync(thief, other, 5);
        await TryAsync(thief, other, TestSite.Password, HttpStatusCode.TooManyRequests);
        await GuessAsync(thief, own, 10);
        await TryAsync(thief, own, TestSite.Password, HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task One_household_of_IPv6_is_one_place()
    {
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.Author);
        for (var number = 1; number <= 5; number++)
        {
            await TryAsync(At($"2001:db8:1:2::{number}"), email, Wrong, HttpStatusCode.OK);
        }

        await TryAsync(At("2001:db8:1:2:ffff::1"), email, Wrong, HttpStatusCode.TooManyRequests);
        await TryAsync(At("2001:db8:1:3::1"), email, Wrong, HttpStatusCode.OK);
    }

    [Fact]
    public async Task Guessing_the_password_in_an_open_session_makes_that_session_wait_alone()
    {
        const string page = "/tai-khoan", field = "Password";
        var site = await WithRecipeAsync();
        var email = await site.TakeInAsync(Role.Author);
        var (thief, owner) = (Portal.NewVisitor(), Portal.NewVisitor());
        await thief.SignInAsync(email, TestSite.Password);
        for (var turn = 0; turn < 10; turn++)
        {
            await thief.FillAsync(page, new Dictionary<string, string> { [field] = Wrong, ["NewPassword"] = "mat-khau-cua-ke-trom" });
        }

        var answer = await thief.FillAsync(page, new Dictionary<string, string> { [field] = TestSite.Password, ["NewPassword"] = "mat-khau-cua-ke-trom" });

        Assert.Contains("quá nhiều lần", answer.Insist(HttpStatusCode.OK).Words, StringComparison.Ordinal);
        await owner.SignInAsync(email, TestSite.Password);
    }

    private protected static Visitor At(Visitor visitor, string address)
    {
        visitor.Headers["X-Forwarded-For"] = address;
        return visitor;
    }

    private Visitor At(string address) => At(Portal.NewVisitor(), address);

    private static async Task GuessAsync(Visitor visitor, string name, int times)
    {
        for (var turn = 0; turn < times; turn++)
        {
            await TryAsync(visitor, name, Wrong, HttpStatusCode.OK);
        }
    }

    private protected static async Task<Answer> TryAsync(Visitor visitor, string name, string password, HttpStatusCode? expected = null)
    {
        var door = (await visitor.GetAsync("/dang-nhap?ve=%2Fquan-tri")).Insist(HttpStatusCode.OK);
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["SignInName"] = name, ["Password"] = password, ["__RequestVerificationToken"] = door.Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")! });
        var answer = await visitor.SendAsync(HttpMethod.Post, "/dang-nhap", content: content);
        return expected is { } status ? answer.Insist(status) : answer;
    }
}

public sealed class GuessingPasswordsOnSqliteTests(SqlitePortal portal) : GuessingPasswordsTests(portal)
{
    [Fact]
    public async Task The_wait_grows_and_is_forgotten()
    {
        await using var own = new SqlitePortal();
        var site = await own.WithRecipeAsync("commune");
        var email = await site.TakeInAsync(Role.Author);
        var stranger = own.NewVisitor();
        var waits = new List<string>();
        for (var turn = 0; turn < 12; turn++)
        {
            var answer = await TryAsync(stranger, email, "mat-khau-sai-nhe");
            if (answer.Status == HttpStatusCode.TooManyRequests)
            {
                waits.Add(answer.Headers["Retry-After"]);
                own.Clock.Advance(TimeSpan.FromSeconds(int.Parse(waits[^1], System.Globalization.CultureInfo.InvariantCulture)));
            }
        }

        Assert.Equal(["30", "60", "120", "240"], waits.Take(4));
        own.Clock.Advance(TimeSpan.FromHours(3));
        await TryAsync(stranger, email, TestSite.Password, HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Only_a_proxy_that_is_named_says_where_somebody_comes_from()
    {
        await using var own = new PortalBehindNothing();
        await own.StartAsync();
        for (var turn = 0; turn < 5; turn++)
        {
            await TryAsync(At(own.NewVisitor(), $"10.0.0.{turn}"), "admin", "mat-khau-sai-nhe", HttpStatusCode.OK);
        }

        await TryAsync(At(own.NewVisitor(), "10.0.0.9"), "admin", "mat-khau-sai-nhe", HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task As_many_passwords_are_worked_through_for_a_name_nobody_has_and_the_log_is_written_after_the_answer()
    {
        await using var own = new CountingPortal();
        var site = await own.WithRecipeAsync("commune");
        var email = await site.TakeInAsync(Role.Author);
        foreach (var name in new[] { email, "khong.co@example.vn" })
        {
            var visitor = own.NewVisitor();
            await visitor.GetAsync("/dang-nhap");
            await using var held = await own.HoldWritingAsync();
            var before = CountingHasher.Worked;
            await TryAsync(visitor, name, "mat-khau-sai-nhe", HttpStatusCode.OK);
            Assert.Equal(1, CountingHasher.Worked - before);
        }
    }

    [Fact]
    public async Task A_letter_for_a_new_password_is_written_after_the_answer()
    {
        await using var own = new SqlitePortal();
        var site = await own.WithRecipeAsync("commune");
        var email = await site.TakeInAsync(Role.Author);
        await using (await own.HoldWritingAsync())
        {
            (await own.NewVisitor().FillAsync($"{site.Root}/dang-nhap/quen-mat-khau", new Dictionary<string, string> { ["Email"] = email })).Insist(HttpStatusCode.OK);
        }

        Assert.Contains("/dang-nhap/mat-khau-moi/", (await own.Post.AwaitAsync(email)).TextBody, StringComparison.Ordinal);
    }

    private sealed class PortalBehindNothing() : PortalFixture(new SqliteDatabase())
    {
        protected override IEnumerable<string> MoreSettings => ["--GovPortal:TrustedProxies="];
    }

    private sealed class CountingPortal() : PortalFixture(new SqliteDatabase())
    {
        protected override void Arrange(IServiceCollection services) => services.AddScoped<IPasswordHasher<Person>, CountingHasher>();
    }

    private sealed class CountingHasher : PasswordHasher<Person>
    {
        private static int worked;

        public static int Worked => worked;

        public override string HashPassword(Person user, string password)
        {
            Interlocked.Increment(ref worked);
            return base.HashPassword(user, password);
        }

        public override PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
        {
            Interlocked.Increment(ref worked);
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}

public sealed class GuessingPasswordsOnPostgresTests(PostgresPortal portal) : GuessingPasswordsTests(portal);
