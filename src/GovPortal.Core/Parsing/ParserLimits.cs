namespace GovPortal.Core.Parsing;

/// <summary>What one file may cost the process that parses it.</summary>
/// <param name="Time">For one file.</param>
/// <param name="Memory">Bytes of the whole process.</param>
/// <param name="Output">Bytes of the payloads of one answer.</param>
public sealed record ParserLimits(TimeSpan Time, long Memory, long Output);
