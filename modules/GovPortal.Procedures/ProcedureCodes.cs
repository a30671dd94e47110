namespace GovPortal.Procedures;

/// <summary>Codes of the national catalogue that have a name here. A record may hold others; they are kept as they are.</summary>
public static class ProcedureCodes
{
    public static readonly IReadOnlyList<string> Channels = ["DIRECT", "ONLINE", "POSTAL"];
    public static readonly IReadOnlyList<string> TimeUnits = ["WORKING_DAY", "DAY", "HOUR", "MONTH", "YEAR", "OTHER"];
    public static readonly IReadOnlyList<string> FeeTypes = ["FEE", "SERVICE_FEE", "PRICE_LEVEL"];
    public static readonly IReadOnlyList<string> Levels = ["bo", "tinh", "xa", "nganh_doc", "khac"];
    public static readonly IReadOnlyList<string> Formalities = ["ASSIGNED_REGULATION", "NOT_ASSIGNED_REGULATION", "LOCAL_REGULATION", "CENTRAL_REGULATION", "OTHER"];

    /// <summary>Who procedures are for, as the national catalogue names them.</summary>
    public static readonly IReadOnlyList<string> Subjects =
    [
        "Công dân Việt Nam", "Người Việt Nam định cư ở nước ngoài", "Người nước ngoài", "Cán bộ, công chức, viên chức", "Doanh nghiệp", "Doanh nghiệp có vốn đầu tư nước ngoài",
        "Tổ chức (không bao gồm doanh nghiệp, HTX)", "Tổ chức nước ngoài", "Hợp tác xã", "Tổ chức Đảng", "Đảng viên",
    ];

    /// <param name="prefix">Of the text keys that name the codes.</param>
    public static bool Knows(string prefix, string code) => prefix switch
    {
        "procedures.channel." => Channels.Contains(code),
        "procedures.form.unit." => TimeUnits.Contains(code),
        "procedures.fee." => FeeTypes.Contains(code),
        "procedures.level." => Levels.Contains(code) || code == "chua_xac_dinh",
        "procedures.formality." => Formalities.Contains(code),
        _ => false,
    };
}
