using GovPortal.Web.Themes;

namespace GovPortal.Theme.Civic;

/// <summary>The look of a public office: dark bands, square and calm.</summary>
public sealed class CivicTheme : ITheme
{
    public string Name => "Civic";
}
