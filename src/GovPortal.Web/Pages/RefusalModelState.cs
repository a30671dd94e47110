using GovPortal.Core.Checking;
using GovPortal.Core.Localization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace GovPortal.Web.Pages;

public static class RefusalModelState
{
    /// <summary>Adds the refusal, if there is one, to what the editor sees; says whether there was one.</summary>
    public static bool Refused(this ModelStateDictionary modelState, Refusal? refusal, Texts texts, VisitedSite site)
    {
        if (refusal is not null)
        {
            modelState.AddModelError(refusal.Field ?? "", texts.Sentence(site.Language, refusal));
        }

        return refusal is not null;
    }

    public static bool Refused(this ModelStateDictionary modelState, IEnumerable<Refusal> refusals, Texts texts, VisitedSite site)
    {
        var any = false;
        foreach (var refusal in refusals)
        {
            any |= modelState.Refused(refusal, texts, site);
        }

        return any;
    }

    /// <summary>True when something besides these fields could not be read; of them the page says so itself.</summary>
    public static bool IsWrongBesides(this ModelStateDictionary modelState, params ReadOnlySpan<string> fields)
    {
        foreach (var (field, entry) in modelState)
        {
            if (entry.Errors.Count > 0 && !fields.Contains(field))
            {
                return true;
            }
        }

        return false;
    }
}
