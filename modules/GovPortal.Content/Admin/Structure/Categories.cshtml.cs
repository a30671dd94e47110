using GovPortal.Core.Localization;
using GovPortal.Core.Security;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Sites;
using GovPortal.Publishing.Web;

namespace GovPortal.Content.Admin.Structure;

/// <summary>The categories of the site's news.</summary>
[Authorize(Permission.ManageSite), ShowsPreview, RequestFormLimits(ValueCountLimit = MostValues)]
public sealed class CategoriesPage(SiteTerms terms, SiteStructure structure, Texts texts, VisitedSite site) : TermsPage(NamedKind.Category, terms, structure, texts, site)
{
    public override string Texted => "structure.categories";

    protected override string Act => "site.categories";

    protected override string Address => "/quan-tri/chuyen-muc";

    protected override string Previewed => "/tin-tuc";
}
