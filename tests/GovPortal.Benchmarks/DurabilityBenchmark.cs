using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using GovPortal.Benchmarks.Measuring;
using GovPortal.Core.Files;
using GovPortal.Publishing.Files;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace GovPortal.Benchmarks;

/// <summary>What it costs that an answer waits until what it acknowledges lies on the disk.</summary>
internal sealed class DurabilityBenchmark : IBenchmark
{
    private const int DraftLength = 20_000;
    private const int FileLength = 1 << 20;

    public string Name => "durability";

    public string Describes => "a commit and an upload that wait for the disk, beside the same that do not";

    public async Task RunAsync(Workbench bench)
    {
        var times = bench.Choose(100, 1_000);
        await using var normal = await OpenAsync(bench, "NORMAL");
        await using var full = await OpenAsync(bench, "FULL");
        var store = new FileStore(new DataFolder(bench.FolderOf("data")), new FileIntegrity(NullLogger<FileIntegrity>.Instance));
        var plain = bench.FolderOf("plain");
        var (hurried, waiting, laid, kept) = (new Timings(), new Timings(), new Timings(), new Timings());
        for (var n = 0; n < times; n++)
        {
            // In turns, so that a busy moment of the disk hits both.
            await hurried.TimeAsync(() => CommitAsync(normal, n));
            await waiting.TimeAsync(() => CommitAsync(full, n));
            if (n % 10 == 0)
            {
                var bytes = RandomNumberGenerator.GetBytes(FileLength);
                var hash = FileStore.HashOf(bytes);
                await laid.TimeAsync(() => LayAsync(Path.Combine(plain, hash), bytes));
                await kept.TimeAsync(() => KeepAsync(store, hash, bytes));
            }
        }

        Report(bench, [("a commit of 20 KB, synchronous = NORMAL", hurried, hurried), ("the same, FULL", waiting, hurried), ("a file of 1 MiB, written and moved", laid, laid), ("the same, flushed with its folder", kept, laid)]);
    }

    private static void Report(Workbench bench, (string Label, Timings Took, Timings Beside)[] found)
    {
        foreach (var (label, took, beside) in found)
        {
            bench.Say($"{label}: {took}");
            bench.Figures[label] = took.ToJson();
            bench.Figures[$"{label}, ratio"] = JsonValue.Create(Timings.Round(took.Median / beside.Median));
        }

        bench.Publish("durability", Markdown.Table(["what is acknowledged", "median", "p99", "longest", "ratio"],
            found.Select(f => (IReadOnlyList<string>)[f.Label, Markdown.Of(f.Took.Median, "ms"), Markdown.Of(f.Took.Percentile(99), "ms"), Markdown.Of(f.Took.Percentile(100), "ms"), f.Took == f.Beside ? "" : string.Create(CultureInfo.InvariantCulture, $"{f.Took.Median / f.Beside.Median:0.0}")])));
    }

    private static async Task<SqliteConnection> OpenAsync(Workbench bench, string synchronous)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(bench.FolderOf("commits"), synchronous)}.db;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; CREATE TABLE versions (id INTEGER PRIMARY KEY, body TEXT NOT NULL)";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    private static async Task<int> CommitAsync(SqliteConnection connection, int number)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO versions (body) VALUES ($body)";
        command.Parameters.AddWithValue("$body", new string((char)('a' + (number % 26)), DraftLength));
        return await command.ExecuteNonQueryAsync();
    }

    private static async Task<bool> LayAsync(string path, byte[] bytes)
    {
        await File.WriteAllBytesAsync(path + ".part", bytes);
        File.Move(path + ".part", path);
        return true;
    }

    private static async Task<bool> KeepAsync(FileStore store, string hash, byte[] bytes)
    {
        await store.WriteOnceAsync(hash, bytes, CancellationToken.None);
        return true;
    }
}
