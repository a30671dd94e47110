using System.Net;
using GovPortal.Core.Files;
using GovPortal.Core.Security;
using GovPortal.Procedures;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>Procedures written at the desk: every part, rows that come and go, refusals that say where.</summary>
public abstract class WritingProceduresTests(PortalFixture portal) : PortalTest(portal)
{
    private const string New = "/quan-tri/thu-tuc/moi";
    private const string Save = "form.gp-editor button:not([formaction])";
    private const string Publish = "button[formaction*=Publish]";

    private static readonly Procedure Birth = new()
    {
        Code = "1.001193",
        Name = "Thủ tục đăng ký khai sinh",
        DecisionNumber = "163/QĐ-BTP",
        DecidedOn = new DateOnly(2026, 1, 16),
        PublishedOn = new DateOnly(2026, 4, 8),
        PromulgatingAgency = new Agency("G15", "Bộ Tư pháp"),
        Fields = [new CodedName("G15-TP07", "Hộ tịch")],
        Levels = ["xa", "tinh", "cap_la"],
        Formality = "ASSIGNED_REGULATION",
        IsFullyOnline = true,
        Subjects = [new CodedName("ĐT1", "Công dân Việt Nam"), new CodedName("DT12", "Người Việt Nam định cư ở nước ngoài")],
        ExecutingAgencies = [new Agency("H05.21", "Ủy ban nhân dân xã"), new Agency(null, "Trung tâm Phục vụ hành chính công")],
        AuthorityAgencies = [new Agency(null, "Ủy ban nhân dân cấp xã")],
        CoordinatingAgencies = [new Agency(null, "Công an xã")],
        ExecutingUnitGroups = ["Ủy ban nhân dân cấp xã", "Cơ quan đại diện"],
        ReceivingAddresses = "Bộ phận Một cửa\nSố 10 đường Lý Thái Tổ",
        Steps = [new Step(null, "Nộp hồ sơ.\n- Trực tiếp hoặc trực tuyến."), new Step("Bước 2", "Nhận kết quả.")],
        Methods =
        [
            new Method("DIRECT", 1.5m, "WORKING_DAY", "Ngay trong ngày\ntiếp nhận")
            {
                Fees = [new Fee("FEE", 5_000_000m, "VND", "Theo nghị quyết của HĐND"), new Fee("SERVICE_FEE", 12.5m, "USD", null), new Fee("PRICE_LEVEL", null, "VND", null), new Fee("FEE", 0, "VND", "Miễn phí cho hộ nghèo")],
            },
            new Method("ONLINE", null, "OTHER", null),
            new Method("POSTAL", 20, null, null),
        ],
        DossierCases =
        [
            new DossierCase(null) { Papers = [new Paper("TP-01", "Tờ khai đăng ký khai sinh\n(theo mẫu)", 1, 0, true) { Forms = ["1. TK khai sinh.docx", "Mẫu 2.doc"] }, new Paper(null, "Giấy chứng sinh", 0, 2, false)] },
            new DossierCase("Trẻ bị bỏ rơi"),
        ],
        LegalBases = [new CodedName("123/2015/NĐ-CP", "Nghị định quy định chi tiết một số điều của Luật Hộ tịch"), new CodedName(null, "Luật Hộ tịch")],
        Results = [new CodedName("KQ1", "Giấy khai sinh")],
        Requirements = "Không có.\n\nTrừ trường hợp luật định.",
        Keywords = "khai sinh, giấy khai sinh",
        Note = "Ghi chú một dòng",
        NationalUrl = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1.001193",
    };

    [Fact]
    public async Task A_procedure_opened_and_saved_unchanged_keeps_every_field()
    {
        var (site, id, form) = await ProcedureAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);

        (await editor.FillAsync(form, new Dictionary<string, string>(), Save)).Insist(HttpStatusCode.Redirect);

        Assert.Equal(2, (await site.ItemAsync(id)).LatestVersion);
        Assert.Equal(BodyJson.Write(Birth), BodyJson.Write(await site.NewestAsync<Procedure>(id)));
    }

    [Fact]
    public async Task A_new_procedure_is_written_and_published()
    {
        var site = await WithRecipeAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);

        var form = (await editor.FillAsync(site.Root + New, new Dictionary<string, string>
        {
            ["Code"] = "2.000815",
            ["Name"] = "Chứng thực bản sao từ bản chính",
            ["Levels[xa]"] = "true",
            ["Fields[0].Name"] = "Chứng thực",
            ["Executing[0].Name"] = "Ủy ban nhân dân xã",
            ["Subjects[0].Name"] = "Công dân Việt Nam",
            ["Methods[0].Time"] = "1",
            ["Cases[0].Papers[0].Name"] = "Bản chính giấy tờ",
            ["Steps[0].Text"] = "Xuất trình bản chính.",
            ["LegalBases[0].Code"] = "23/2015/NĐ-CP",
            ["LegalBases[0].Name"] = "Nghị định về cấp bản sao từ sổ gốc",
        }, Publish)).Insist(HttpStatusCode.Redirect).Location!;

        var page = (await site.VisitAsync("/thu-tuc/2.000815")).Insist(HttpStatusCode.OK);
        Assert.Contains("1 ngày làm việc", page.Words, StringComparison.Ordinal);
        Assert.Contains("23/2015/NĐ-CP", page.Words, StringComparison.Ordinal);
        Assert.Contains("Cấp xã", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(await ResultsAsync(), name => name.Length == 0);

        async Task<IEnumerable<string>> ResultsAsync() => (await site.NewestAsync<Procedure>(long.Parse(form.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture))).Results.Select(r => r.Name);
    }

    [Fact]
    public async Task Without_script_rows_are_added_moved_and_removed_and_nothing_typed_is_lost()
    {
        var (site, id, form) = await ProcedureAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);
        var typed = new Dictionary<string, string> { ["Name"] = "Tên đang viết dở", ["Methods[0].Fees[0].Value"] = "5 triệu" };

        var added = (await RowsAsync(editor, form, "add Methods[0].Fees", typed)).Insist(HttpStatusCode.OK);
        Assert.Equal("FEE", Value(added, "Methods[0].Fees[4].Type"));
        Assert.Equal("Tên đang viết dở", Value(added, "Name"));
        Assert.Equal("5 triệu", Value(added, "Methods[0].Fees[0].Value"));
        Assert.NotNull(added.Html.GetElementById("Methods[0].Fees[4]")!.GetAttribute("autofocus"));

        var moved = (await RowsAsync(editor, form, "up Methods 1", typed)).Insist(HttpStatusCode.OK);
        Assert.Equal("ONLINE", Value(moved, "Methods[0].Channel"));
        Assert.Equal("5 triệu", Value(moved, "Methods[1].Fees[0].Value"));

        var removed = (await RowsAsync(editor, form, "remove LegalBases 0", typed)).Insist(HttpStatusCode.OK);
        Assert.Equal("Luật Hộ tịch", Value(removed, "LegalBases[0].Name"));
        Assert.Null(removed.Html.GetElementById("LegalBases[1]"));

        (await RowsAsync(editor, form, "add Nothing.There", typed)).Insist(HttpStatusCode.NotFound);
        (await RowsAsync(editor, form, "up Methods 99", typed)).Insist(HttpStatusCode.NotFound);
        Assert.Equal(1, (await site.ItemAsync(id)).LatestVersion);
    }

    [Fact]
    public async Task A_refusal_names_the_row_and_leads_to_the_field()
    {
        var (site, id, form) = await ProcedureAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);

        var page = (await editor.FillAsync(form, new Dictionary<string, string>
        {
            ["Code"] = "mã lạ",
            ["Methods[1].Time"] = "khoảng 3 ngày",
            ["Methods[0].Fees[0].Value"] = "5 triệu",
            ["Cases[0].Papers[1].Copies"] = "vài bản",
            ["DecidedOn"] = "31/02/2026",
            ["LegalBases[1].Name"] = "",
            ["LegalBases[1].Code"] = "60/2014/QH13",
        }, Save)).Insist(HttpStatusCode.OK);

        var links = page.Html.QuerySelectorAll(".gp-errors a").ToDictionary(a => a.GetAttribute("href")!, a => a.TextContent);
        Assert.StartsWith("Cách thức thực hiện, dòng 2, Thời hạn (số): không đọc được số “khoảng 3 ngày”", links["#Methods[1].Time"], StringComparison.Ordinal);
        Assert.StartsWith("Cách thức thực hiện, dòng 1; Phí, lệ phí, dòng 1, Số tiền: ", links["#Methods[0].Fees[0].Value"], StringComparison.Ordinal);
        Assert.StartsWith("Trường hợp, dòng 1; Giấy tờ, dòng 2, Bản sao: “vài bản”", links["#Cases[0].Papers[1].Copies"], StringComparison.Ordinal);
        Assert.StartsWith("Căn cứ pháp lý, dòng 2, Tên: ", links["#LegalBases[1].Name"], StringComparison.Ordinal);
        Assert.Contains("#Code", links.Keys);
        Assert.Contains("#DecidedOn", links.Keys);
        Assert.All(links.Keys, href => Assert.NotNull(page.Html.GetElementById(href[1..])));
        Assert.Equal("5 triệu", Value(page, "Methods[0].Fees[0].Value"));
        Assert.Equal("mã lạ", Value(page, "Code"));
        Assert.Equal(1, (await site.ItemAsync(id)).LatestVersion);
    }

    [Theory, InlineData("5.000.000", 5_000_000), InlineData("5 000 000", 5_000_000), InlineData("5000000", 5_000_000), InlineData("8.000", 8_000)]
    public async Task A_fee_is_read_as_clerks_type_it(string typed, int value)
    {
        var (site, id, form) = await ProcedureAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);

        (await editor.FillAsync(form, new Dictionary<string, string> { ["Methods[0].Fees[0].Value"] = typed }, Save)).Insist(HttpStatusCode.Redirect);

        Assert.Equal(value, (await site.NewestAsync<Procedure>(id)).Methods[0].Fees[0].Value);
    }

    [Fact]
    public async Task Of_two_editors_the_second_sees_both_in_the_words_of_the_fields()
    {
        var (site, _, form) = await ProcedureAsync();
        var (hoa, duc) = (await site.SignInAsAsync(Role.Publisher), await site.SignInAsAsync(Role.Publisher));
        var seen = Value(await duc.GetAsync(form), "Revision");

        (await hoa.FillAsync(form, new Dictionary<string, string> { ["Methods[0].Text"] = "Trong hai ngày" }, Save)).Insist(HttpStatusCode.Redirect);
        var late = (await duc.FillAsync(form, new Dictionary<string, string> { ["Revision"] = seen, ["Methods[0].Text"] = "Ngay trong ngày", ["Steps[1].Text"] = "Nhận tại nhà." }, Save)).Insist(HttpStatusCode.OK);
        Assert.Equal(["Cách thức thực hiện", "Trình tự thực hiện"], late.Html.QuerySelectorAll(".gp-collision h3").Select(h => h.TextContent));
        Assert.Equal("Nhận tại nhà.", Value(late, "Steps[1].Text"));
        Assert.NotNull((await duc.GetAsync(form)).Html.QuerySelector("[data-gp-offered]"));

        var takenUp = await duc.GetAsync((await duc.GetAsync(form)).Html.QuerySelector("[data-gp-offered] a")!.GetAttribute("href")!);
        Assert.Equal("Nhận tại nhà.", Value(takenUp, "Steps[1].Text"));
        Assert.Equal("12,5", Value(takenUp, "Methods[0].Fees[1].Value"));
        Assert.NotNull(takenUp.Html.QuerySelector("[name='Levels[cap_la]'][checked]"));
    }

    [Fact]
    public async Task A_code_stands_once_on_a_site_and_a_form_sent_twice_is_saved_once()
    {
        var (site, _, _) = await ProcedureAsync();
        var editor = await site.SignInAsAsync(Role.Publisher);
        var key = Value(await editor.GetAsync(site.Root + New), "Key");

        var taken = (await editor.FillAsync(site.Root + New, new Dictionary<string, string> { ["Code"] = "1001193", ["Name"] = "Thủ tục trùng mã" }, Save)).Insist(HttpStatusCode.OK);
        var fields = new Dictionary<string, string> { ["Code"] = "1.004222", ["Name"] = "Đăng ký thường trú", ["Key"] = key };
        var first = (await editor.FillAsync(site.Root + New, fields, Save)).Insist(HttpStatusCode.Redirect).Location;

        Assert.Contains("đã có trên trang này", taken.Html.QuerySelector(".gp-errors a[href='#Code']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(first, (await editor.FillAsync(site.Root + New, fields, Save)).Insist(HttpStatusCode.Redirect).Location);
    }

    private async Task<(TestSite Site, long Id, string Form)> ProcedureAsync()
    {
        var site = await WithRecipeAsync();
        var id = await site.PublishAsync(Birth);
        return (site, id, $"{site.Root}/quan-tri/thu-tuc/{id}");
    }

    private static Task<Answer> RowsAsync(Visitor editor, string form, string order, Dictionary<string, string> typed) =>
        editor.FillAsync(form, new Dictionary<string, string>(typed) { ["row"] = order }, "button[formaction*=Rows]");

    private static string Value(Answer page, string name) => page.Html.QuerySelector($"form.gp-editor [name='{name}']") switch
    {
        AngleSharp.Html.Dom.IHtmlTextAreaElement area => area.Value ?? "",
        AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value ?? "",
        AngleSharp.Html.Dom.IHtmlInputElement input => input.Value ?? "",
        _ => throw new InvalidOperationException($"{page.Address} has no field {name}"),
    };
}

public sealed class WritingProceduresOnSqliteTests(SqlitePortal portal) : WritingProceduresTests(portal);

public sealed class WritingProceduresOnPostgresTests(PostgresPortal portal) : WritingProceduresTests(portal);
