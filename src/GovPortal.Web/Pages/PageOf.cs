namespace GovPortal.Web.Pages;

/// <summary>Which page of a list is shown, and the addresses of the others.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Address">Builds the address of a page number.</param>
public sealed record PageOf(int Number, int Size, int Total, Func<int, string> Address)
{
    public const int DefaultSize = 20;

    /// <summary>Deeper pages answer 404: nobody reads them, and they cost the most.</summary>
    public const int Deepest = 10_000;

    public int Last => Math.Max(1, (Total + Size - 1) / Size);

    public bool IsBeyond => Number > Last;

    /// <summary>Page numbers to offer: first, last, and those around the present one; 0 stands for a gap.</summary>
    public IEnumerable<int> Numbers()
    {
        var before = 0;
        foreach (var number in new[] { 1, Number - 1, Number, Number + 1, Last }.Where(n => n >= 1 && n <= Last).Distinct().Order())
        {
            if (number - before > 1)
            {
                yield return 0;
            }

            yield return number;
            before = number;
        }
    }
}
