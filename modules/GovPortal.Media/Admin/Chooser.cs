using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Publishing.Files;
using GovPortal.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Media.Admin;

/// <summary>The library as JSON, for scripts of the desk: choosing a file, and uploading one.</summary>
internal static class Chooser
{
    private const int Size = 24;

    private const string Guard = "RequestVerificationToken";

    private static readonly FormOptions Form = new() { MultipartBodyLengthLimit = IUploads.LargestRequest };

    // Every method is led here, so that whoever may not see the library learns nothing of it.
    public static void MapChooser(this IEndpointRouteBuilder routes)
    {
        routes.Map("/quan-tri/thu-vien/chon", ListAsync).RequireAuthorization(Permission.Write).OfModule(MediaModule.Named).ExcludeFromDescription();
        routes.Map("/quan-tri/thu-vien/tai-len", UploadAsync).RequireAuthorization(Permission.Write).OfModule(MediaModule.Named).ExcludeFromDescription()
            .WithMetadata(new RequestSizeLimitAttribute(IUploads.LargestRequest));
    }

    private static async Task<IResult> ListAsync(HttpContext http, string? q, string? loai, int? trang, FileLibrary library, VisitedSite site, CancellationToken ct)
    {
        if (!(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
        {
            http.Response.Headers.Allow = "GET, HEAD";
            return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
        }

        var page = trang ?? 1;
        if (page is < 1 or > PageOf.Deepest || loai is not (null or "" or FileRecord.Picture or FileRecord.File))
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        }

        var (total, files) = await library.ListAsync(new FileQuery(page, Size) { Words = q, ArePictures = string.IsNullOrEmpty(loai) ? null : loai == FileRecord.Picture }, ct);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(new { Items = files.Select(file => FileRecord.Of(file, site)), Total = total, Page = page });
    }

    private static async Task<IResult> UploadAsync(HttpContext http, IAntiforgery guard, IUploads uploads, Texts texts, VisitedSite site, CancellationToken ct)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
        }

        var (form, fault) = await ReadAsync(http, ct);
        if (fault is { } status)
        {
            return Problem(status, status == StatusCodes.Status413PayloadTooLarge ? "media.upload.too-large" : "media.upload.garbled");
        }

        if (!http.Request.Headers.ContainsKey(Guard) || !await guard.IsRequestValidAsync(http))
        {
            return Problem(StatusCodes.Status400BadRequest, "media.upload.no-guard");
        }

        if (form is not { Files: [var file, ..] })
        {
            return Problem(StatusCodes.Status400BadRequest, "media.upload.nothing");
        }

        var upload = await uploads.TakeInAsync(file, form["folder"], http.User.PersonId(), ct);
        return upload.File is { } taken
            ? Results.Json(FileRecord.Of(taken, site), statusCode: StatusCodes.Status201Created)
            : Results.Problem(texts.Sentence(site.Language, upload.Refusal!), statusCode: StatusCodes.Status422UnprocessableEntity);

        IResult Problem(int status, string key) => Results.Problem(texts.In(site.Language, key), statusCode: status);
    }

    /// <summary>The form, or the status that says why it cannot be read.</summary>
    private static async Task<(IFormCollection? Form, int? Fault)> ReadAsync(HttpContext http, CancellationToken ct)
    {
        try
        {
            return (http.Request.HasFormContentType ? await http.Request.ReadFormAsync(Form, ct) : null, null);
        }
        catch (BadHttpRequestException fault)
        {
            return (null, fault.StatusCode);
        }
        catch (InvalidDataException fault)
        {
            return (null, fault.Message.Contains("limit", StringComparison.Ordinal) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest);
        }
        catch (IOException) when (!ct.IsCancellationRequested)
        {
            return (null, StatusCodes.Status400BadRequest);
        }
    }
}
