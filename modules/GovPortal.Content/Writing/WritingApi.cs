using System.Globalization;
using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Editing.Cleaning;
using GovPortal.Editing.Forms;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Content.Writing;

/// <summary>What the form of a text asks for while somebody writes in it.</summary>
internal static class WritingApi
{
    // Nobody reads more of them, and the first ones tell what is wrong with the rest.
    private const int MostRemarks = 100;

    public static void MapWriting(this IEndpointRouteBuilder routes)
    {
        routes.MapAct("tu-luu", KeepAsync);
        routes.MapAct("bo-tam", ThrowAwayAsync);
        routes.MapAct("tiep-quan", TakeOverAsync);
        routes.MapAct("roi-di", LeaveAsync);
        routes.MapAct("lam-sach", Clean);
        routes.MapAct("kiem-tra", CheckAsync);
        routes.MapAct("video", FindVideo);
    }

    private static void MapAct(this IEndpointRouteBuilder routes, string name, Delegate act) =>
        routes.MapMethods($"/quan-tri/soan-thao/{name}", [HttpMethods.Post, HttpMethods.Get], act).OfModule(ContentModule.Named)
            .RequireAuthorization(Permission.Write).AddEndpointFilter(OnlyFromOwnPagesAsync).ExcludeFromDescription();

    private static async ValueTask<object?> OnlyFromOwnPagesAsync(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
        }

        if (!http.Request.HasFormContentType && !http.Request.Headers.ContainsKey("RequestVerificationToken"))
        {
            return Results.BadRequest();
        }

        return await IsOwnAsync(http) ? await next(call) : Results.BadRequest();
    }

    private static async Task<bool> IsOwnAsync(HttpContext http)
    {
        try
        {
            return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
        }
        catch (AntiforgeryValidationException)
        {
            // A page that is closed while it says goodbye sends half a form.
            return false;
        }
    }

    /// <summary>The beat of an open form: keeps what was typed, and says who else has the item open.</summary>
    private static async Task<IResult> KeepAsync([FromBody] Beat? beat, HttpContext http, Autosaves autosaves, WritingLocks locks, VisitedSite site, TimeProvider clock, Texts texts, CancellationToken ct)
    {
        if (beat is not { Form: { Length: > 0 and <= 40 } form, Key: { Length: > 0 and <= 40 } key })
        {
            return Results.BadRequest();
        }

        var person = http.User.PersonId()!.Value;
        if (beat.Fields is { } fields && await autosaves.KeepAsync(person, new WrittenForm(form, beat.Item is { } id ? id.ToString(CultureInfo.InvariantCulture) : key, beat.Item, beat.Revision, fields), ct) is { } refusal)
        {
            return Refuse(refusal, texts, site);
        }

        var other = beat.Item is { } item ? await locks.HoldAsync(item, person, ct) : null;
        return Results.Ok(new BeatAnswer(beat.Fields is null ? null : TimeOf(clock.GetUtcNow(), site), other is null ? null : new OtherPerson(other.Name, TimeOf(other.Since, site))));
    }

    private static async Task<IResult> ThrowAwayAsync(HttpContext http, Autosaves autosaves, VisitedSite site, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        if (long.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            await autosaves.ThrowAwayAsync(http.User.PersonId()!.Value, id, ct);
        }
        else if (form["khoa"] is [{ Length: > 0 and <= 40 } key])
        {
            await autosaves.ThrowAwayAsync(http.User.PersonId()!.Value, key, ct);
        }

        return BackTo(form["ve"], site);
    }

    private static async Task<IResult> TakeOverAsync(HttpContext http, WritingLocks locks, VisitedSite site, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        return long.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await locks.TakeOverAsync(id, http.User.PersonId()!.Value, ct)
            ? BackTo(form["ve"], site)
            : Results.NotFound();
    }

    /// <summary>Told by a page that is being left; nobody waits for the answer.</summary>
    private static async Task<IResult> LeaveAsync(HttpContext http, WritingLocks locks, CancellationToken ct)
    {
        var form = await http.Request.ReadFormAsync(ct);
        if (long.TryParse(form["id"], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            await locks.LetGoAsync(id, http.User.PersonId()!.Value, ct);
        }

        return Results.NoContent();
    }

    private static IResult Clean([FromBody] Written? written, SafeHtml html, Texts texts, VisitedSite site, CancellationToken ct)
    {
        if (written?.Html is not { } given)
        {
            return Results.BadRequest();
        }

        return given.Length > Checks.LongestText ? Refuse(new Refusal("writing.paste.too-long"), texts, site) : Results.Ok(PastedOf(html.CleanPaste(TextOrMarkup.OfPaste(given), ct), texts, site));
    }

    private static async Task<IResult> CheckAsync([FromBody] Written? written, OwnLinks links, Texts texts, VisitedSite site, CancellationToken ct)
    {
        if (written?.Html is not { Length: <= Checks.LongestText } given)
        {
            return Results.BadRequest();
        }

        using var document = BoundedHtml.Parse(given, ct);
        if (document is null)
        {
            return Refuse(new Refusal("check.too-deep", null, BoundedHtml.Limits), texts, site);
        }

        var remarks = (await links.LookAsync(document.Body!, ct)).Concat(TextRules.Look(document.Body!)).Take(MostRemarks);
        return Results.Ok(new CheckedText([.. remarks.Select(r => new ToldIssue(texts.In(site.Language, $"writing.check.{r.Rule}"), r.Tag, r.Nth, r.Words))]));
    }

    // Pictures that lie in the writer's own files are many and alike; all else is told one by one, with the words it stood behind.
    private static Pasted PastedOf(CleanedHtml clean, Texts texts, VisitedSite site) => new(clean.Html, clean.PicturesLeftOut,
        [.. clean.LeftOut.Take(MostRemarks).Select(one => Told(one, texts, site)).Distinct()]);

    private static string Told(LeftOut one, Texts texts, VisitedSite site)
    {
        var what = texts.Filled(site.Language, $"writing.left-out.{one.Kind.ToString().ToLowerInvariant()}", one.Kind == LeftOutKind.Structure ? BoundedHtml.Limits : one.Source).TrimEnd(' ', ':');
        return one.Near.Length == 0 ? what : $"{what} {texts.Filled(site.Language, "writing.left-out.near", one.Near)}";
    }

    private static IResult FindVideo([FromBody] WantedVideo? wanted, VideoHosts hosts, Texts texts, VisitedSite site)
    {
        var (address, refusal) = hosts.AddressOf(wanted?.Url);
        return refusal is null ? Results.Ok(new FoundVideo(address!)) : Refuse(refusal, texts, site);
    }

    private static IResult Refuse(Refusal refusal, Texts texts, VisitedSite site) =>
        Results.Problem(texts.Sentence(site.Language, refusal), statusCode: refusal.Code == "content.save.gone" ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity);

    // Only to an address of the desk, whatever the form says.
    private static IResult BackTo(string? path, VisitedSite site) =>
        Results.LocalRedirect(path is not null && path.StartsWith(site.Link("/quan-tri/"), StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal) ? path : site.Link("/quan-tri"));

    private static string TimeOf(DateTimeOffset at, VisitedSite site) => site.Tenant.Wall(at)[^5..];

    private sealed record Beat(string? Form, string? Key, long? Item, int? Revision, Dictionary<string, string>? Fields);

    private sealed record BeatAnswer(string? SavedAt, OtherPerson? Other);

    private sealed record OtherPerson(string Name, string Since);

    private sealed record Written(string? Html);

    /// <param name="LeftOut">A sentence for each thing that could not come.</param>
    private sealed record Pasted(string Html, int PicturesLeftOut, IReadOnlyList<string> LeftOut);

    private sealed record CheckedText(IReadOnlyList<ToldIssue> Remarks);

    private sealed record ToldIssue(string Sentence, string Tag, int Nth, string? Words);

    private sealed record WantedVideo(string? Url);

    private sealed record FoundVideo(string Address);
}
