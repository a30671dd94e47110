namespace GovPortal.Search;

/// <summary>What counts for how much. Tuned on citizens' questions, where each stands on a plateau; the README tells how.</summary>
internal static class Weights
{
    /// <summary>BM25: how little is gained by repeating a word.</summary>
    public const float Saturation = 1f;

    /// <summary>What another spelling of a word typed with diacritics is worth.</summary>
    public const float OtherSpelling = 0.4f;

    /// <summary>A word that only makes a question: "tôi muốn", "thủ tục".</summary>
    public const float QuestionWord = 0.15f;

    /// <summary>Words that told of a need, beside what the state calls it.</summary>
    public const float ToldByNeed = 0.1f;

    /// <summary>The other words of a question that told of a need.</summary>
    public const float BesideNeed = 0.5f;

    /// <summary>A word of a long question that stands beside no word it stands beside in any title: mostly an aside.</summary>
    public const float Aside = 0.45f;

    /// <summary>Questions of fewer telling words have no asides.</summary>
    public const int LongQuestion = 5;

    /// <summary>Words of at least this weight are marked in what is found.</summary>
    public const float TellingWord = 0.5f;

    /// <summary>Another wording of what was said.</summary>
    public const float Synonym = 0.75f;

    /// <summary>Each further wording of the same, as part of the one before.</summary>
    public const float LaterSynonym = 0.85f;

    /// <summary>What is added to the score for a title all of which was said, and for an entry that holds all of the question.</summary>
    public const float WholeTitle = 0.5f;
    public const float WholeQuestion = 0.3f;

    /// <summary>How much of a question, by weight of its words, an entry must hold: of two words both, of a long tale two fifths.</summary>
    public const float CoverageOfShort = 0.75f;
    public const float CoverageOfLong = 0.42f;
    public const float CoveragePerWord = 1.2f;

    /// <summary>An entry is let in all the same when this much of its title was said.</summary>
    public const float WholeTitleSaid = 0.99f;

    /// <summary>By how much a commune's procedure goes before another of the same score, and a province's before a ministry's.</summary>
    public const float Commune = 1.05f;
    public const float Province = 1.025f;

    /// <summary>What is left of the score of getting a paper again, changing or losing it, where nobody asked for that.</summary>
    public const float Again = 0.9f;

    /// <summary>What is left of the score of what agencies published that work no more: who came after them goes first.</summary>
    public const float Ended = 0.3f;

    /// <summary>What is left of the score of a document that another put out of force.</summary>
    public const float Replaced = 0.6f;

    /// <summary>A document of the kind that was named: "luật đất đai" is a law, not a decree on it.</summary>
    public const float Kind = 1.5f;

    /// <summary>Of documents of the kind that was named, the newer: a thirtieth for each year, from 1976 on.</summary>
    public static float Newer(long publishedTicks) => 1 + 0.03f * Math.Max(0, new DateTime(Math.Max(publishedTicks, 0), DateTimeKind.Utc).Year - 1976);

    /// <summary>A word, by the strongest zone it stands in: title, keywords, summary, body.</summary>
    public static ReadOnlySpan<float> Zones => [1f, 0.8f, 0.3f, 0.12f];

    /// <summary>Two neighbours, by zone; the body keeps no pairs.</summary>
    public static ReadOnlySpan<float> Pairs => [0.6f, 0.5f, 0.15f, 0f];

    /// <summary>BM25: how much the length of a zone is held against an entry.</summary>
    public static ReadOnlySpan<float> LengthPenalty => [0.4f, 0.4f, 0.5f, 0.6f];
}
