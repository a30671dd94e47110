using MathNet.Numerics.LinearAlgebra;

namespace GovPortal.Rankings.Computing;

/// <summary>The first eigenvector of a correlation matrix.</summary>
internal static class FirstComponent
{
    // Two first eigenvalues nearer than this leave the direction, and with it the weights, to chance.
    private const double Apart = 1e-9;

    /// <param name="standardised">By indicator, then by unit: mean 0, population standard deviation 1.</param>
    /// <returns>The vector, of length 1 and either sign; null where the first eigenvalue is not single.</returns>
    public static IReadOnlyList<double>? Of(IReadOnlyList<double[]> standardised)
    {
        var columns = Matrix<double>.Build.DenseOfColumnArrays(standardised);
        var correlation = columns.TransposeThisAndMultiply(columns).Divide(columns.RowCount);
        var evd = correlation.Evd(Symmetricity.Symmetric);
        var values = evd.EigenValues.Select(value => value.Real).ToArray();
        var first = Array.IndexOf(values, values.Max());
        var isSingle = values.Where((value, position) => position != first).All(value => values[first] - value > Apart * values[first]);
        return isSingle ? evd.EigenVectors.Column(first).ToArray() : null;
    }
}
