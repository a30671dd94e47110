namespace GovPortal.Documents;

/// <summary>Kinds of documents: those that rule (Luật Ban hành văn bản quy phạm pháp luật 64/2025/QH15 Điều 4) and administrative ones (NĐ 30/2020/NĐ-CP Điều 7).</summary>
internal static class DocumentKinds
{
    public static readonly IReadOnlyList<string> All =
    [
        "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị quyết", "Nghị quyết liên tịch", "Nghị định", "Quyết định", "Thông tư", "Thông tư liên tịch", "Chỉ thị",
        "Quy chế", "Quy định", "Thông cáo", "Thông báo", "Hướng dẫn", "Chương trình", "Kế hoạch", "Phương án", "Đề án", "Dự án", "Báo cáo", "Biên bản", "Tờ trình", "Hợp đồng",
        "Công văn", "Công điện", "Bản ghi nhớ", "Bản thỏa thuận", "Giấy ủy quyền", "Giấy mời", "Giấy giới thiệu", "Giấy nghỉ phép", "Phiếu gửi", "Phiếu chuyển", "Phiếu báo", "Thư công", "Kết luận",
    ];
}
