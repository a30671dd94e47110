using GovPortal.Core.Localization;
using GovPortal.Publishing.Reading;
using GovPortal.Storage.Tenancy;
using GovPortal.Web.Pages;

namespace GovPortal.Feedback.Site;

/// <summary>Somebody asks the agency something.</summary>
public sealed class AskPage(EnquiryDesk desk, AnonymousForms strangers, PublishedContent content, TenantDirectory directory, Texts texts, VisitedSite site)
    : EnquiryPage(desk, strangers, content, directory, texts, site)
{
    public override EnquiryKind Kind => EnquiryKind.Question;

    public override string Address => "/hoi-dap/gui";
}
