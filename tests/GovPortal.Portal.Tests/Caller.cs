using System.Net;
using System.Net.Http.Json;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Somebody with the token of their own pages.</summary>
internal sealed record Caller(Visitor Visitor, string Token)
{
    // These of the editor take JSON, the others forms.
    private static readonly string[] ReadJson = ["tu-luu", "lam-sach", "kiem-tra", "video"];

    public static async Task<Caller> OfAsync(Visitor visitor, string page) =>
        new(visitor, (await visitor.GetAsync(page)).Insist(HttpStatusCode.OK).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);

    /// <param name="isInQuery">Whether the fields stand in the address, and only the token in the form.</param>
    public async Task<Answer> PostAsync(string path, string handler, IEnumerable<KeyValuePair<string, string>> fields, long id = 0, bool isInQuery = false)
    {
        Visitor.Headers["RequestVerificationToken"] = Token;
        IEnumerable<KeyValuePair<string, string>> asked = [.. handler.Length == 0 ? [] : new[] { KeyValuePair.Create("handler", handler) }, .. isInQuery ? fields : []];
        var address = $"{path}?{string.Join('&', asked.Select(one => $"{one.Key}={Uri.EscapeDataString(one.Value)}"))}".TrimEnd('?');
        fields = isInQuery ? [] : fields;
        using HttpContent content = ReadJson.Any(name => path.EndsWith("/" + name, StringComparison.Ordinal))
            ? JsonContent.Create(new { form = "article", key = $"{id}", item = id, revision = 1, fields = new Dictionary<string, string> { ["Title"] = "Đè lên" } })
            : new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", Token)));
        return await Visitor.SendAsync(HttpMethod.Post, address, content: content);
    }
}
