using GovPortal.Core.Parsing;
using GovPortal.Signatures.Checking;
using Microsoft.Extensions.Logging;

namespace GovPortal.Signatures.Serving;

/// <summary>Has files checked in processes of their own, with limits on time and memory; the server never opens what strangers send (decision 0016).</summary>
public sealed class Checker : ParserPool
{
    private static readonly ParserLimits Limits = new(TimeSpan.FromSeconds(90), 512L << 20, 0);

    private readonly TimeProvider clock;

    public Checker(ParserCommand command, TimeProvider clock, ILogger<Checker> logger) : base(command.For(CheckerLoop.Verb), Limits, clock, logger) => this.clock = clock;

    /// <summary>Checks a file.</summary>
    /// <param name="file">From where it stands to its end.</param>
    /// <returns>Null for what is no PDF.</returns>
    /// <exception cref="ParserUnavailableException">No process can be started.</exception>
    public async Task<SignatureReport?> CheckAsync(Stream file, TrustFiles trust, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(trust);
        var job = new CheckerJob(trust.Trusted, trust.Crls, clock.GetUtcNow(), IsMessage: false, Limits.Time.TotalSeconds);
        var result = await AskAsync<CheckerAnswer>("signatures", job, file, ct);
        return result.Fault is not { } fault ? result.Answer!.Report
            : new SignatureReport([], [], [new Reason("too-costly", Weight.Unchecked, fault == ParserFault.TooSlow ? $"{Limits.Time.TotalSeconds:0} s" : "the check ended early")]);
    }
}
