namespace GovPortal.Signatures.Pdf;

/// <summary>What a file keeps so that its signatures can be checked later (DSS, ISO 32000-2, 12.8.4.3), as bytes nobody has looked at yet.</summary>
internal sealed record SecurityStore(IReadOnlyList<byte[]> Certificates, IReadOnlyList<byte[]> Crls, IReadOnlyList<byte[]> Answers)
{
    public static readonly SecurityStore Empty = new([], [], []);

    private const int MostPieces = 500;

    public static SecurityStore Of(PdfState state)
    {
        try
        {
            var store = state.Dictionary(state.Catalog["DSS"]);
            return new SecurityStore(Pieces(state, store["Certs"]), Pieces(state, store["CRLs"]), Pieces(state, store["OCSPs"]));
        }
        catch (PdfFormatException)
        {
            return Empty;
        }
    }

    private static List<byte[]> Pieces(PdfState state, PdfValue list)
    {
        var pieces = new List<byte[]>();
        foreach (var item in state.Items(list).Take(MostPieces))
        {
            try
            {
                if (state.Resolve(item) is PdfStream stream)
                {
                    pieces.Add(Unpacking.Unpack(stream));
                }
            }
            catch (PdfFormatException)
            {
                // A piece that cannot be read shows nothing; what it would have shown is said to be missing.
            }
        }

        return pieces;
    }
}
