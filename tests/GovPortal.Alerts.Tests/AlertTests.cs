using System.Text.Json;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Testing;

namespace GovPortal.Alerts.Tests;

/// <summary>Whom an alert reaches, what cannot be saved, what imports read.</summary>
public sealed class AlertTests
{
    private static readonly DateTime Morning = new(2026, 3, 2, 7, 0, 0, DateTimeKind.Unspecified);

    private static readonly Tenant Portal = new(1, Tenant.PortalName) { Title = "Cổng", Kind = SiteKind.Portal };

    private static Alert Flood => new() { Title = "Nước sông Cầu lên trên báo động 2", Grade = AlertGrade.Warning, Category = "Met", StartsAt = Morning, EndsAt = Morning.AddHours(12) };

    private static IContentType Type => new AlertType();

    [Theory]
    [InlineData(AlertReach.Own, true, false, false)]
    [InlineData(AlertReach.All, true, true, true)]
    [InlineData(AlertReach.Departments, true, true, false)]
    [InlineData(AlertReach.Communes, true, false, true)]
    [InlineData(AlertReach.Chosen, false, true, false)]
    public void The_portals_alert_reaches_whom_it_says(AlertReach reach, bool portal, bool department, bool ward)
    {
        var line = AlertType.LineOf(Flood with { Reach = reach, Sites = ["so-y-te"] });

        Assert.Equal((portal, department, ward), (line.IsFor(Portal, Portal), line.IsFor(Site(2, "so-y-te", SiteKind.Department), Portal), line.IsFor(Site(3, "phuong-kinh-bac", SiteKind.Ward), Portal)));
    }

    [Theory, InlineData(AlertReach.All), InlineData(AlertReach.Communes), InlineData(AlertReach.Chosen)]
    public void Whatever_it_claims_an_alert_of_another_site_stays_on_its_own(AlertReach reach)
    {
        var (own, other) = (Site(2, "xa-bao-dai", SiteKind.Commune), Site(3, "xa-khac", SiteKind.Commune));
        var line = AlertType.LineOf(Flood with { Reach = reach, Sites = ["xa-khac", "portal"] });

        Assert.True(line.IsFor(own, own));
        Assert.False(line.IsFor(other, own));
        Assert.False(line.IsFor(Portal, own));
    }

    [Fact]
    public void What_cannot_be_is_refused_at_its_field()
    {
        Assert.Empty(Type.Check(Flood));
        Assert.Equal(["EndsAt"], FieldsOf(Flood with { EndsAt = Morning }));
        Assert.Equal(["EndsAt"], FieldsOf(Flood with { EndsAt = Morning.AddDays(AlertType.MostDays).AddMinutes(1) }));
        Assert.Equal(["StartsAt"], FieldsOf(Flood with { StartsAt = DateTime.MinValue }));
        Assert.Equal(["StartsAt"], FieldsOf(Flood with { StartsAt = DateTime.MaxValue, EndsAt = DateTime.MaxValue }));
        Assert.Equal(["Title", "Category", "Sites"], FieldsOf(Flood with { Title = new string('đ', AlertType.TitleLength + 1), Category = "met", Reach = AlertReach.Chosen }));
    }

    [Fact]
    public void An_import_reads_days_in_Vietnamese_order_and_names_what_is_wrong()
    {
        var reader = new AlertReader(new TestClock());

        var read = Assert.IsType<Alert>(reader.Read(Json("""{"title":"Cắt điện","grade":"notice","category":"Infra","startsAt":"05/08/2026 08:00","endsAt":"2026-08-05T17:00"}""")).Body);
        Assert.Equal((new DateTime(2026, 8, 5, 8, 0, 0), new DateTime(2026, 8, 5, 17, 0, 0)), (read.StartsAt, read.EndsAt));
        var fromNow = Assert.IsType<Alert>(reader.Read(Json("""{"title":"Cắt điện","hours":6}""")).Body);
        Assert.Equal((new DateTime(2026, 3, 2, 8, 0, 0), new DateTime(2026, 3, 2, 14, 0, 0)), (fromNow.StartsAt, fromNow.EndsAt));

        foreach (var (field, json) in new[]
        {
            ("title", """{"hours":6}"""), ("grade", """{"title":"A","grade":"red","hours":6}"""), ("grade", """{"title":"A","grade":"2","hours":6}"""), ("reach", """{"title":"A","reach":"everywhere","hours":6}"""),
            ("endsAt", """{"title":"A"}"""), ("endsAt", """{"title":"A","endsAt":"31/02/2026"}"""), ("hours", """{"title":"A","hours":0}"""), ("startsAt", """{"title":"A","startsAt":"mai","hours":6}"""),
        })
        {
            Assert.Equal(field, Assert.Single(reader.Read(Json(json)).Refusals).Field);
        }
    }

    private static Tenant Site(int id, string name, SiteKind kind) => new(id, name) { Title = name, Kind = kind };

    private static string?[] FieldsOf(Alert alert) => [.. Type.Check(alert).Select(refusal => refusal.Field)];

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
