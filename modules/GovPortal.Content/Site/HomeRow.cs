using Microsoft.AspNetCore.Html;

namespace GovPortal.Content.Site;

/// <summary>A section of the home page as it is shown.</summary>
public sealed record HomeSection(string Name, IHtmlContent Shown);

/// <summary>What stands side by side on a wide screen: two sections, or one beside the agency's address.</summary>
/// <param name="First">Null where the site has neither news nor documents yet: a friendly note stands there.</param>
public sealed record HomeRow(HomeSection? First, HomeSection? Second = null, bool HasWelcome = false)
{
    /// <summary>Lays sections out in their order: two short lists share a row, and an agency's address stands beside its documents or its introduction.</summary>
    /// <param name="isAwaited">True where the site wants news or documents on its home page.</param>
    public static IReadOnlyList<HomeRow> Lay(IReadOnlyList<HomeSection> sections, bool isPortal, bool isAwaited = true)
    {
        var rows = new List<HomeRow>();
        var besideWelcome = isPortal ? null : sections.FirstOrDefault(s => s.Name == "documents") ?? sections.FirstOrDefault(s => s.Name == "introduction");
        for (var i = 0; i < sections.Count; i++)
        {
            rows.Add(sections[i].Name == "agency-news" && i + 1 < sections.Count && sections[i + 1].Name == "documents"
                ? new HomeRow(sections[i], sections[++i])
                : new HomeRow(sections[i], HasWelcome: sections[i] == besideWelcome));
        }

        if (rows.Count == 0 || isAwaited && !sections.Any(s => s.Name is "news" or "documents"))
        {
            // What people come for stays on top, also where there is little else yet.
            rows.Insert(rows.FindIndex(row => row.First?.Name == "common-tasks") + 1, new HomeRow(null, HasWelcome: !isPortal && besideWelcome is null));
        }

        return rows;
    }
}
