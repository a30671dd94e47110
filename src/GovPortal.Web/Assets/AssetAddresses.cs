using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;

namespace GovPortal.Web.Assets;

/// <summary>Addresses of style sheets, scripts and pictures of themes, with a print of their bytes so that they may be kept for ever.</summary>
public sealed class AssetAddresses
{
    private const string Root = "/_content";

    private readonly IWebHostEnvironment environment;

    // All files are read at the start and none is added later: what visitors ask for cannot make this grow,
    // and a file replaced under a running portal is never sent under the print of the old one.
    private readonly ConcurrentDictionary<string, Asset> assets = new(StringComparer.Ordinal);

    public AssetAddresses(IWebHostEnvironment environment)
    {
        this.environment = environment;
        ReadFolder(Root);
    }

    /// <param name="path">Theme and file, for example <c>Civic/site.css</c>.</param>
    public string this[string path] => Find($"{Root}/GovPortal.Theme.{path}")?.Address ?? throw new FileNotFoundException($"The theme file {path} is missing.", path);

    /// <summary>The address of a file in the <c>wwwroot</c> of a theme; null where the theme has none of that name.</summary>
    internal string? OfTheme(string theme, string file) => Find($"{Root}/GovPortal.Theme.{theme}/{file}")?.Address;

    /// <summary>The address of a file in the <c>wwwroot</c> of a module.</summary>
    /// <param name="module">Name of the module, for example <c>Rankings</c>.</param>
    /// <exception cref="FileNotFoundException">The module has no such file.</exception>
    public string OfModule(string module, string file) => Find($"{Root}/GovPortal.{module}/{file}")?.Address ?? throw new FileNotFoundException($"The file {file} of the module {module} is missing.", file);

    internal Asset? Find(string path)
    {
        if (!assets.TryGetValue(path, out var asset))
        {
            return null;
        }

        // Whoever works on a theme sees a changed file at once.
        if (environment.IsDevelopment() && environment.WebRootFileProvider.GetFileInfo(path) is { Exists: true } file && file.LastModified != asset.ChangedAt)
        {
            assets[path] = asset = Asset.Read(path, file)!;
        }

        return asset;
    }

    private void ReadFolder(string folder)
    {
        foreach (var file in environment.WebRootFileProvider.GetDirectoryContents(folder))
        {
            var path = $"{folder}/{file.Name}";
            if (file.IsDirectory)
            {
                ReadFolder(path);
            }
            else if (Asset.Read(path, file) is { } asset)
            {
                assets[path] = asset;
            }
        }
    }
}
