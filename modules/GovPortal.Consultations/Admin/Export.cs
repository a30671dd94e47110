using GovPortal.Core.Localization;

namespace GovPortal.Consultations.Admin;

/// <summary>All opinions of a consultation with their answers, as a Word document. It names those who gave a name, so its export is written down.</summary>
internal static class Export
{
    private static readonly string[] Heads = ["number", "section", "who", "received", "text", "reply"];

    public static byte[] Write(string title, Consultation consultation, IEnumerable<DraftComment> comments, CommentDesk desk, VisitedSite site, Texts texts)
    {
        string T(string key) => texts.In(site.Language, $"consultations.{key}");
        var headings = consultation.Sections.ToDictionary(section => section.Id, section => section.Heading);
        var rows = comments.OrderBy(comment => comment.Id).Select(comment => new CommentRow(
            comment.SectionId is null ? T("whole") : headings.GetValueOrDefault(comment.SectionId, T("section.gone")),
            desk.CommenterOf(comment).Name ?? T("nobody"), site.Tenant.Wall(comment.ReceivedAt),
            comment.State == CommentState.Hidden ? $"[{T("state.Hidden")}: {comment.HiddenReason}]\n{comment.Text}" : comment.Text,
            comment.Reply is { } reply ? $"{T($"reply.{reply}")}: {comment.ReplyText}" : ""));
        return CommentsDocument.Write([T("document.title"), title, texts.Filled(site.Language, "consultations.document.days", Days.Text(consultation.OpensOn), Days.Text(consultation.ClosesOn))], [.. Heads.Select(head => T($"document.{head}"))], rows);
    }
}
