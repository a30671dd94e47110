using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using GovPortal.Core.Security;
using GovPortal.Testing;

namespace GovPortal.Portal.Tests;

/// <summary>What the virus scanner says is done; what it does not say is not guessed.</summary>
public abstract class VirusScanTests(TestDatabase database)
{
    // The harmless file every scanner finds, in two halves so that none finds it in this source.
    private static readonly byte[] Eicar = Encoding.ASCII.GetBytes("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    [Fact]
    public async Task An_infected_file_is_refused_a_clean_one_taken_and_without_a_scanner_none()
    {
        Assert.SkipWhen(database.Missing is not null, database.Missing ?? "");
        await using var scanner = new StandInScanner();
        await using var portal = new ScannedPortal(database, scanner.Port);
        var site = await portal.WithRecipeAsync("commune");
        var editor = await site.SignInAsAsync(Role.Author);

        var clean = (await editor.UploadAsync(site, "sạch.txt", "Không có gì lạ."u8.ToArray())).Insist(HttpStatusCode.Created);
        var large = (await editor.UploadAsync(site, "lớn.jpg", Samples.Jpeg(2_000, 1_500))).Insist(HttpStatusCode.Created);
        var infected = (await editor.UploadAsync(site, "nhiễm.txt", Eicar)).Insist(HttpStatusCode.UnprocessableEntity);
        Assert.Empty(portal.Log.Since(0, [site.Name]));

        scanner.IsFailing = true;
        var failed = (await editor.UploadAsync(site, "lỗi.txt", "Không rõ."u8.ToArray())).Insist(HttpStatusCode.UnprocessableEntity);
        await scanner.DisposeAsync();
        var away = (await editor.UploadAsync(site, "vắng.txt", "Không rõ."u8.ToArray())).Insist(HttpStatusCode.UnprocessableEntity);
        var list = (await editor.GetAsync($"{site.Root}/quan-tri/thu-vien/chon")).Json;

        Assert.Contains("Phát hiện mã độc trong tệp “nhiễm.txt (Win.Test.EICAR_HDB-1)”", infected.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("máy quét vi-rút không trả lời", failed.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("máy quét vi-rút không trả lời", away.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, list.GetProperty("total").GetInt32());
        Assert.NotEqual(clean.Json.GetProperty("id").GetInt64(), large.Json.GetProperty("id").GetInt64());
    }

    private sealed class ScannedPortal(TestDatabase database, int port) : PortalFixture(database)
    {
        protected override IEnumerable<string> MoreSettings => ["--GovPortal:ClamAv:Host=127.0.0.1", $"--GovPortal:ClamAv:Port={port}"];
    }

    /// <summary>Answers as clamd does (clamd(8)): a command that ends with a zero, chunks with their lengths before them, a length of zero, one answer.</summary>
    private sealed class StandInScanner : IAsyncDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private readonly Task serving;

        public StandInScanner()
        {
            listener.Start();
            serving = ServeAsync();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public bool IsFailing { get; set; }

        public async ValueTask DisposeAsync()
        {
            listener.Stop();
            await serving;
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync();
                    await AnswerAsync(client.GetStream());
                }
            }
            catch (Exception end) when (end is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // The listener was stopped.
            }
        }

        private async Task AnswerAsync(NetworkStream stream)
        {
            var command = new byte["zINSTREAM\0".Length];
            await stream.ReadExactlyAsync(command);
            if (Encoding.ASCII.GetString(command) != "zINSTREAM\0")
            {
                await stream.WriteAsync("UNKNOWN COMMAND\0"u8.ToArray());
                return;
            }

            using var sent = new MemoryStream();
            var length = new byte[sizeof(int)];
            await stream.ReadExactlyAsync(length);
            while (BinaryPrimitives.ReadInt32BigEndian(length) is > 0 and var size)
            {
                var chunk = new byte[size];
                await stream.ReadExactlyAsync(chunk);
                sent.Write(chunk);
                await stream.ReadExactlyAsync(length);
            }

            var answer = IsFailing ? "INSTREAM size limit exceeded. ERROR\0" : sent.ToArray().AsSpan().IndexOf(Eicar) >= 0 ? "stream: Win.Test.EICAR_HDB-1 FOUND\0" : "stream: OK\0";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        }
    }
}

public sealed class VirusScanOnSqliteTests() : VirusScanTests(new SqliteDatabase());

public sealed class VirusScanOnPostgresTests() : VirusScanTests(new PostgresDatabase());
