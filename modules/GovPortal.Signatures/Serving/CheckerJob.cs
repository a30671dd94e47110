using GovPortal.Core.Parsing;

namespace GovPortal.Signatures.Serving;

/// <summary>What is asked of the process that checks files; the file follows.</summary>
/// <param name="IsMessage">A signature in a file of its own rather than a PDF.</param>
internal sealed record CheckerJob(IReadOnlyList<NamedBytes> Trusted, IReadOnlyList<NamedBytes> Crls, DateTimeOffset At, bool IsMessage, double Seconds) : IParserJob;

/// <summary>What it answers.</summary>
/// <param name="Report">Null where the file is none that can hold signatures.</param>
internal sealed record CheckerAnswer(SignatureReport? Report) : IParserAnswer
{
    public int Payloads => 0;
}
