namespace GovPortal.Feedback.Tests;

/// <summary>What is published of a question tells nobody who asked.</summary>
public sealed class MaskingTests
{
    private static readonly EnquiryContact Asker = EnquiryContact.Of("Nguyễn Thị Ánh", "anh.nguyen@vidu.vn", "0912 345 678", "số 5 ngõ 12, phường Kinh Bắc");

    [Theory]
    [InlineData("Tôi là Nguyễn Thị Ánh, nhờ xem giúp.", "Tôi là Nguyễn T. Á., nhờ xem giúp.")]
    [InlineData("Tôi là NGUYỄN THỊ ÁNH", "Tôi là Nguyễn T. Á.")]
    [InlineData("Gọi 0912 345 678 hoặc anh.nguyen@vidu.vn", "Gọi ••• hoặc •••")]
    [InlineData("Thư của chồng: binh@vidu.com.vn.", "Thư của chồng: •••.")]
    [InlineData("Căn cước 027012345678 cấp năm 2021", "Căn cước ••• cấp năm 2021")]
    [InlineData("Máy bàn 0222.3822.456 nhé", "Máy bàn ••• nhé")]
    [InlineData("Nhà ở số 5 ngõ 12, phường Kinh Bắc.", "Nhà ở •••.")]
    [InlineData("Thu 15.000.000.000 đồng ngày 05/08/2025 theo mã 1.001193", "Thu 15.000.000.000 đồng ngày 05/08/2025 theo mã 1.001193")]
    public void Names_and_numbers_are_taken_out_and_nothing_else(string text, string shown) => Assert.Equal(shown, Masking.In(text, Asker));

    [Theory]
    [InlineData("hd-261130-k7m3qx", "HD-261130-K7M3QX")]
    [InlineData(" TT 261130 K7M3QX ", "TT-261130-K7M3QX")]
    [InlineData("HD-261130-K7M3Q", null)]
    [InlineData("HD-261130-K7M3Q0", null)]
    [InlineData("XX-261130-K7M3QX", null)]
    [InlineData(null, null)]
    public void A_code_is_read_as_people_type_it(string? typed, string? code) => Assert.Equal(code, EnquiryCode.Parse(typed));

    [Fact]
    public void A_new_code_is_one()
    {
        foreach (var kind in Enum.GetValues<EnquiryKind>())
        {
            var code = EnquiryCode.New(kind, new DateOnly(2026, 3, 2));
            Assert.Equal(code, EnquiryCode.Parse(code));
        }
    }

    [Theory]
    [InlineData("", "0912345678", null, "check.required")]
    [InlineData("Ánh", null, null, "feedback.no-way")]
    [InlineData("Ánh", null, "khong-phai-thu", "feedback.email.odd")]
    [InlineData("Ánh", "09", null, "feedback.phone.odd")]
    [InlineData("Ánh", "+84 912 345 678", null, null)]
    [InlineData("Ánh", null, "a@b.vn", null)]
    public void Who_asks_can_be_reached(string name, string? phone, string? email, string? refused) =>
        Assert.Equal(refused, EnquiryContact.Of(name, email, phone, null).Check().FirstOrDefault()?.Code);

    [Fact]
    public void From_every_open_state_something_can_be_done_and_from_none_that_ended()
    {
        foreach (var state in Enum.GetValues<EnquiryState>())
        {
            var isEnded = state is EnquiryState.Answered or EnquiryState.Refused or EnquiryState.Forwarded;
            Assert.Equal(isEnded, EnquiryTransitions.From(state).Count == 0);
        }
    }
}
