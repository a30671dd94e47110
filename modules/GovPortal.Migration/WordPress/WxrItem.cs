namespace GovPortal.Migration.WordPress;

/// <summary>An <c>item</c> of a WXR file: a post, a page, an attachment, a line of a menu.</summary>
/// <param name="Line">Where it begins.</param>
internal sealed record WxrItem(int Line)
{
    private readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> meta = new(StringComparer.Ordinal);

    /// <summary>Categories as slug and name.</summary>
    public List<(string Slug, string Name)> Categories { get; } = [];

    public int Tags { get; set; }

    public int Comments { get; set; }

    public string this[string element]
    {
        get => fields.GetValueOrDefault(element) ?? "";
        set => fields[element] = value;
    }

    public string Meta(string key) => meta.GetValueOrDefault(key) ?? "";

    public void SetMeta(string key, string value) => meta.TryAdd(key, value);

    public string Id => this["wp:post_id"].Trim();

    public string Type => this["wp:post_type"].Trim();

    public string Status => this["wp:status"].Trim();
}
