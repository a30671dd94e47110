using System.Net;
using GovPortal.Core.Security;
using GovPortal.Testing;
using GovPortal.Web.Pages;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(SqlitePortal))]
[assembly: AssemblyFixture(typeof(PostgresPortal))]

namespace GovPortal.Feedback.Tests;

/// <summary>A test of what citizens write, through the whole portal. It is Monday, 2 March 2026, 8:00.</summary>
public abstract class FeedbackTest(PortalFixture portal) : PortalTest(portal)
{
    /// <summary>A form that somebody has looked at for a minute.</summary>
    protected string KeyOfMinuteAgo() => Portal.Services.GetRequiredService<AnonymousForms>().KeyAt(Portal.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddMinutes(-1));

    protected Dictionary<string, string> FieldsOf(string subject, string email = "") => new()
    {
        ["Subject"] = subject,
        ["Text"] = "Tôi là Nguyễn Thị Ánh, số máy 0912 345 678. Thẻ bảo hiểm y tế bị mất thì làm lại ở đâu?",
        ["Name"] = "Nguyễn Thị Ánh",
        ["Phone"] = "0912 345 678",
        ["Email"] = email,
        ["Consent"] = "true",
        ["FormKey"] = KeyOfMinuteAgo(),
    };

    protected async Task<(string Code, string Secret)> AskAsync(TestSite site, IReadOnlyDictionary<string, string> fields, string form = "/hoi-dap/gui")
    {
        var answer = (await Portal.NewVisitor().FillAsync(site.Root + form, fields)).Insist(HttpStatusCode.OK);
        return (answer.Html.QuerySelector("#gp-code")?.TextContent ?? throw new InvalidOperationException(answer.Words), answer.Html.QuerySelector("#gp-secret")!.TextContent);
    }

    protected Task<Answer> TrackAsync(TestSite site, string code, string secret) =>
        Portal.NewVisitor().FillAsync(site.Root + "/hoi-dap/theo-doi", new Dictionary<string, string> { ["ma"] = code, ["Secret"] = secret });

    /// <summary>Address of an enquiry's page at the desk, found by its code.</summary>
    protected static async Task<string> AtDeskAsync(Visitor officer, TestSite site, string code)
    {
        var list = (await officer.GetAsync($"{site.Root}/quan-tri/hoi-dap?ds=All&q={code}")).Insist(HttpStatusCode.OK);
        return list.Html.QuerySelector("a.gp-rows__title")?.GetAttribute("href") ?? throw new InvalidOperationException($"{code} is not at the desk: {list.Words}");
    }

    protected static Task<Answer> ActAsync(Visitor officer, string page, EnquiryAct act, params (string Name, string Value)[] fields) =>
        officer.FillAsync(page, fields.Append(("act", $"{act}")).ToDictionary(f => f.Item1, f => f.Item2), $"button[data-act={act}]");

    protected static Role Answerer => Role.Officer;
}
