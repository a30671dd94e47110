using GovPortal.Storage.Tenancy;
using Microsoft.Extensions.Configuration;

namespace GovPortal.Procedures;

/// <summary>The province of the installation, and what becomes of procedures that another province's office carries out.</summary>
/// <remarks>
/// <c>GovPortal:Procedures:Province</c> names it, by its name of today or of before July 2025; by default the title of the portal does.
/// <c>GovPortal:Procedures:OtherProvinces</c>: <c>last</c> (default) lists them after one's own, <c>leave-out</c> keeps an import from taking in what another province's committee published.
/// </remarks>
public sealed class HomeProvince
{
    private const string NameSetting = "GovPortal:Procedures:Province";
    private const string OthersSetting = "GovPortal:Procedures:OtherProvinces";
    private readonly TenantDirectory directory;
    private readonly string? set;

    /// <exception cref="InvalidOperationException">A setting says what it cannot.</exception>
    public HomeProvince(TenantDirectory directory, IConfiguration settings)
    {
        this.directory = directory;
        if (settings[NameSetting] is { Length: > 0 } name)
        {
            set = Provinces.Called(name) ?? throw new InvalidOperationException($"{NameSetting} is “{name}”, which is no province. Write its name as the law does, with or without diacritics.");
        }

        LeavesOthersOut = settings[OthersSetting] switch
        {
            null or "" or "last" => false,
            "leave-out" => true,
            var other => throw new InvalidOperationException($"{OthersSetting} is “{other}”. Write last or leave-out."),
        };
    }

    public bool LeavesOthersOut { get; }

    /// <summary>Today's name; null where neither setting nor title says it.</summary>
    public string? Name => set ?? Provinces.In(directory.Portal?.Title);

    /// <summary>True for a province that is another than this one; false while this one is not known.</summary>
    public bool IsOther(string? province) => province is not null && Name is { } own && own != province;
}
