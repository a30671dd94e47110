using GovPortal.Editing.Forms;

namespace GovPortal.Officials.Admin;

/// <summary>A post as somebody types it; the unit is chosen.</summary>
public sealed class PostRow
{
    public string? Post { get; set; }

    public string? PostEn { get; set; }

    /// <summary>Key of the unit; empty in the leadership of the agency.</summary>
    public string? Unit { get; set; }

    public string? From { get; set; }

    public string? Until { get; set; }

    /// <summary>The post without the name of its unit; null where nothing is typed.</summary>
    internal HeldPost? Read(FormReader reader, int number)
    {
        var (post, english, unit) = (FormReader.Line(Post), FormReader.Line(PostEn), FormReader.Line(Unit));
        if (post is null && english is null && unit is null && string.IsNullOrWhiteSpace(From + Until))
        {
            return null;
        }

        var at = reader.Row(nameof(OfficialForm.Posts), number, "officials.posts");
        return new HeldPost
        {
            Post = reader.Required(post, reader.In(at, nameof(Post), "officials.post.name")),
            PostEn = english,
            Unit = unit,
            From = reader.Day(From, reader.In(at, nameof(From), "officials.post.from")),
            Until = reader.Day(Until, reader.In(at, nameof(Until), "officials.post.until")),
        };
    }
}
