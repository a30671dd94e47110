using GovPortal.Publishing.Search;

namespace GovPortal.Procedures.Site;

/// <summary>What the finder opens with before anything is asked: the fields most people come for, and of each the procedures of the commune's counter.</summary>
public static class NeededFirst
{
    /// <summary>Procedures shown of one field.</summary>
    public const int OfEach = 3;

    /// <summary>Fields that give procedures; the others give a link.</summary>
    public const int FieldsOpened = 3;

    /// <summary>Procedures of a field that are looked through for the everyday ones.</summary>
    public const int Read = 100;

    private const string Commune = "xa";

    // By how often people have to do with them: birth to death, residence, identity, land, certified copies, support.
    private static readonly string[] fields =
    [
        "ho-tich", "dang-ky-quan-ly-cu-tru", "dat-dai", "cap-quan-ly-can-cuoc", "chung-thuc", "bao-tro-xa-hoi", "nguoi-co-cong",
        "thanh-lap-va-hoat-dong-doanh-nghiep-ho-kinh-doanh", "quan-ly-xuat-nhap-canh", "thuc-hien-chinh-sach-bhxh",
    ];

    /// <summary>Those of the fields that a site has procedures of, in that order.</summary>
    public static IReadOnlyList<TChoice> Among<TChoice>(IReadOnlyList<TChoice> choices, Func<TChoice, string> valueOf) =>
        [.. fields.Select(field => choices.FirstOrDefault(choice => valueOf(choice) == field)).OfType<TChoice>()];

    /// <summary>The filters that find a field's procedures at the commune.</summary>
    public static Dictionary<string, string> AtTheCommune(string field) => FinderQuestion.Given(("field", field), ("level", Commune));

    /// <summary>Of what was found the everyday ones: special cases have the longer names. One's own province only.</summary>
    public static IEnumerable<ProcedureRow> Everyday(IEnumerable<ProcedureRow> rows) => rows.Where(row => !row.IsOther).OrderBy(row => row.Title.Length).ThenBy(row => row.Code, StringComparer.Ordinal).Take(OfEach);
}
