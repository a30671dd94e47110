using System.Text;
using System.Text.Json.Nodes;
using GovPortal.Storage.Tenancy;
using GovPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Operations.Tests;

/// <summary>Archives that were cut short, edited, or made to do harm: each is refused with one sentence, and nothing is changed.</summary>
public sealed class FaultyArchivesTests(SqlitePortal portal) : OperationsTest(portal)
{
    private const string Items = "tables/content_items.jsonl";

    [Fact]
    public async Task An_export_that_was_cut_short_is_refused()
    {
        var whole = await ExportAsync();
        var bytes = await File.ReadAllBytesAsync(whole);

        foreach (var length in new[] { 0, 1, 100, bytes.Length / 2, bytes.Length - 1, bytes.Length - 30 })
        {
            var cut = Portal.NewFile(".zip");
            await File.WriteAllBytesAsync(cut, bytes[..length]);
            await RefusesAsync(cut, "cut short");
        }
    }

    [Fact]
    public async Task An_export_that_was_edited_is_refused()
    {
        var whole = await ExportAsync();
        var entries = Archives.Read(whole);
        entries[Items] = Encoding.UTF8.GetBytes(entries.Text(Items).Replace("Quốc khánh", "Quốc khách", StringComparison.Ordinal));
        var sameLength = Portal.NewFile(".zip");
        Archives.Write(sameLength, entries);

        await RefusesAsync(sameLength, "is not what was written");
        await RefusesAsync(Archives.Changed(whole, (zip, _) => zip[Items] = [.. zip[Items], .. "{}\n"u8]), "it was edited");
        await RefusesAsync(Archives.Changed(whole, (zip, _) => zip.Remove(Items)), "missing");
        await RefusesAsync(Archives.Changed(whole, (zip, _) => zip["tables/them.jsonl"] = "{}\n"u8.ToArray()), "does not name");
        var manifest = Archives.Read(whole);
        manifest["manifest.json"] = Encoding.UTF8.GetBytes(manifest.Text("manifest.json").Replace("\"format\"", "\"Format\"", StringComparison.Ordinal));
        var editedManifest = Portal.NewFile(".zip");
        Archives.Write(editedManifest, manifest);
        await RefusesAsync(editedManifest, "manifest was edited");
    }

    [Theory]
    [InlineData("../../ngoai.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("media/../../ngoai")]
    [InlineData("tables\\ngoai.jsonl")]
    [InlineData("media/ab/../ab/0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task A_path_that_climbs_out_is_refused(string name) =>
        await RefusesAsync(Archives.Changed(await ExportAsync(), (zip, manifest) => Add(zip, manifest, name, "x"u8.ToArray())), "no archive of this program has such a name");

    [Fact]
    public async Task A_bomb_is_refused_before_it_is_unpacked() =>
        await RefusesAsync(Archives.Changed(await ExportAsync(), (zip, manifest) => Add(zip, manifest, "tables/content_remarks.jsonl", new byte[64 << 20])), "would unpack");

    [Fact]
    public async Task Another_format_is_refused_by_its_age()
    {
        var whole = await ExportAsync();

        await RefusesAsync(Archives.Changed(whole, (_, manifest) => manifest["format"] = 2), "newer program");
        await RefusesAsync(Archives.Changed(whole, (_, manifest) => manifest["format"] = 0), "older program");
        await RefusesAsync(Archives.Changed(whole, (_, manifest) => manifest["kind"] = "govportal-backup"), "the export of a site");
        await RefusesAsync(Archives.Changed(whole, (zip, manifest) => Add(zip, manifest, "tables/cua_ngay_mai.jsonl", "{}\n"u8.ToArray())), "other modules");
    }

    [Fact]
    public async Task A_row_that_is_none_is_named_and_takes_nothing_in()
    {
        var whole = await ExportAsync();

        await RefusesAsync(Row(whole, row => row["Khac"] = 1), "“Khac” is no field of content_items");
        await RefusesAsync(Row(whole, row => row["LatestVersion"] = "hai"), "“LatestVersion” is");
        await RefusesAsync(Row(whole, row => row.Remove("Title")), "“Title” is missing");
    }

    [Fact]
    public async Task A_backup_of_another_version_or_a_site_is_no_backup()
    {
        var site = await ExportAsync();
        var backup = Portal.NewFile(".zip");
        (await Portal.RunAsync("backup", "create", backup)).Insist(0);

        var wrongKind = (await Portal.RunAsync("backup", "restore", site)).Insist(2);
        var wrongTables = (await Portal.RunAsync("backup", "restore", Archives.Changed(backup, (_, manifest) => manifest["tables"] = "0000000000000000"))).Insist(2);
        var absent = (await Portal.RunAsync("backup", "restore", Portal.NewFile(".zip"))).Insist(2);

        Assert.Contains("a backup (backup create) is expected", wrongKind.Errors, StringComparison.Ordinal);
        Assert.Contains("another version of this program", wrongTables.Errors, StringComparison.Ordinal);
        Assert.Contains("There is no file", absent.Errors, StringComparison.Ordinal);
    }

    private static void Add(SortedDictionary<string, byte[]> zip, JsonObject manifest, string name, byte[] bytes)
    {
        zip[name] = bytes;
        var entries = manifest["entries"]!.AsArray();
        entries.Remove(entries.FirstOrDefault(entry => entry!["name"]!.GetValue<string>() == name));
        entries.Add(new JsonObject { ["name"] = name, ["length"] = bytes.Length, ["sha256"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)) });
    }

    /// <summary>Changes the first item, and everything the manifest says of it.</summary>
    private static string Row(string whole, Action<JsonObject> change) => Archives.Changed(whole, (zip, manifest) =>
    {
        var lines = zip.Text(Items).Split('\n');
        var row = JsonNode.Parse(lines[0])!.AsObject();
        change(row);
        lines[0] = row.ToJsonString();
        Add(zip, manifest, Items, Encoding.UTF8.GetBytes(string.Join('\n', lines)));
    });

    private async Task<string> ExportAsync()
    {
        var filled = await Portal.FilledAsync();
        var file = Portal.NewFile(".zip");
        (await Portal.RunAsync("tenant", "export", filled.Site.Name, "--output", file)).Insist(0);
        return file;
    }

    private async Task RefusesAsync(string file, string reason)
    {
        var name = $"khong-nhan-{Guid.NewGuid():n}"[..24];

        var refused = (await Portal.RunAsync("tenant", "import", file, "--name", name)).Insist(2);

        Assert.Contains(reason, refused.Errors, StringComparison.Ordinal);
        Assert.Single(refused.Errors.Trim().Split('\n'));
        await Portal.Services.GetRequiredService<TenantDirectory>().ReloadAsync(CancellationToken.None);
        Assert.Null(Portal.Services.GetRequiredService<TenantDirectory>().FindByName(name));
    }
}
