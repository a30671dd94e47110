using System.Text;

namespace GovPortal.Testing;

/// <summary>Gives every test that runs a verb a console of its own, though all run in one process; whoever has none writes to the standard error.</summary>
internal sealed class ConsoleOfTests : IDisposable
{
    private static readonly AsyncLocal<ConsoleOfTests?> Current = new();

    private readonly StringReader input;
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    static ConsoleOfTests()
    {
        // Not to the writers that were there: the runner writes its results through them, and within that waits for whoever
        // holds Console.Out, which would wait for it in turn. Results stand alone on the output so.
        Console.SetOut(new Writer(Unlocked(), console => console.output));
        Console.SetError(new Writer(Unlocked(), console => console.errors));
        Console.SetIn(new Reader(Console.In));
    }

    private static StreamWriter Unlocked() => new(Console.OpenStandardError()) { AutoFlush = true };

    private ConsoleOfTests(string typed) => input = new StringReader(typed);

    /// <summary>Runs a command of which everything that is written while it runs, and by what it started, is its own.</summary>
    public static async Task<Ended> RunAsync(string typed, Func<Task<int>> command)
    {
        using var console = new ConsoleOfTests(typed);
        Current.Value = console;
        var code = await command();
        return new Ended(code, console.output.ToString(), console.errors.ToString());
    }

    public void Dispose()
    {
        input.Dispose();
        output.Dispose();
        errors.Dispose();
    }

    private sealed class Writer(TextWriter real, Func<ConsoleOfTests, TextWriter> own) : TextWriter
    {
        public override Encoding Encoding => real.Encoding;

        private TextWriter Meant => Current.Value is { } console ? own(console) : real;

        public override void Write(char value) => Meant.Write(value);

        public override void Write(string? value) => Meant.Write(value);

        public override void Write(char[] buffer, int index, int count) => Meant.Write(buffer, index, count);

        public override void WriteLine() => Meant.WriteLine();

        public override void WriteLine(string? value) => Meant.WriteLine(value);

        public override void Flush() => Meant.Flush();
    }

    private sealed class Reader(TextReader real) : TextReader
    {
        private TextReader Meant => Current.Value?.input ?? real;

        public override int Peek() => Meant.Peek();

        public override int Read() => Meant.Read();

        public override int Read(char[] buffer, int index, int count) => Meant.Read(buffer, index, count);

        public override string? ReadLine() => Meant.ReadLine();

        public override Task<string?> ReadLineAsync() => Meant.ReadLineAsync();

        public override ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) => Meant.ReadLineAsync(cancellationToken);

        public override string ReadToEnd() => Meant.ReadToEnd();
    }
}
