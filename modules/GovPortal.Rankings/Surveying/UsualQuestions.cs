namespace GovPortal.Rankings.Surveying;

/// <summary>What a first survey may ask; the province changes it as it likes.</summary>
internal static class UsualQuestions
{
    public const string Json = """
        {
          "method": { "weights": "fixed", "missing": "zero", "decimals": 2 },
          "groups": [
            { "name": "Hạ tầng kỹ thuật", "weight": 30, "indicators": [
              { "name": "Mạng nội bộ (LAN)", "formula": "yes-no", "max": 10 },
              { "name": "Mạng truyền số liệu chuyên dùng", "formula": "yes-no", "max": 10 },
              { "name": "Tỷ lệ máy tính trên cán bộ, công chức", "formula": "ratio", "max": 20 } ] },
            { "name": "Hạ tầng nhân lực", "weight": 20, "indicators": [
              { "name": "Số cán bộ chuyên trách công nghệ thông tin", "formula": "tiers", "max": 10, "tiers": [ { "from": 1, "points": 5 }, { "from": 2, "points": 10 } ] } ] },
            { "name": "Ứng dụng", "weight": 50, "indicators": [
              { "name": "Chữ ký số của cơ quan", "formula": "yes-no", "max": 5 },
              { "name": "Phần mềm một cửa điện tử", "formula": "yes-no", "max": 10 },
              { "name": "Có trang thông tin điện tử", "formula": "yes-no", "max": 5 },
              { "name": "Số ngày từ tin mới nhất", "formula": "tiers", "max": 10, "tiers": [ { "from": 0, "points": 10 }, { "from": 8, "points": 5 }, { "from": 31, "points": 0 } ] },
              { "name": "Tỷ lệ hồ sơ nộp trực tuyến", "formula": "ratio", "max": 20 } ] }
          ],
          "coverage": [
            { "key": "site", "indicator": "Có trang thông tin điện tử" },
            { "key": "local-network", "indicator": "Mạng nội bộ (LAN)" },
            { "key": "dedicated-network", "indicator": "Mạng truyền số liệu chuyên dùng" },
            { "key": "officers", "indicator": "Số cán bộ chuyên trách công nghệ thông tin" },
            { "key": "one-stop", "indicator": "Phần mềm một cửa điện tử" },
            { "key": "signatures", "indicator": "Chữ ký số của cơ quan" },
            { "key": "online-services", "indicator": "Tỷ lệ hồ sơ nộp trực tuyến" }
          ],
          "measures": {
            "Có trang thông tin điện tử": "site.is-on",
            "Số ngày từ tin mới nhất": "news.days-since-last"
          }
        }
        """;
}
