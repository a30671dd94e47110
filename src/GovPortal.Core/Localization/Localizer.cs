using System.Globalization;

namespace GovPortal.Core.Localization;

/// <summary>Says a text in the visitor's language; pages write <c>@T["news.newest"]</c>.</summary>
public sealed class Localizer(Texts texts, VisitedSite site)
{
    public string this[string key] => texts.In(site.Language, key);

    public string this[string key, params object?[] values] => string.Format(CultureInfo.CurrentCulture, texts.In(site.Language, key), values);

    public bool Has(string key) => texts.Has(key);
}
