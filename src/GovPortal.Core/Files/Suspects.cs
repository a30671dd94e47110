namespace GovPortal.Core.Files;

/// <summary>
/// What a command found damaged, told to the server that runs beside it: the server looks for itself, and health says what it finds.
/// A note that cannot be left is no loss: the command has said what it found, and the server looks at everything in its own time.
/// </summary>
public sealed class Suspects(DataFolder data)
{
    private const string Folder = "suspects";

    /// <param name="part">Who is to look: <c>media</c>, <c>index</c>.</param>
    /// <param name="names">What to look at, each without line breaks.</param>
    public void Tell(string part, IEnumerable<string> names)
    {
        try
        {
            var path = Path.Combine(data.Of(Folder), part);
            var aside = $"{path}.{Environment.ProcessId}{DurableFile.PartEnding}";
            File.WriteAllLines(aside, names.Select(name => name.ReplaceLineEndings(" ")));
            File.Move(aside, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The folder may only be read, or the disk is full.
        }
    }

    /// <summary>What was told since the last question; nobody else is told it again.</summary>
    public IReadOnlyList<string> Take(string part)
    {
        var path = Path.Combine(data.Path, Folder, part);
        try
        {
            if (!File.Exists(path))
            {
                return [];
            }

            var names = File.ReadAllLines(path);
            File.Delete(path);
            return names;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Another process took it.
            return [];
        }
    }
}
