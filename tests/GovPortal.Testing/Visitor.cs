using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace GovPortal.Testing;

/// <summary>A browser's session: keeps cookies, follows no redirects by itself.</summary>
public sealed class Visitor(Uri address)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private readonly CookieContainer cookies = new();

    private static int visitors;

    /// <summary>Sent with every request. Each visitor comes from a network address of their own, as the proxy in front would say.</summary>
    public Dictionary<string, string> Headers { get; } = new() { ["X-Forwarded-For"] = AddressOf(Interlocked.Increment(ref visitors)) };

    /// <summary>What the browser calls the server; null for its address.</summary>
    public string? Host { get; set; }

    public Task<Answer> GetAsync(string path, string? host = null, string? ifNoneMatch = null) => SendAsync(HttpMethod.Get, path, host, ifNoneMatch);

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? host = null, string? ifNoneMatch = null, HttpContent? content = null)
    {
        var target = new Uri(address, path);
        using var request = new HttpRequestMessage(method, target) { Content = content };
        request.Headers.Host = host ?? Host;
        foreach (var (name, value) in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        if (cookies.GetCookieHeader(target) is { Length: > 0 } kept)
        {
            request.Headers.Add("Cookie", kept);
        }

        if (ifNoneMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", ifNoneMatch);
        }

        using var response = await Http.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            cookies.SetCookies(target, IsRemoval(cookie) ? cookie : string.Join(';', cookie.Split(';').Where(part => !part.TrimStart().StartsWith("expires=", StringComparison.OrdinalIgnoreCase))));
        }

        return new Answer(response, await response.Content.ReadAsStringAsync());
    }

    /// <summary>The bytes of a file that is there.</summary>
    public async Task<byte[]> GetBytesAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } kept)
        {
            request.Headers.Add("Cookie", kept);
        }

        using var response = await Http.SendAsync(request);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
    }

    private static string AddressOf(int number) => $"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}";

    // Cookies that stay say until when on the portal's clock, which stands still; those taken away end in 1970.
    private static bool IsRemoval(string cookie) => cookie.Contains("01 Jan 1970", StringComparison.Ordinal);

    /// <summary>Opens a page, fills its form and sends it to where the form, or the pressed button, says.</summary>
    /// <param name="button">Selector of the button; the form that holds it is meant.</param>
    /// <param name="to">Sends it elsewhere than the form says, as someone with ill intent would.</param>
    public async Task<Answer> FillAsync(string path, IReadOnlyDictionary<string, string> fields, string? button = null, string? to = null)
    {
        var page = (await GetAsync(path)).Insist(HttpStatusCode.OK);
        var pressed = button is null ? null : page.Html.QuerySelector(button) ?? throw new InvalidOperationException($"{path} has no {button}");
        var form = pressed?.Closest("form") as IHtmlFormElement ?? page.Html.Forms.First(f => fields.Keys.All(name => f.Elements[name] is not null));
        var values = new Dictionary<string, string>();
        foreach (var field in form.Elements.OfType<AngleSharp.Html.Dom.IHtmlElement>())
        {
            switch (field)
            {
                case IHtmlInputElement { Name.Length: > 0 } input when input.Type is not ("checkbox" or "radio" or "submit" or "file") || input.IsChecked:
                    values[input.Name!] = input.Value;
                    break;
                case IHtmlTextAreaElement { Name.Length: > 0 } area:
                    values[area.Name!] = area.Value;
                    break;
                case IHtmlSelectElement { Name.Length: > 0 } select:
                    values[select.Name!] = select.Value ?? "";
                    break;
            }
        }

        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        var action = to ?? (pressed?.GetAttribute("formaction") is { Length: > 0 } other ? other : form.GetAttribute("action") is { Length: > 0 } own ? own : path);
        action = action.StartsWith('?') ? path.Split('?')[0] + action : action;
        using var content = new FormUrlEncodedContent(values);
        return await SendAsync(HttpMethod.Post, action, content: content);
    }

    /// <summary>Sends fields, some perhaps more than once, with the token of the page they belong to.</summary>
    public async Task<Answer> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var token = (await GetAsync(path)).Html.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", token)));
        return await SendAsync(HttpMethod.Post, path, content: content);
    }

    public async Task SignInAsync(string name, string password)
    {
        var answer = await FillAsync("/dang-nhap", new Dictionary<string, string> { ["SignInName"] = name, ["Password"] = password });
        answer.Insist(HttpStatusCode.Redirect);
    }
}

/// <summary>What the server answered.</summary>
public sealed class Answer
{
    private readonly Lazy<IHtmlDocument> html;

    public Answer(HttpResponseMessage response, string text)
    {
        ArgumentNullException.ThrowIfNull(response);
        Status = response.StatusCode;
        Text = text;
        Address = response.RequestMessage!.RequestUri!.PathAndQuery;
        Location = response.Headers.Location?.OriginalString;
        MediaType = response.Content.Headers.ContentType?.MediaType;
        ETag = response.Headers.ETag?.ToString();
        Headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        html = new(() => new HtmlParser().ParseDocument(text));
    }

    public HttpStatusCode Status { get; }

    public string Text { get; }

    /// <summary>What was asked for.</summary>
    public string Address { get; }

    /// <summary>Where a redirect leads.</summary>
    public string? Location { get; }

    public string? MediaType { get; }

    public string? ETag { get; }

    public IReadOnlyDictionary<string, string> Headers { get; }

    public IHtmlDocument Html => html.Value;

    /// <summary>The words of the page without its markup.</summary>
    public string Words => Html.Body?.TextContent ?? "";

    public string Heading => Html.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>The answer itself when it has the status; fails with what came instead.</summary>
    public Answer Insist(HttpStatusCode status) => Status == status ? this
        : throw new InvalidOperationException($"{Address} answered {(int)Status} instead of {(int)status} (to {Location}): {Text[..Math.Min(600, Text.Length)]}");

    public System.Text.Json.JsonElement Json => System.Text.Json.JsonDocument.Parse(Text).RootElement;
}
