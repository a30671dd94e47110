namespace GovPortal.Search;

/// <summary>What counts for how much. Tuned on citizens' questions; the README tells how.</summary>
internal static class Weights
{
    /// <summary>Title, keywords, summary, body.</summary>
    public static readonly float[] Zones = [1f, 0.8f, 0.3f, 0.12f];

    /// <summary>Pairs of neighbours, by zone; the body keeps no pairs.</summary>
    public static readonly float[] Pairs = [0.6f, 0.5f, 0.15f, 0f];

    /// <summary>BM25: how little is gained by repeating a word.</summary>
    public static float Saturation = 1.0f;

    /// <summary>BM25: how much a long zone is held against an entry.</summary>
    public static readonly float[] LengthPenalty = [0.5f, 0.4f, 0.5f, 0.6f];

    /// <summary>What another spelling of a word typed with diacritics is worth.</summary>
    public static float OtherSpelling = 0.5f;

    /// <summary>What the zones other than the best one add.</summary>
    public static float OtherZones = 0.15f;

    /// <summary>Words that only make a question: "tôi muốn", "thủ tục".</summary>
    public static float QuestionWord = 0.15f;

    /// <summary>What is added for a title all of which was said.</summary>
    public static float WholeTitle = 0.5f;

    public static float TellingWord = 0.5f;

    public static float Synonym = 0.7f;

    /// <summary>How much of a short and of a long question, by weight of its words, an entry must hold.</summary>
    public static float CoverageOfShort = 0.75f;
    public static float CoverageOfLong = 0.25f;
    public static float CoveragePerWord = 1.2f;

    /// <summary>An entry is also let in when this much of its title was said.</summary>
    public static float WholeTitleSaid = 0.99f;
}
