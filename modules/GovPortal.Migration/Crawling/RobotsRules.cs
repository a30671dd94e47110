using System.Globalization;

namespace GovPortal.Migration.Crawling;

/// <summary>What a site asks of programs that go through it (RFC 9309).</summary>
internal sealed class RobotsRules
{
    /// <summary>What the program calls itself.</summary>
    public const string Agent = "GovPortal-import";

    // As much of the file as must be read (RFC 9309, 2.5).
    private const int MostLines = 20_000;

    private readonly List<(string Path, bool IsAllowed)> rules = [];

    public List<string> Sitemaps { get; } = [];

    /// <summary>Seconds that the site wants between two questions; null where it says nothing.</summary>
    public double? Delay { get; private set; }

    public static RobotsRules Parse(string text)
    {
        var (own, common) = (new RobotsRules(), new RobotsRules());
        RobotsRules? present = null;
        var (hasOwn, isNaming) = (false, false);
        foreach (var line in text.Split('\n').Take(MostLines))
        {
            if (line.Split('#')[0].Split(':', 2) is not [var name, var given])
            {
                continue;
            }

            var value = given.Trim();
            switch (name.Trim().ToLowerInvariant())
            {
                case "user-agent":
                    var isOwn = value.Equals(Agent, StringComparison.OrdinalIgnoreCase);
                    present = isOwn ? own : value == "*" ? common : isNaming ? present : null;
                    (hasOwn, isNaming) = (hasOwn || isOwn, true);
                    continue;
                case "sitemap":
                    own.Sitemaps.Add(value);
                    common.Sitemaps.Add(value);
                    continue;
                case var rule:
                    present?.Add(rule, value);
                    break;
            }

            isNaming = false;
        }

        return hasOwn ? own : common;
    }

    /// <summary>The longest rule that fits decides; of two alike the one that allows.</summary>
    public bool Allows(string path) => rules.Where(rule => Fits(rule.Path, path)).OrderByDescending(rule => rule.Path.Length).ThenByDescending(rule => rule.IsAllowed).Select(rule => (bool?)rule.IsAllowed).FirstOrDefault() ?? true;

    private void Add(string rule, string value)
    {
        if (rule is "allow" or "disallow" && value.Length > 0)
        {
            rules.Add((value, rule == "allow"));
        }
        else if (rule == "crawl-delay" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 3600)
        {
            Delay = seconds;
        }
    }

    /// <summary><c>*</c> stands for any signs, <c>$</c> for the end.</summary>
    private static bool Fits(string pattern, string path)
    {
        var isWhole = pattern.EndsWith('$');
        var parts = (isWhole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var place = parts[0].Length;
        foreach (var part in parts.Skip(1))
        {
            var found = path.IndexOf(part, place, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            place = found + part.Length;
        }

        return !isWhole || place == path.Length || (parts.Length > 1 && path.EndsWith(parts[^1], StringComparison.Ordinal));
    }
}
