namespace GovPortal.Core.Parsing;

/// <summary>What is asked of a process that parses files; the file's bytes follow.</summary>
public interface IParserJob
{
    /// <summary>After which the process ends itself, should nobody be left to end it.</summary>
    double Seconds { get; }
}

/// <summary>What it answers.</summary>
public interface IParserAnswer
{
    /// <summary>How many pieces of bytes follow.</summary>
    int Payloads { get; }
}

/// <summary>The first message of a process: it runs.</summary>
internal sealed record ParserGreeting;

/// <summary>How a job ended.</summary>
/// <param name="Fault">Why there is no answer: the file ended the process, or the process was ended for it; null when there is one.</param>
public sealed record ParserResult<TAnswer>(ParserFault? Fault, TAnswer? Answer, IReadOnlyList<byte[]> Payloads) where TAnswer : class;

/// <summary>Why a file was given up.</summary>
public enum ParserFault
{
    TooSlow,
    TooMuchMemory,
    Crashed,
}

/// <summary>The parser process cannot be started: the installation is at fault, not the file.</summary>
public sealed class ParserUnavailableException(string message, Exception? inner = null) : IOException(message, inner);
