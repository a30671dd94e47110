using GovPortal.Publishing.Import;
using GovPortal.Publishing.Recipes;
using GovPortal.Publishing.Transfer;

namespace GovPortal.Host.Commands;

/// <summary>Shows how far long work is: a bar that moves on a terminal, a line for each tenth otherwise.</summary>
internal sealed class ProgressLines(TextWriter output) : IProgress<RecipeProgress>, IProgress<ImportProgress>, IProgress<ArchiveProgress>
{
    private const int Width = 30;

    private readonly bool isTerminal = !Console.IsOutputRedirected;
    private int lastTenth = -1;

    public void Report(RecipeProgress value)
    {
        if (value.InAll > 0)
        {
            Show((double)value.Done / value.InAll, $"{value.Done}/{value.InAll} {value.What}");
        }
    }

    public void Report(ImportProgress value)
    {
        if (value.BytesInAll > 0)
        {
            Show((double)value.BytesRead / value.BytesInAll, $"{value.Records} records");
        }
    }

    public void Report(ArchiveProgress value)
    {
        if (value.InAll > 0)
        {
            Show((double)value.Done / value.InAll, value.What);
        }
    }

    private void Show(double share, string what)
    {
        var tenth = (int)(share * 10);
        if (isTerminal)
        {
            var filled = (int)(share * Width);
            var text = what.Length > 40 ? what[..40] : what.PadRight(40);
            output.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {share,4:P0} {text}");
            if (share >= 1)
            {
                output.WriteLine();
            }
        }
        else if (tenth != lastTenth)
        {
            output.WriteLine($"{share,4:P0} {what}");
        }

        lastTenth = tenth;
    }
}
