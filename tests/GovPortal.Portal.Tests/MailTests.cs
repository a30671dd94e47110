using System.Net;
using GovPortal.Mail;
using GovPortal.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Portal.Tests;

public abstract class MailTests(PortalFixture portal) : PortalTest(portal)
{
    [Fact]
    public async Task A_letter_comes_whole_in_words_and_as_a_page()
    {
        var to = $"nhan.{Guid.NewGuid():n}@example.vn";

        await Portal.Services.GetRequiredService<Outbox>().PostAsync(new Letter(to, "Thư mời họp – Đường Lâm", "Kính gửi bà Ánh,\n\nHãy mở <đường dẫn>:\nhttps://example.vn/a?b=1&c=2\n\nTrân trọng."), CancellationToken.None);
        var letter = await Portal.Post.AwaitAsync(to);

        Assert.Equal("Thư mời họp – Đường Lâm", letter.Subject);
        Assert.Contains("https://example.vn/a?b=1&c=2", letter.TextBody, StringComparison.Ordinal);
        Assert.Contains("<p>Kính gửi bà Ánh,</p>", letter.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("&lt;đường dẫn&gt;:<br><a href=\"https://example.vn/a?b=1&amp;c=2\">", letter.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", letter.Headers["Auto-Submitted"]);
    }

    [Fact]
    public async Task A_letter_is_sent_once()
    {
        var to = $"mot.{Guid.NewGuid():n}@example.vn";
        var outbox = Portal.Services.GetRequiredService<Outbox>();

        await outbox.PostAsync(new Letter(to, "Lần đầu", "Một."), CancellationToken.None);
        await Portal.Post.AwaitAsync(to);
        await outbox.PostAsync(new Letter(to, "Lần sau", "Hai."), CancellationToken.None);
        await Portal.Post.AwaitAsync(to, 2);
        await outbox.PostAsync(new Letter(to, "Lần cuối", "Ba."), CancellationToken.None);
        await Portal.Post.AwaitAsync(to, 3);

        Assert.Equal(["Lần cuối", "Lần sau", "Lần đầu"], (await Portal.Post.ToAsync(to)).Select(l => l.Subject).Order(StringComparer.Ordinal));
    }
}

public sealed class MailOnSqliteTests(SqlitePortal portal) : MailTests(portal)
{
    [Fact]
    public async Task A_mail_server_that_is_away_breaks_nothing_and_is_spoken_of_until_it_is_back()
    {
        // Its log holds warnings on purpose.
        await using var own = new PortalWithMailServer();
        await own.StartAsync();
        var outbox = own.Services.GetRequiredService<Outbox>();

        own.Server.Stop();
        await outbox.PostAsync(new Letter("cho@example.vn", "Thư phải chờ", "Chờ."), CancellationToken.None);
        await Eventually.BecomesTrueAsync("the log says that the letter was not sent", () => Task.FromResult(own.Log.Since(0, []).Any(l => l.Contains("could not be sent", StringComparison.Ordinal))));
        own.Clock.Advance(TimeSpan.FromMinutes(1));
        await Eventually.BecomesTrueAsync("health says that mail is stuck", async () => (await own.NewVisitor().GetAsync("/health/ready")).Json.GetProperty("parts").GetProperty("mail").GetProperty("status").GetString() == "Degraded");
        (await own.NewVisitor().GetAsync("/")).Insist(HttpStatusCode.OK);

        own.Server.Start();
        own.Clock.Advance(TimeSpan.FromHours(2));
        await Eventually.BecomesTrueAsync("the letter comes", () => Task.FromResult(own.Server.Letters.Any(l => l.Contains("cho@example.vn", StringComparison.Ordinal))));
        await Eventually.BecomesTrueAsync("mail is healthy again", async () => (await own.NewVisitor().GetAsync("/health/ready")).Json.GetProperty("parts").GetProperty("mail").GetProperty("status").GetString() == "Healthy");
    }

    [Fact]
    public async Task A_letter_nobody_takes_is_given_up_and_the_next_goes_out()
    {
        await using var own = new PortalWithMailServer();
        await own.StartAsync();
        var outbox = own.Services.GetRequiredService<Outbox>();

        await outbox.PostAsync(new Letter("khong-con@example.vn", "Không ai nhận", "Một."), CancellationToken.None);
        await Eventually.BecomesTrueAsync("the log says that the letter was given up", () => Task.FromResult(own.Log.Since(0, []).Any(l => l.Contains("given up", StringComparison.Ordinal))));
        await outbox.PostAsync(new Letter("con-day@example.vn", "Có người nhận", "Hai."), CancellationToken.None);
        await Eventually.BecomesTrueAsync("the next letter comes", () => Task.FromResult(own.Server.Letters.Any(l => l.Contains("con-day@example.vn", StringComparison.Ordinal))));

        Assert.DoesNotContain(own.Log.Since(0, []), line => line.Contains("khong-con@", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_mistake_in_the_settings_is_named_at_once()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["GovPortal:Mail:Host"] = "mail.example.vn",
            ["GovPortal:Mail:Port"] = "nhiều",
            ["GovPortal:Mail:Security"] = "ssl",
            ["GovPortal:Mail:User"] = "a",
        }).Build();

        var mistake = Assert.Throws<InvalidOperationException>(() => MailSettings.From(settings)).Message;

        foreach (var name in new[] { "Mail:Port", "Mail:Security", "Mail:From", "Mail:User", "GovPortal:PublicAddress" })
        {
            Assert.Contains(name, mistake, StringComparison.Ordinal);
        }
    }

    private sealed class PortalWithMailServer() : PortalFixture(new SqliteDatabase())
    {
        public MailServer Server { get; } = new("khong-con@example.vn");

        protected override string Recipe => "blank";

        protected override IEnumerable<string> MoreSettings =>
            ["--GovPortal:Mail:Host=127.0.0.1", $"--GovPortal:Mail:Port={Server.Port}", "--GovPortal:Mail:Security=none", "--GovPortal:Mail:From=Cong thong tin <gui@example.vn>", "--GovPortal:PublicAddress=https://example.vn"];
    }
}

public sealed class MailOnPostgresTests(PostgresPortal portal) : MailTests(portal);
