using System.Text;
using Microsoft.Win32.SafeHandles;

namespace PerfEval.Parsing.Cli;

/// <summary>The three streams of a run, so that a test can hand in its own.</summary>
/// <param name="Input">Standard input; only <c>-</c> reads it.</param>
/// <param name="Output">Standard output: results and nothing else.</param>
/// <param name="Error">Standard error: everything that is meant for people.</param>
/// <param name="ShowProgress">Whether a moving progress bar may be drawn on <paramref name="Error"/>.</param>
internal sealed record Terminal(Stream Input, Stream Output, TextWriter Error, bool ShowProgress)
{
    /// <summary>Whether a person looks at <see cref="Error"/>, wherever the output goes.</summary>
    public bool ErrorIsScreen { get; init; }

    /// <summary>The streams of this process.</summary>
    public static Terminal OfThisProcess()
    {
        var error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true, NewLine = "\n" };
        // A bar would tear results apart that go to the same screen.
        var showProgress = !Console.IsErrorRedirected && Console.IsOutputRedirected;
        return new Terminal(Console.OpenStandardInput(), OpenOutput(), error, showProgress) { ErrorIsScreen = !Console.IsErrorRedirected };
    }

    /// <summary>UTF-8 without a byte-order mark.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Whether a write failed because the reader of the pipe has gone, which is no fault (<c>perfeval … | head</c>).</summary>
    public static bool IsClosedPipe(IOException exception)
    {
        const int UnixBrokenPipe = 32;
        const int WindowsBrokenPipe = unchecked((int)0x8007006D);
        const int WindowsNoData = unchecked((int)0x800700E8);
        return exception.HResult is UnixBrokenPipe or WindowsBrokenPipe or WindowsNoData;
    }

    /// <summary>
    /// Console's own stream hides a closed pipe, so that a run over thousands of files would go on for nobody; a FileStream tells. But a
    /// FileStream over a seekable file keeps an offset of its own and would overwrite what others append to it.
    /// </summary>
    private static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows())
            return Console.OpenStandardOutput();
        var file = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return file.CanSeek ? Console.OpenStandardOutput() : file;
    }
}
