using System.Text.Json;
using GovPortal.Publishing.Content;

namespace GovPortal.Officials.Tests;

/// <summary>What is said of a person: posts by the day, the age of the English, what cannot be saved, what imports read.</summary>
public sealed class OfficialTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    private static Official Person => new()
    {
        Name = "Đặng Thị Ngọc Ánh",
        Posts =
        [
            new HeldPost { Post = "Phó Giám đốc", From = new DateOnly(2025, 7, 1) },
            new HeldPost { Post = "Trưởng phòng", Unit = "phong-ke-hoach", UnitName = "Phòng Kế hoạch", From = new DateOnly(2020, 1, 2), Until = new DateOnly(2025, 6, 30) },
        ],
    };

    private static IContentType Type => new OfficialType();

    [Fact]
    public void The_day_says_which_post_is_held()
    {
        var line = new OfficialLine(Person.Posts, 0, null, null, null, null);

        Assert.Equal("Phó Giám đốc", line.MainOn(Today)!.Post);
        Assert.Equal("Trưởng phòng", line.MainOn(new DateOnly(2025, 6, 30))!.Post);
        Assert.Empty(line.PostsOn(new DateOnly(2019, 12, 31)));
        Assert.Equal("Phó Giám đốc", line.MainOn(new DateOnly(2019, 12, 31))!.Post);
    }

    [Fact]
    public void English_is_older_once_the_Vietnamese_moved_on_without_it()
    {
        var first = (Person with { Duties = "Tài chính", DutiesEn = "Finance" }).WithEnglishSince(null, isLookedThrough: false);
        Assert.False(first.IsEnglishOlder());

        var changed = (first with { Duties = "Tài chính, đầu tư" }).WithEnglishSince(first, isLookedThrough: false);
        Assert.True(changed.IsEnglishOlder());
        Assert.True((changed with { Phone = "0222 382 000" }).WithEnglishSince(changed, isLookedThrough: false).IsEnglishOlder());

        Assert.False((changed with { DutiesEn = "Finance, investment" }).WithEnglishSince(changed, isLookedThrough: false).IsEnglishOlder());
        Assert.False(changed.WithEnglishSince(changed, isLookedThrough: true).IsEnglishOlder());
        Assert.False((changed with { DutiesEn = null }).WithEnglishSince(changed, isLookedThrough: false).IsEnglishOlder());
    }

    [Fact]
    public void What_cannot_be_is_refused_at_its_field()
    {
        Assert.Empty(Type.Check(Person));
        Assert.Equal(["Posts"], FieldsOf(Person with { Posts = [] }));
        Assert.Equal(["Posts[0].Until"], FieldsOf(Person with { Posts = [new HeldPost { Post = "Chánh Văn phòng", From = Today, Until = Today.AddDays(-1) }] }));
        Assert.Equal(["Order", "Phone", "Email"], FieldsOf(Person with { Order = -1, Phone = "gọi sau", Email = "a@b" }));
        Assert.Equal(["Name", "Posts[0].Post"], FieldsOf(Person with { Name = " ", Posts = [new HeldPost { Post = new string('đ', OfficialType.PostLength + 1) }] }));
        Assert.Empty(Type.Check(Person with { Posts = [new HeldPost { Post = "Giám đốc", From = DateOnly.MinValue, Until = DateOnly.MaxValue }] }));
    }

    [Fact]
    public void A_picture_goes_public_with_words_only()
    {
        var pictured = Person with { Picture = "/tep/0123456789abcdef/anh.jpg" };

        Assert.Equal("PictureAlt", Assert.Single(Type.PublishBlockersOf(pictured)).Field);
        Assert.Empty(Type.PublishBlockersOf(pictured with { PictureAlt = "Chân dung Phó Giám đốc" }));
    }

    [Fact]
    public void An_import_reads_posts_with_days_in_Vietnamese_order_and_names_what_is_wrong()
    {
        var reader = new OfficialReader();

        var read = reader.Read(Json("""{"name":"Đặng Thị Ánh","order":2,"posts":[{"post":"Trưởng phòng","unit":"Phòng Kế hoạch","from":"05/08/2025"}]}"""));
        var person = Assert.IsType<Official>(read.Body);
        Assert.Equal(("Đặng Thị Ánh", 2), (person.Name, person.Order));
        Assert.Equal(new HeldPost { Post = "Trưởng phòng", Unit = "phong-ke-hoach", UnitName = "Phòng Kế hoạch", From = new DateOnly(2025, 8, 5) }, Assert.Single(person.Posts));

        Assert.Equal("posts[0]", Assert.Single(reader.Read(Json("""{"name":"A","posts":[{"post":"B","from":"31/02/2025"}]}""")).Refusals).Field);
        Assert.Equal("order", Assert.Single(reader.Read(Json("""{"name":"A","order":-3}""")).Refusals).Field);
        Assert.Equal("name", Assert.Single(new UnitReader().Read(Json("""{"order":1}""")).Refusals).Field);
        Assert.Equal("phong-ke-hoach", Assert.IsType<OrganizationUnit>(new UnitReader().Read(Json("""{"name":"Tổ Tổng hợp","under":"Phòng Kế hoạch"}""")).Body).Under);
    }

    private static string?[] FieldsOf(Official person) => [.. Type.Check(person).Select(refusal => refusal.Field)];

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
