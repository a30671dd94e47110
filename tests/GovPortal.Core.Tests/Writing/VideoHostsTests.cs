using GovPortal.Editing.Cleaning;
using Microsoft.Extensions.Configuration;

namespace GovPortal.Core.Tests.Writing;

public sealed class VideoHostsTests
{
    private readonly VideoHosts hosts = new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["GovPortal:Video:Hosts"] = "video.example.vn, truyenhinh.bacninh.gov.vn" }).Build());

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=4", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ?si=1", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/shorts/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://m.youtube.com/live/dQw4w9WgXcQ?feature=share", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871")]
    [InlineData("https://truyenhinh.bacninh.gov.vn/phat/12", "https://truyenhinh.bacninh.gov.vn/phat/12")]
    public void A_video_is_led_to_its_player(string written, string address) => Assert.Equal((address, null), hosts.AddressOf(written));

    [Theory]
    [InlineData("https://youtube.com.xau.vn/watch?v=dQw4w9WgXcQ", "writing.video.not-allowed")]
    [InlineData("https://video.xau.vn/1", "writing.video.not-allowed")]
    [InlineData("javascript:alert(1)", "writing.video.no-address")]
    [InlineData("https://youtu.be/\"><script>", "writing.video.no-address")]
    [InlineData("https://www.youtube.com/@tinhbacninh", "writing.video.no-address")]
    [InlineData("https://www.youtube.com/@tinhbacninh/videos", "writing.video.no-address")]
    [InlineData("https://www.youtube.com/channel/UC123", "writing.video.no-address")]
    [InlineData("https://vimeo.com/channels/staffpicks", "writing.video.no-address")]
    [InlineData("", "writing.video.no-address")]
    public void Another_address_is_refused_with_the_reason(string written, string code) => Assert.Equal(code, hosts.AddressOf(written).Refusal?.Code);
}
