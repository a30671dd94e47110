using MimeKit;

namespace GovPortal.Testing;

/// <summary>Letters a portal laid into its pick-up folder.</summary>
public sealed class PostBag(string dataPath)
{
    private string Folder => Path.Combine(dataPath, "mail");

    public async Task<IReadOnlyList<MimeMessage>> ToAsync(string address)
    {
        var letters = new List<MimeMessage>();
        foreach (var file in (Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.eml") : []).Order(StringComparer.Ordinal))
        {
            var letter = await MimeMessage.LoadAsync(file);
            if (letter.To.Mailboxes.Any(to => to.Address == address))
            {
                letters.Add(letter);
            }
        }

        return letters;
    }

    /// <summary>Waits until so many letters have come for somebody; the last of them.</summary>
    public async Task<MimeMessage> AwaitAsync(string address, int count = 1)
    {
        IReadOnlyList<MimeMessage> come = [];
        await Eventually.BecomesTrueAsync($"{count} letters came for {address}", async () => (come = await ToAsync(address)).Count >= count);
        return come[^1];
    }

    /// <summary>The address that a letter asks to open, as a path of the portal.</summary>
    public static string LinkIn(MimeMessage letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var line = letter.TextBody!.Split('\n').Select(l => l.Trim()).Single(l => l.StartsWith("http", StringComparison.Ordinal));
        return new Uri(line).PathAndQuery;
    }
}
