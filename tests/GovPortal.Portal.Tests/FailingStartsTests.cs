using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using GovPortal.Host.Commands;
using GovPortal.Storage;
using GovPortal.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GovPortal.Portal.Tests;

/// <summary>A server that cannot start says why in a sentence, names what to do, and ends with 2.</summary>
public sealed class FailingStartsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("govportal-fail-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("--urls=abc", "“abc”")]
    [InlineData("--urls=http://localhost:99999", "99999")]
    [InlineData("--urls=ftp://localhost:5080", "ftp")]
    [InlineData("--urls=http://localhost:5080/base", "/base")]
    [InlineData("--GovPortal:Database=oracle", "sqlite or postgres")]
    [InlineData("--GovPortal:Recipe=khong-co", "“khong-co”")]
    [InlineData("--GovPortal:SetupPatience=lau", "“lau”")]
    [InlineData("--GovPortal:Media:LargestMiB=-1", "LargestMiB is “-1”")]
    [InlineData("--GovPortal:Media:QuotaGiB=nhieu", "QuotaGiB is “nhieu”")]
    [InlineData("--GovPortal:Media:ParserSeconds=0", "from 1 to 600")]
    [InlineData("--GovPortal:Media:ParserMiB=1e3", "ParserMiB is “1e3”")]
    [InlineData("--GovPortal:Health:FreeMiB=it", "FreeMiB is “it”")]
    [InlineData("--GovPortal:PageCache:MiB=0.5", "PageCache:MiB is “0.5”")]
    [InlineData("--GovPortal:ClamAv:Port=70000", "from 1 to 65535")]
    [InlineData("--GovPortal:LinkCheck=co", "off or everywhere")]
    [InlineData("--GovPortal:Video:Hosts=http://video.example.vn", "no host")]
    public async Task A_wrong_setting_is_named_before_anything_is_set_up(string setting, string part)
    {
        await EndsAsync(part, setting);

        Assert.Equal([], Left());
    }

    [Fact]
    public async Task A_password_that_is_refused_is_told_before_the_first_site_is_opened()
    {
        await EndsAsync("at least 12", "--GovPortal:Recipe=demo", "--GovPortal:AdminPassword=Ngan-qua1");

        Assert.Equal([], Left());
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("bla", "Host=db")]
    [InlineData("Port=abc;Host=db", "port")]
    [InlineData("Database=govportal", "Host")]
    [InlineData("Host=127.0.0.1;Port=1;Username=x", "127.0.0.1:1")]
    public Task A_server_of_databases_that_cannot_be_reached_is_named(string connection, string part) =>
        EndsAsync(part, "--GovPortal:Database=postgres", $"--ConnectionStrings:Postgres={connection}");

    [Fact]
    public async Task A_data_folder_that_is_a_file_is_named()
    {
        var file = Path.Combine(folder, "tep");
        await File.WriteAllTextAsync(file, "");

        await EndsAsync("is a file", $"--GovPortal:DataPath={file}");
        await EndsAsync("is a file", $"--GovPortal:DataPath={Path.Combine(file, "ben-duoi")}");
    }

    [Theory]
    [InlineData("index")]
    [InlineData("keys")]
    [InlineData("media")]
    public async Task A_file_where_a_folder_is_kept_is_named(string part)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, part), "");

        await EndsAsync($"{part} is a file", "--GovPortal:Recipe=blank");
    }

    [Fact]
    public async Task A_database_that_is_none_is_left_as_it_is()
    {
        var database = Path.Combine(folder, "govportal.db");
        var garbled = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("khong phai co so du lieu ", 400)));
        await File.WriteAllBytesAsync(database, garbled);

        await EndsAsync("is damaged", "--GovPortal:Recipe=blank");

        Assert.Equal(garbled, await File.ReadAllBytesAsync(database));
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        await EndsAsync(port, "--GovPortal:Recipe=blank", $"--urls=http://127.0.0.1:{port}");
        await EndsAsync(port, "--GovPortal:Recipe=blank", $"--urls=http://127.0.0.1:0;http://localhost:{port}");

        Assert.Equal([], Left());
    }

    [Theory]
    [InlineData("media", "ab/abcdef.pdf")]
    [InlineData("index", "1/segments_2")]
    [InlineData("keys", "key-1.xml")]
    [InlineData("govportal.db-wal", "")]
    public async Task A_database_that_is_missing_beside_the_rest_of_an_installation_is_not_made_anew(string part, string file)
    {
        var path = Path.Combine(folder, part, file).TrimEnd('/');
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, "của một cổng đã có");

        await EndsAsync($"holds {part}", "--GovPortal:Recipe=blank");
        var verb = (await CommandLine.RunAsync([$"--GovPortal:DataPath={folder}"], "", "tenant", "list")).Insist(Verbs.WrongUse);

        Assert.False(File.Exists(Path.Combine(folder, "govportal.db")), "a new installation was begun");
        Assert.Contains("Bring the database back from a backup", verb.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_and_a_read_only_disk_are_told_from_faults_of_the_program()
    {
        // This device is always full.
        var full = Assert.ThrowsAny<IOException>(() => File.WriteAllBytes("/dev/full", [1]));
        var readOnly = Assert.ThrowsAny<Exception>(() => File.WriteAllText("/proc/version", "x"));

        Assert.True(StorageFault.IsFull(full) && StorageFault.Is(full), $"{full.HResult}");
        Assert.True(StorageFault.IsOfDisk(readOnly), $"{readOnly.GetType()} {readOnly.HResult}");
        Assert.All([5, 8, 10, 11, 13, 14, 26], code => Assert.True(StorageFault.Is(new DbUpdateException("x", new SqliteException("x", code)))));
        Assert.All(["53100", "57P01", "57P03", "08006", "42P01"], state => Assert.True(StorageFault.Is(Postgres(state))));
        Assert.True(StorageFault.Is(new InvalidOperationException("transient", new NpgsqlException("x", new SocketException()))));
        Assert.False(StorageFault.Is(new DbUpdateException("x", new SqliteException("x", 19))));
        Assert.All(["23505", "22001", "42601"], state => Assert.False(StorageFault.Is(Postgres(state))));
        Assert.False(StorageFault.Is(new IOException("The client reset the request stream.")));
        Assert.False(StorageFault.Is(new InvalidOperationException("x")));
    }

    /// <summary>What a start left in the data folder, besides its log.</summary>
    private IEnumerable<string> Left() => Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)).Where(name => name != "logs");

    private static PostgresException Postgres(string state) => new("x", "ERROR", "ERROR", state);

    private async Task EndsAsync(string part, params string[] settings)
    {
        await using var errors = new StringWriter(CultureInfo.InvariantCulture);

        var code = await Serve.RunAsync(["--urls=http://127.0.0.1:0", $"--GovPortal:DataPath={folder}", .. settings], errors).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(Verbs.WrongUse, code);
        Assert.Contains(part, errors.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Single(errors.ToString().Trim().Split('\n'));
    }
}
