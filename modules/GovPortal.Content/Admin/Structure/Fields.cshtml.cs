using GovPortal.Core.Localization;
using GovPortal.Core.Modules;
using GovPortal.Core.Security;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Content;
using GovPortal.Publishing.Sites;
using GovPortal.Publishing.Web;

namespace GovPortal.Content.Admin.Structure;

/// <summary>The fields of work that the site's procedures and legal documents are under.</summary>
[Authorize(Permission.ManageSite), ShowsPreview, RequestFormLimits(ValueCountLimit = MostValues)]
public sealed class FieldsPage(SiteTerms terms, SiteStructure structure, ContentTypes types, ModuleList modules, Texts texts, VisitedSite site) : TermsPage(NamedKind.Field, terms, structure, texts, site)
{
    public override string Texted => "structure.fields";

    protected override string Act => "site.fields";

    protected override string Address => "/quan-tri/linh-vuc";

    protected override string Previewed => "/" + types.All.Where(type => type.HasFields && modules.IsOn(type.Module, Site.Tenant)).OrderBy(type => type.DeskOrder).Select(type => type.Path).FirstOrDefault();
}
