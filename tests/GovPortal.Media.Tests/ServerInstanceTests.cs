using GovPortal.Core.Files;

namespace GovPortal.Media.Tests;

/// <summary>A server knows which others of its data folder are dead.</summary>
public sealed class ServerInstanceTests : IDisposable
{
    private readonly DataFolder data = new(Directory.CreateTempSubdirectory("govportal-instance-").FullName);

    [Fact]
    public void What_was_killed_is_told_once_and_what_lives_is_left_alone()
    {
        File.WriteAllText(Path.Combine(data.Of("instances"), "killed"), "");
        using var lives = new ServerInstance(data);
        using var other = new ServerInstance(data);

        Assert.Equal(["killed"], other.TakeDead());
        Assert.Empty(other.TakeDead());
        Assert.Empty(lives.TakeDead());
    }

    [Fact]
    public void One_that_ended_in_order_leaves_nothing_behind()
    {
        new ServerInstance(data).Dispose();

        Assert.Empty(Directory.GetFiles(data.Of("instances")));
    }

    public void Dispose() => Directory.Delete(data.Path, recursive: true);
}
