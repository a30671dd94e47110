using System.Text.RegularExpressions;

namespace GovPortal.Publishing.Import;

/// <summary>Tells the exports of other systems by how they begin, so that who gave one to the wrong import is told the right one.</summary>
internal static partial class ExportKinds
{
    /// <param name="head">How the file begins.</param>
    /// <param name="kind">What it is otherwise, as <see cref="FileFormat.WrongIn(string)"/> says.</param>
    public static string Of(string head, string kind) => kind switch
    {
        "xml" or "html" when head.Contains("wordpress.org/export/", StringComparison.Ordinal) => "wordpress",
        "xml" or "html" when head.Contains("<pma_xml_export", StringComparison.Ordinal) || head.Contains("<mysqldump", StringComparison.Ordinal) => "sql-xml",
        "xml" or "html" when Feed().IsMatch(head) => "feed",
        "object" or "text" or "table" or "array" when head.Contains("\"steps\"", StringComparison.Ordinal) && head.TrimStart('\uFEFF', ' ', '\t', '\r', '\n') is ['{' or '/', ..] => "orchard",
        "table" or "text" when Statement().IsMatch(head) => "sql",
        _ => kind,
    };

    [GeneratedRegex(@"<(?:urlset|sitemapindex|feed|rss)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Feed();

    [GeneratedRegex(@"^\s*(?:-- (?:phpMyAdmin|MySQL|MariaDB)|INSERT INTO|CREATE TABLE|DROP TABLE|/\*!\d{5})", RegexOptions.CultureInvariant | RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Statement();
}
