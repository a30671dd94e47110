using System.Collections.Concurrent;
using GovPortal.Host;
using GovPortal.Publishing.Recipes;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Testing;

/// <summary>A data folder and database as the first set-up leaves them, made once in a process for each kind of database. Portals of tests begin as copies.</summary>
internal sealed class SetUpPortal
{
    public const string Recipe = "portal";

    /// <summary>Passwords of tests are known to all: a hundredth of the rounds, by the same hasher. What the product itself takes is seen of a real process.</summary>
    public static readonly Action<PasswordHasherOptions> HashCheaply = options => options.IterationCount = 1_000;

    private static readonly ConcurrentDictionary<Type, Lazy<Task<SetUpPortal>>> All = new();

    private readonly string folder = Directory.CreateTempSubdirectory("govportal-set-up-").FullName;

    private SetUpPortal(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public static Task<SetUpPortal> OfAsync(TestDatabase like) =>
        All.GetOrAdd(like.GetType(), _ => new(() => new SetUpPortal(like.Another()).MakeAsync())).Value;

    public void CopyTo(string dataPath)
    {
        foreach (var from in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(dataPath, Path.GetRelativePath(folder, from));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
        }
    }

    private async Task<SetUpPortal> MakeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove();
        var builder = Host.Portal.Prepare([.. await Database.CreateAsync(), $"--GovPortal:DataPath={folder}", $"--GovPortal:Recipe={Recipe}", $"--GovPortal:AdminPassword={PortalFixture.AdminPassword}"], isServing: false);
        builder.Services.AddSingleton<TimeProvider>(new TestClock()).Configure(HashCheaply);
        await using (var app = builder.Build())
        {
            await app.Services.GetRequiredService<FirstSetup>().OpenAsync(new Progress<RecipeProgress>(), _ => { }, CancellationToken.None);
        }

        SqliteDatabase.Release(folder);
        (Database as PostgresDatabase)?.Release();
        return this;
    }

    private void Remove()
    {
        Database.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Directory.Delete(folder, recursive: true);
    }
}
