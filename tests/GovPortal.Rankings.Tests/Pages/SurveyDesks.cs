using System.Globalization;
using System.Net;
using GovPortal.Rankings.Surveying;
using GovPortal.Testing;

namespace GovPortal.Rankings.Tests.Pages;

/// <summary>What people do with surveys, in their browsers.</summary>
internal static class SurveyDesks
{
    public const string Questions = """
        {"method":{"weights":"fixed","missing":"zero","decimals":2},
         "groups":[{"name":"Hạ tầng","weight":60,"indicators":[{"name":"Mạng nội bộ","formula":"yes-no","max":10},{"name":"Tỷ lệ máy tính","formula":"ratio","max":10}]},
                   {"name":"Trang thông tin","weight":40,"indicators":[{"name":"Có trang","formula":"yes-no"}]}],
         "coverage":[{"key":"local-network","indicator":"Mạng nội bộ"},{"key":"site","indicator":"Có trang"}],
         "measures":{"Có trang":"site-is-on"}}
        """;

    /// <returns>Number of the survey.</returns>
    public static async Task<long> PrepareAsync(this Visitor province, int year)
    {
        var prepared = await province.FillAsync("/quan-tri/xep-hang", new Dictionary<string, string>
        {
            ["Year"] = year.ToString(CultureInfo.InvariantCulture),
            ["Title"] = $"Chỉ số thử năm {year}",
            ["DeclareBy"] = "2026-04-01",
            ["Questions"] = Questions,
        });
        return long.Parse(prepared.Insist(HttpStatusCode.Redirect).Location!.Split('/')[^1], CultureInfo.InvariantCulture);
    }

    public static Task<Answer> MoveAsync(this Visitor province, long survey, SurveyStage to, string? reason = null) =>
        province.FillAsync($"/quan-tri/xep-hang/{survey}", reason is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["reason"] = reason }, $"form:has(input[name=to][value={to}]) button");

    /// <summary>Fills the form of an agency or of the council; the values stand in the order of the indicators.</summary>
    public static async Task<Answer> TypeAsync(this Visitor visitor, string path, string[] values, string words, string[] given, string handler = "", params (string Name, string Value)[] more)
    {
        var page = (await visitor.GetAsync(path)).Insist(HttpStatusCode.OK);
        var revision = page.Html.QuerySelector("input[name=revision]")!.GetAttribute("value")!;
        var fields = values.Select(value => KeyValuePair.Create("Value", value)).Concat(given.Select(word => KeyValuePair.Create(words, word))).Append(new("revision", revision)).Concat(more.Select(its => KeyValuePair.Create(its.Name, its.Value)));
        return await visitor.PostToAsync(path, handler, fields);
    }

    private static async Task<Answer> PostToAsync(this Visitor visitor, string path, string handler, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var token = (await visitor.GetAsync(path)).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", token)));
        return await visitor.SendAsync(HttpMethod.Post, handler.Length == 0 ? path : $"{path}?handler={handler}", content: content);
    }
}
