using GovPortal.Core.Files;

namespace GovPortal.Media;

/// <summary>
/// This run of the server, by a name of its own. It holds a file of that name open in the data folder for as long as it lives, so that the next
/// run knows which servers of this folder are dead, however they ended, and frees what they had taken.
/// </summary>
internal sealed class ServerInstance : IDisposable
{
    private readonly string folder;
    private readonly FileStream held;

    public ServerInstance(DataFolder data)
    {
        folder = data.Of("instances");
        Name = Guid.NewGuid().ToString("n");
        held = Hold(Path.Combine(folder, Name), FileMode.CreateNew);
    }

    public string Name { get; }

    /// <summary>Servers of this data folder that are no more; each is told once.</summary>
    public IReadOnlyList<string> TakeDead()
    {
        var dead = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder).Where(path => Path.GetFileName(path) != Name))
        {
            try
            {
                // Opened by two at once, the file would be somebody's that lives.
                Hold(path, FileMode.Open).Dispose();
                dead.Add(Path.GetFileName(path));
            }
            catch (IOException)
            {
                // Its server runs.
            }
        }

        return dead;
    }

    public void Dispose() => held.Dispose();

    private static FileStream Hold(string path, FileMode mode) => new(path, new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose });
}
