using System.Text.Json;
using GovPortal.Core.Files;
using Microsoft.Extensions.Configuration;

namespace GovPortal.Disclosure.Duties;

/// <summary>
/// What the law wants public, read from <c>duties.json</c> at the start. <c>GovPortal:Disclosure:Duties</c> names a file of the same form in its place:
/// a new decree is a change of data.
/// </summary>
public sealed class DutyList
{
    private const string Setting = "GovPortal:Disclosure:Duties";

    private readonly IReadOnlyList<DutyPack> packs;

    /// <exception cref="InvalidOperationException">The file is missing, is no list of packs, or names a group or key wrongly.</exception>
    public DutyList(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var file = settings[Setting];
        packs = Read(string.IsNullOrEmpty(file) ? Own() : Given(file), string.IsNullOrEmpty(file) ? "duties.json" : $"{Setting} = {file}");
    }

    /// <summary>The duties of a day; of the first pack before it begins.</summary>
    public DutyPack On(DateOnly day) => packs.LastOrDefault(pack => pack.HoldsOn(day)) ?? packs[0];

    private static IReadOnlyList<DutyPack> Read(string json, string name)
    {
        IReadOnlyList<DutyPack> read;
        try
        {
            read = BodyJson.Read<IReadOnlyList<DutyPack>>(json);
        }
        catch (JsonException fault)
        {
            throw new InvalidOperationException($"{name}: {fault.Message} Write a list of packs as docs/operations/disclosure.md shows.", fault);
        }

        if (read.Count == 0)
        {
            throw new InvalidOperationException($"{name} holds no pack. Write at least one, with “from”, “groups” and “duties”.");
        }

        foreach (var pack in read)
        {
            foreach (var duty in pack.Duties)
            {
                if (pack.Groups.All(group => group.Key != duty.Group))
                {
                    throw new InvalidOperationException($"{name}: the duty “{duty.Key}” names the group “{duty.Group}”, which is not among the pack's groups.");
                }
            }

            if (pack.Duties.GroupBy(duty => duty.Key).FirstOrDefault(alike => alike.Count() > 1) is { } twice)
            {
                throw new InvalidOperationException($"{name}: two duties are called “{twice.Key}”. Give each a key of its own.");
            }
        }

        return read;
    }

    private static string Given(string file) =>
        File.Exists(file) ? File.ReadAllText(file) : throw new InvalidOperationException($"{Setting} is “{file}”, which is not there. Name a file, or leave the setting empty for the product's own.");

    private static string Own()
    {
        using var stream = typeof(DutyList).Assembly.GetManifestResourceStream($"{typeof(DutyList).Namespace}.duties.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
