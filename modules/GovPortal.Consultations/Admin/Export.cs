using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Core.Text;
using GovPortal.Storage.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GovPortal.Consultations.Admin;

/// <summary>All opinions of a consultation with their answers, as a Word document. It names those who gave a name, so its export is written down.</summary>
internal static class Export
{
    private static readonly string[] Heads = ["number", "section", "who", "received", "text", "reply"];

    public static void MapCommentsExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/quan-tri/lay-y-kien/{id:long}/y-kien.docx", WriteAsync).OfModule(ConsultationsModule.Named).RequireAuthorization(Permission.Review).ExcludeFromDescription();

    private static async Task<IResult> WriteAsync(long id, HttpContext http, ConsultationBoard board, CommentDesk desk, AuditTrail audit, VisitedSite site, Texts texts, CancellationToken ct)
    {
        if (await board.FindAsync(id, ct) is not { } found)
        {
            return Results.NotFound();
        }

        string T(string key) => texts.In(site.Language, $"consultations.{key}");
        var headings = found.Body.Sections.ToDictionary(section => section.Id, section => section.Heading);
        var rows = (await desk.ListAsync(id, ct)).OrderBy(comment => comment.Id).Select(comment => new CommentRow(
            comment.SectionId is null ? T("whole") : headings.GetValueOrDefault(comment.SectionId, T("section.gone")),
            desk.CommenterOf(comment).Name ?? T("nobody"), site.Tenant.Wall(comment.ReceivedAt),
            comment.State == CommentState.Hidden ? $"[{T("state.Hidden")}: {comment.HiddenReason}]\n{comment.Text}" : comment.Text,
            comment.Reply is { } reply ? $"{T($"reply.{reply}")}: {comment.ReplyText}" : ""));
        var bytes = CommentsDocument.Write([T("document.title"), found.Title, texts.Filled(site.Language, "consultations.document.days", Days.Text(found.Body.OpensOn), Days.Text(found.Body.ClosesOn))], [.. Heads.Select(head => T($"document.{head}"))], rows);
        await audit.WriteAsync(site.Tenant, "consultation.export", found.Title, http.User.PersonId(), ct);
        return Results.File(bytes, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"y-kien-{VietnameseText.Slug(found.Title, 60)}.docx");
    }
}
