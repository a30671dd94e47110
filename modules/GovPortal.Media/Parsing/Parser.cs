using GovPortal.Core.Parsing;
using Microsoft.Extensions.Logging;

namespace GovPortal.Media.Parsing;

/// <summary>Has uploaded files parsed.</summary>
internal sealed class Parser(ParserCommand command, ParserLimits limits, TimeProvider clock, ILogger<Parser> logger) : ParserPool(command.For(ParserLoop.Verb), limits, clock, logger)
{
    /// <exception cref="ParserUnavailableException">No process can be started.</exception>
    public Task<ParserResult<ParserAnswer>> AskAsync(ParserJob job, Stream file, CancellationToken ct) => AskAsync<ParserAnswer>(job.Task.ToString(), job, file, ct);
}
