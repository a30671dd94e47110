using System.Globalization;

namespace GovPortal.Search.Indexing;

/// <summary>
/// The folder of the index: a numbered folder for each index that was built, and a file that names the one that answers. A new one is
/// filled beside it, and named once it is complete.
/// </summary>
internal sealed class IndexGenerations(string folder)
{
    private const string RebuildRequest = "rebuild-requested";

    private string NameOfCurrent => Path.Combine(folder, "current");

    private string NameOfIncomplete => Path.Combine(folder, "incomplete");

    private string NameOfRequest => Path.Combine(folder, RebuildRequest);

    /// <summary>Number of the index that answers; null while there is none.</summary>
    public int? Current
    {
        get
        {
            try
            {
                return int.TryParse(File.ReadAllText(NameOfCurrent), CultureInfo.InvariantCulture, out var number) && Directory.Exists(PathOf(number)) ? number : null;
            }
            catch (IOException)
            {
                // Nobody has built one yet, or somebody removed it.
                return null;
            }
        }
    }

    /// <summary>A number nobody has used here.</summary>
    public int Unused => Numbers().DefaultIfEmpty(0).Max() + 1;

    /// <summary>Whether somebody asked for the index to be built anew, and nobody has begun.</summary>
    public bool IsRebuildRequested
    {
        get => File.Exists(NameOfRequest);
        set => Mark(NameOfRequest, value);
    }

    /// <summary>Whether the process that writes says that not everything can be found; for processes that only read.</summary>
    public bool IsIncomplete
    {
        get => File.Exists(NameOfIncomplete);
        set => Mark(NameOfIncomplete, value);
    }

    public string PathOf(int number) => Path.Combine(folder, number.ToString(CultureInfo.InvariantCulture));

    public void MakeCurrent(int number)
    {
        var aside = NameOfCurrent + ".part";
        Directory.CreateDirectory(folder);
        File.WriteAllText(aside, number.ToString(CultureInfo.InvariantCulture));
        File.Move(aside, NameOfCurrent, overwrite: true);
    }

    /// <summary>Removes the indexes that nobody uses.</summary>
    public void Clean(params IEnumerable<int> used)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        foreach (var number in Numbers().Except(used))
        {
            TryDelete(() => Directory.Delete(PathOf(number), recursive: true));
        }
    }

    private int[] Numbers() => Directory.Exists(folder)
        ? [.. Directory.EnumerateDirectories(folder).Select(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var number) ? number : 0).Where(number => number > 0)]
        : [];

    private void Mark(string name, bool isSet)
    {
        if (isSet)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(name, "");
        }
        else if (File.Exists(name))
        {
            File.Delete(name);
        }
    }

    private static void TryDelete(Action delete)
    {
        try
        {
            delete();
        }
        catch (IOException)
        {
            // Somebody still reads it, on a system that then keeps it; it goes the next time.
        }
    }
}
