using GovPortal.Web.Themes;

namespace GovPortal.Theme.Lotus;

/// <summary>A light look with rounded shapes, under the sign of the lotus.</summary>
public sealed class LotusTheme : ITheme
{
    public string Name => "Lotus";
}
