namespace GovPortal.Search.Ranking;

/// <summary>Scores of one segment's entries, kept dense and cleared cheaply, so that it can be used again and again.</summary>
internal sealed class ScoreSheet
{
    private int[] touched = [];
    private int[] lastTerm = [];
    private int count;
    private int term;

    public float[] Score { get; private set; } = [];

    /// <summary>How much of what was asked the entry holds.</summary>
    public float[] Share { get; private set; } = [];

    /// <summary>How many words of the entry's title were asked for.</summary>
    public float[] InTitle { get; private set; } = [];

    /// <summary>Whether <see cref="Typed"/> is counted; it costs a write for each finding.</summary>
    public bool CountsTyped { get; set; }

    /// <summary>How many words of the entry's title were typed, other wordings left out; 0 where nobody counts them.</summary>
    public float[] Typed { get; private set; } = [];

    /// <summary>Entries with a score, in no order.</summary>
    public ReadOnlySpan<int> Touched => touched.AsSpan(0, count);

    public void MakeRoom(int entries)
    {
        if (touched.Length < entries)
        {
            (touched, lastTerm) = (new int[entries], new int[entries]);
            (Score, Share, InTitle, Typed) = (new float[entries], new float[entries], new float[entries], new float[entries]);
        }
    }

    /// <summary>From now on scores belong to another term, whose share counts once however many zones it is found in.</summary>
    public void BeginTerm() => term++;

    public void Add(int entry, float score, float share, float inTitle, float typed)
    {
        Touch(entry);
        Score[entry] += score;
        InTitle[entry] += inTitle;
        if (CountsTyped)
        {
            Typed[entry] += typed;
        }

        if (lastTerm[entry] != term)
        {
            lastTerm[entry] = term;
            Share[entry] += share;
        }
    }

    /// <summary>Keeps the higher of each.</summary>
    public void Keep(int entry, float score, float share, float inTitle, float typed)
    {
        Touch(entry);
        if (CountsTyped)
        {
            Typed[entry] = MathF.Max(Typed[entry], typed);
        }

        InTitle[entry] = MathF.Max(InTitle[entry], inTitle);
        Score[entry] = MathF.Max(Score[entry], score);
        Share[entry] = MathF.Max(Share[entry], share);
    }

    /// <summary>Adds to the score of an entry that has one; others stay out.</summary>
    public void Reward(int entry, float score)
    {
        if (Score[entry] > 0)
        {
            Score[entry] += score;
        }
    }

    public void Clear()
    {
        foreach (var entry in Touched)
        {
            (Score[entry], Share[entry], InTitle[entry], lastTerm[entry]) = (0, 0, 0, 0);
            if (CountsTyped)
            {
                Typed[entry] = 0;
            }
        }

        (count, term) = (0, 0);
    }

    // Scores are above zero, so zero says that the entry is new here.
    private void Touch(int entry)
    {
        if (Score[entry] == 0)
        {
            touched[count++] = entry;
        }
    }
}
