namespace GovPortal.Procedures;

/// <summary>Where a dossier is submitted: the national public service portal, addressed by the procedure.</summary>
public static class Handover
{
    private const string Portal = "https://dichvucong.gov.vn";

    /// <summary>The procedure's own page there when it is known, else a search for its code.</summary>
    public static string AddressOf(Procedure procedure) =>
        procedure.NationalUrl is { } url && url.StartsWith(Portal + "/", StringComparison.Ordinal)
            ? url
            : $"{Portal}/thu-tuc-hanh-chinh?keyword={Uri.EscapeDataString(procedure.Code)}";
}
