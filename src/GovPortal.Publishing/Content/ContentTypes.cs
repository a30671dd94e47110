using System.Collections.Frozen;

namespace GovPortal.Publishing.Content;

/// <summary>Every content type of every module, by name.</summary>
public sealed class ContentTypes(IEnumerable<IContentType> types)
{
    private readonly FrozenDictionary<string, IContentType> byName = types.ToFrozenDictionary(type => type.Name);
    private readonly FrozenDictionary<Type, IContentType> byBody = types.ToFrozenDictionary(type => type.BodyType);

    public IEnumerable<IContentType> All => byName.Values;

    public IContentType Of(string name) =>
        Find(name) ?? throw new ArgumentException($"No module declares the content type “{name}”.", nameof(name));

    public IContentType Of(Type body) => byBody[body];

    public IContentType? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>An item's address below its site's root, for example <c>/thu-tuc/1.001193</c>.</summary>
    public string PathOf(string type, string slug) => Of(type).Path is { Length: > 0 } path ? $"/{path}/{slug}" : $"/{slug}";
}
