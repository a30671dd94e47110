using GovPortal.Core.Localization;
using GovPortal.Publishing.Reading;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Pages;

namespace GovPortal.Feedback.Site;

/// <summary>Somebody says what could be better, tells of something wrong, or asks for information the agency holds.</summary>
public sealed class GivePage(EnquiryDesk desk, AnonymousForms strangers, PublishedContent content, TenantDirectory directory, Texts texts, VisitedSite site)
    : EnquiryPage(desk, strangers, content, directory, texts, site)
{
    /// <summary>What is sent: an opinion where nothing else was chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "loai")]
    public EnquiryKind Chosen { get; set; } = EnquiryKind.Opinion;

    public override EnquiryKind Kind => Chosen is EnquiryKind.Report or EnquiryKind.Information ? Chosen : EnquiryKind.Opinion;

    public override string Address => "/gop-y";
}
