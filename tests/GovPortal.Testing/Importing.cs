using System.IO.Compression;
using System.Text;
using GovPortal.Core.Tenancy;
using GovPortal.Publishing.Import;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Testing;

/// <summary>Imports as the command does, from files a test writes.</summary>
public static class Importing
{
    public static async Task<ImportReport> ImportAsync(this PortalFixture portal, string what, Tenant? target, IEnumerable<string> lines, bool isDryRun = false)
    {
        var path = portal.NewFile(".jsonl");
        await File.WriteAllLinesAsync(path, lines);
        return await portal.ImportFileAsync(what, target, path, isDryRun);
    }

    public static Task<ImportReport> ImportFileAsync(this PortalFixture portal, string what, Tenant? target, string path, bool isDryRun = false)
    {
        var reader = portal.Services.GetServices<IRecordReader>().Single(r => r.What == what);
        return portal.Services.GetRequiredService<ImportRun>().RunAsync(reader, path, target, isDryRun, progress: null, CancellationToken.None);
    }

    /// <summary>Path of a new file that goes with the portal's data.</summary>
    public static string NewFile(this PortalFixture portal, string ending) => Path.Combine(portal.DataPath, $"{Guid.NewGuid():n}{ending}");

    public static byte[] Gzip(IEnumerable<string> lines)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.NoCompression))
        {
            gzip.Write(Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        }

        return bytes.ToArray();
    }
}
