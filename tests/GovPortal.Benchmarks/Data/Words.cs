namespace GovPortal.Benchmarks.Data;

/// <summary>Makes Vietnamese text as offices write it: few words often, many seldom. The same seed gives the same text.</summary>
internal sealed class Words(int seed)
{
    private static readonly string[] verbs =
    [
        "Đăng ký", "Cấp", "Cấp lại", "Cấp đổi", "Gia hạn", "Điều chỉnh", "Xác nhận", "Công nhận", "Thu hồi", "Phê duyệt", "Thẩm định", "Thông báo", "Chấp thuận", "Hỗ trợ", "Giải quyết",
        "Đính chính", "Chuyển đổi", "Chứng thực", "Miễn giảm", "Bổ nhiệm", "Thành lập", "Giải thể", "Sáp nhập", "Tạm ngừng", "Khôi phục", "Xóa", "Kiểm tra", "Tiếp nhận", "Đánh giá", "Xếp hạng",
    ];

    private static readonly string[] things =
    [
        "giấy phép xây dựng", "giấy chứng nhận quyền sử dụng đất", "khai sinh", "kết hôn", "hộ kinh doanh", "giấy phép lái xe", "thẻ bảo hiểm y tế", "trợ cấp xã hội", "chứng chỉ hành nghề", "biên chế viên chức",
        "bằng tốt nghiệp", "học bổng", "dự án đầu tư", "hợp đồng lao động", "giấy phép môi trường", "nguồn nước", "an toàn thực phẩm", "phòng cháy chữa cháy", "quảng cáo ngoài trời", "di tích lịch sử",
        "người có công", "trẻ em mồ côi", "người khuyết tật", "hợp tác xã", "doanh nghiệp nhỏ và vừa", "khu công nghiệp", "làng nghề truyền thống", "giống cây trồng", "thuốc bảo vệ thực vật", "phương tiện thủy nội địa",
        "tài khoản định danh điện tử", "hộ chiếu", "lý lịch tư pháp", "quốc tịch", "con nuôi", "giám hộ", "di chúc", "công chứng", "luật sư", "đấu giá tài sản", "thuế thu nhập cá nhân", "lệ phí trước bạ",
    ];

    private static readonly string[] ends =
    [
        "cho cá nhân", "cho tổ chức", "trên địa bàn tỉnh", "thuộc thẩm quyền của Ủy ban nhân dân cấp xã", "đối với người nước ngoài", "trong trường hợp bị mất", "có yếu tố nước ngoài", "lần đầu", "theo quy định mới",
        "tại khu vực nông thôn", "năm 2026", "qua dịch vụ bưu chính", "trực tuyến toàn trình", "do thay đổi thông tin", "đối với hộ nghèo", "của doanh nghiệp", "vùng đồng bào dân tộc", "khi sáp nhập đơn vị hành chính",
    ];

    private static readonly string[] syllables =
        ("hồ sơ cơ quan tiếp nhận giải quyết thời hạn ngày làm việc kể từ khi nhận đủ hợp lệ nộp trực tiếp bộ phận một cửa trung tâm phục vụ hành chính công tổ chức cá nhân có yêu cầu kiểm tra thành phần bản sao chứng thực "
        + "bản chính đơn đề nghị theo mẫu giấy tờ tùy thân căn cước hộ chiếu kết quả trả qua bưu điện phí lệ phí mức thu quy định nghị định thông tư quyết định ủy ban nhân dân tỉnh sở phòng ban chuyên môn thẩm tra văn bản trả lời "
        + "nêu rõ lý do trường hợp chưa đầy đủ hướng dẫn bổ sung hoàn thiện lãnh đạo ký duyệt cán bộ công chức viên chức người dân doanh nghiệp đất đai xây dựng môi trường y tế giáo dục lao động thương binh xã hội văn hóa thể thao "
        + "du lịch nông nghiệp công thương giao thông vận tải khoa học công nghệ tài chính kế hoạch đầu tư nội vụ tư pháp thanh tra đường phố thôn xóm phường xã huyện thị trấn khu vực sản xuất kinh doanh chất lượng an toàn thực phẩm "
        + "nước sạch rác thải tiếng ồn khai thác khoáng sản rừng thủy lợi đê điều chăn nuôi trồng trọt giống vụ mùa lúa rau quả chợ siêu thị hàng hóa giá cả thị trường xuất khẩu nhập khẩu hải quan thuế ngân sách vốn vay hỗ trợ ưu đãi "
        + "học sinh giáo viên trường lớp tuyển sinh thi cử bằng cấp bệnh viện bác sĩ khám chữa thuốc tiêm chủng dịch bệnh bảo hiểm trẻ em phụ nữ người cao tuổi khuyết tật hộ nghèo gia đình chính sách liệt sĩ").Split(' ').Distinct().ToArray();

    private static readonly string[] consonants = ["b", "c", "d", "đ", "g", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "s", "t", "th", "tr", "v", "x", "ch"];
    private static readonly string[] rhymes = ["an", "ằng", "âu", "ẻo", "iêm", "oái", "ộc", "uyễn", "ướng", "ít", "ệnh", "oàng", "ấp", "ùi", "ơm", "ưởng", "ạch", "én", "ong", "ũ"];

    // Not for secrets: the same seed must give the same text.
#pragma warning disable CA5394
    private readonly Random random = new(seed);

    public int Number(int least, int most) => random.Next(least, most + 1);

    public T One<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];

    public IReadOnlyList<T> Shuffle<T>(IEnumerable<T> of)
    {
        T[] all = [.. of];
        random.Shuffle(all);
        return all;
    }

    public string Title() => $"{One(verbs)} {One(things)} {One(ends)}";

    /// <summary>A title as long and as distinct as those of real news.</summary>
    public string Headline() => $"{Title()}: {Phrase(Number(3, 6))}";

    public string Sentence() => Capital(Phrase(Number(12, 30))) + ".";

    public string Text(int letters)
    {
        var text = new System.Text.StringBuilder(letters + 200);
        while (text.Length < letters)
        {
            text.Append(Sentence()).Append(' ');
        }

        return text.ToString().TrimEnd();
    }

    public string Html(int letters)
    {
        var html = new System.Text.StringBuilder(letters + 500);
        while (html.Length < letters)
        {
            html.Append("<p>").Append(Text(Number(200, 400))).Append("</p>\n");
        }

        return html.ToString();
    }

    private string Phrase(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Syllable()));

    // The square makes a few syllables common; one in eight is rare, as names and places are.
    private string Syllable() => random.Next(8) == 0 ? One(consonants) + One(rhymes) : syllables[(int)(random.NextDouble() * random.NextDouble() * syllables.Length)];
#pragma warning restore CA5394

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
