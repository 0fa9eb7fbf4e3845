using Microsoft.Win32.SafeHandles;
using PerfEval.Parsing.Ingestion.Workers.Native;

namespace PerfEval.Parsing.Ingestion.Workers.Serving;

/// <summary>
/// Standard input and output as the protocol's own. On Unix they are taken away from the rest of the process: whatever a library or native code
/// prints goes to the error stream, whatever it reads is empty, and programs started from here inherit neither.
/// </summary>
/// <param name="Input">From the supervisor.</param>
/// <param name="Output">To the supervisor.</param>
internal sealed record ProtocolStreams(Stream Input, Stream Output)
{
    /// <exception cref="IOException">The descriptors cannot be moved.</exception>
    public static ProtocolStreams Take()
    {
        var streams = OperatingSystem.IsLinux()
            ? Moved()
            : new ProtocolStreams(Console.OpenStandardInput(), Console.OpenStandardOutput());
        Console.SetOut(Console.Error);
        Console.SetIn(TextReader.Null);
        return streams;
    }

    private static ProtocolStreams Moved()
    {
        var input = Posix.Duplicate(0);
        var output = Posix.Duplicate(1);
        var nothing = Posix.Open("/dev/null", 0);
        if (input < 0 || output < 0 || nothing < 0 || Posix.DuplicateTo(nothing, 0) < 0 || Posix.DuplicateTo(2, 1) < 0)
            throw new IOException("Standard input and output cannot be set aside.");
        return new ProtocolStreams(Opened(input, FileAccess.Read), Opened(output, FileAccess.Write));
    }

    private static FileStream Opened(int descriptor, FileAccess access) => new(new SafeFileHandle(descriptor, ownsHandle: true), access, bufferSize: 0);
}
