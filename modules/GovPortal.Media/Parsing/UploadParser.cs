using System.Collections.Concurrent;
using GovPortal.Core.Parsing;
using GovPortal.Core.Tenancy;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovPortal.Media.Parsing;

/// <summary>Has looked at what somebody is uploading while they wait. Two at a time, and one of each site, so that nobody's files hold up all others'.</summary>
internal sealed class UploadParser(Parser parser, IHostApplicationLifetime server, ILogger<UploadParser> logger) : IDisposable
{
    private const int AtATime = 2;

    private readonly SemaphoreSlim places = new(AtATime);
    private readonly ConcurrentDictionary<int, SemaphoreSlim> sites = new();

    /// <summary>What an archive or XML file is, or why it is not taken.</summary>
    public async Task<FileVerdict> InspectAsync(Tenant tenant, byte[] bytes, CancellationToken ct)
    {
        var (answer, _) = await AskAsync(tenant, new ParserJob(ParserTask.Inspect, parser.TimeLimit.TotalSeconds), bytes, ct);
        return answer.Ending is { } ending ? new FileVerdict(FileKind.OfEnding(ending), null) : new FileVerdict(null, answer.Refusal);
    }

    /// <summary>The picture as it may be kept and a small one, or why it is not taken.</summary>
    public Task<(ParserAnswer Answer, IReadOnlyList<byte[]> Payloads)> CleanPictureAsync(Tenant tenant, byte[] bytes, FileKind kind, CancellationToken ct) =>
        AskAsync(tenant, new ParserJob(ParserTask.CleanPicture, parser.TimeLimit.TotalSeconds) { MediaType = kind.MediaType }, bytes, ct);

    public void Dispose() => places.Dispose();

    private async Task<(ParserAnswer Answer, IReadOnlyList<byte[]> Payloads)> AskAsync(Tenant tenant, ParserJob job, byte[] bytes, CancellationToken ct)
    {
        // A server that stops does not wait for a slow file.
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct, server.ApplicationStopping);
        try
        {
            return await InTurnAsync(tenant, job, bytes, ending.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (new ParserAnswer { Refusal = "media.refused.parser-away" }, []);
        }
        catch (ParserUnavailableException fault)
        {
            logger.LogError(new EventId(1, "ParserUnavailable"), fault, "Nothing can be uploaded that has to be looked into");
            return (new ParserAnswer { Refusal = "media.refused.parser-away" }, []);
        }
    }

    private async Task<(ParserAnswer Answer, IReadOnlyList<byte[]> Payloads)> InTurnAsync(Tenant tenant, ParserJob job, byte[] bytes, CancellationToken ct)
    {
        var ofSite = sites.GetOrAdd(tenant.Id, _ => new SemaphoreSlim(1));
        await ofSite.WaitAsync(ct);
        try
        {
            await places.WaitAsync(ct);
            try
            {
                using var file = new MemoryStream(bytes, writable: false);
                var result = await parser.AskAsync(job, file, ct);
                return (result.Answer ?? new ParserAnswer { Refusal = "media.refused.too-hard" }, result.Payloads);
            }
            finally
            {
                places.Release();
            }
        }
        finally
        {
            ofSite.Release();
        }
    }
}
