namespace GovPortal.Procedures.Site;

/// <summary>What a line of a dossier is to its reader: a paper with its numbers, or words between papers.</summary>
public static class PaperLine
{
    /// <summary>True where the line asks for no paper: none original, no copy, no form, not required. It then stands across the table.</summary>
    public static bool IsWords(Paper paper) => paper is { Originals: 0, Copies: 0, IsRequired: false, Forms.Count: 0, FormFiles: null };

    /// <summary>True where such a line heads those below it: it ends in a colon. Its whole name stays.</summary>
    public static bool IsHeading(Paper paper) => IsWords(paper) && paper.Name.TrimEnd().EndsWith(':');

    /// <summary>How many papers a case asks for.</summary>
    public static int CountOf(DossierCase dossier) => dossier.Papers.Count(paper => !IsWords(paper));
}
