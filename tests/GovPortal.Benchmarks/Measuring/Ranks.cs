namespace GovPortal.Benchmarks.Measuring;

/// <summary>At which place the first right answer stood, question by question.</summary>
/// <param name="places">From 1; 0 where none of the first ten was right.</param>
internal sealed class Ranks(IReadOnlyList<int> places)
{
    public int Count => places.Count;

    /// <summary>Share of questions answered among the first so many.</summary>
    public double At(int most) => Count == 0 ? double.NaN : (double)places.Count(place => place > 0 && place <= most) / Count;

    /// <summary>Mean of one through the place (MRR).</summary>
    public double Reciprocal => Count == 0 ? double.NaN : places.Sum(place => place > 0 ? 1d / place : 0) / Count;

    /// <summary>The lowest and the highest share answered first among five parts of the questions: how much of a figure is chance.</summary>
    public (double Least, double Most) Folds()
    {
        const int Folds = 5;
        var parts = Enumerable.Range(0, Folds).Select(fold => new Ranks([.. places.Where((_, number) => number % Folds == fold)])).Where(part => part.Count > 0).Select(part => part.At(1)).ToList();
        return parts.Count == 0 ? (double.NaN, double.NaN) : (parts.Min(), parts.Max());
    }
}
