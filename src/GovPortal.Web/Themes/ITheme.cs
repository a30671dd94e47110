namespace GovPortal.Web.Themes;

/// <summary>
/// A look that sites can wear. Its project is named <c>GovPortal.Theme.</c> and the name: views in it replace those of the same name, files in its
/// <c>wwwroot</c> are what browsers load, and its <c>lang</c> says <c>theme.NAME.title</c> and <c>theme.NAME.about</c>.
/// </summary>
public interface ITheme
{
    /// <summary>The name that recipes and sites use, for example <c>Civic</c>.</summary>
    string Name { get; }
}

/// <summary>The themes built into this installation.</summary>
/// <param name="all">The first is worn where nothing else is chosen, and lends what another lacks.</param>
public sealed class ThemeList(IReadOnlyList<ITheme> all)
{
    public IReadOnlyList<ITheme> All => all;

    public ITheme Default => all[0];

    public ITheme? Find(string? name) => all.FirstOrDefault(theme => theme.Name == name);

    /// <summary>The theme of that name; the default where the installation has none of it.</summary>
    public ITheme Of(string? name) => Find(name) ?? Default;
}
