using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Ingestion.ScriptedWorker;

/// <summary>Reads text like the plain reader, but a text that begins <c>SCRIPT: command argument</c> does to its process what it says.</summary>
internal sealed partial class ScriptedReader : IDocumentReader
{
    private const string Mark = "SCRIPT: ";

    private static readonly List<byte[]> Leaked = [];

    private readonly PlainTextReader _plain = new();

    public DocumentFormat Format => DocumentFormat.Txt;

    public SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadContext context)
    {
        var line = Encoding.UTF8.GetString(bytes.Span[..Math.Min(bytes.Length, 200)]).Split('\n')[0].Trim();
        if (!line.StartsWith(Mark, StringComparison.Ordinal))
            return _plain.Read(bytes, context);
        var words = line[Mark.Length..].Split(' ');
        var text = words[0] == "once" ? Once(words[1]) : Play(words[0], words.Length > 1 ? long.Parse(words[1], CultureInfo.InvariantCulture) : 0, context);
        return _plain.Read(Encoding.UTF8.GetBytes($"绩效评价报告\n{text}\n"), context);
    }

    private static string Play(string command, long number, ReadContext context)
    {
        switch (command)
        {
            case "ok": return "好";
            case "so": return Deeper(0).ToString(CultureInfo.InvariantCulture);
            case "av": return Foreign().ToString(CultureInfo.InvariantCulture);
            case "oom": return FillMemory().ToString(CultureInfo.InvariantCulture);
            case "swallow": return Swallowed();
            case "exit": Exit((int)number); return "";
            case "signal": _ = Signal(Environment.ProcessId, (int)number); Thread.Sleep(Timeout.Infinite); return "";
            case "spin": while (true) context.Watch.Advance();
            case "stall": Thread.Sleep(Timeout.Infinite); return "";
            case "leak": Leak(number); return "好";
            case "native": return Native(number, context);
            case "slow": return Slowly(number, context);
            case "polite": while (true) { context.Step(); Thread.Sleep(5); }
            case "output": return new string('长', (int)(number << 20));
            case "noise": Noise(); return "好";
            case "garbage": Garbage(); return "好";
            case "throw": throw new FormatException("thrown by the script");
            default: throw new NotSupportedException(command);
        }
    }

    private static string Once(string marker)
    {
        if (!File.Exists(marker))
        {
            File.WriteAllText(marker, "");
            Exit(7);
        }

        return "好";
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Deeper(int depth) => depth < 0 ? 0 : Deeper(depth + 1) + Deeper(depth + 2);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static unsafe byte Foreign() => *(byte*)0x123400000000;

    private static int FillMemory()
    {
        var held = new List<byte[]>();
        while (true)
        {
            held.Add(new byte[8 << 20]);
            held[^1].AsSpan().Fill(1);
        }
    }

    private static string Swallowed()
    {
        try
        {
            return FillMemory().ToString(CultureInfo.InvariantCulture);
        }
        catch (OutOfMemoryException)
        {
            return "好";
        }
    }

    private static void Leak(long megabytes)
    {
        for (var i = 0; i < megabytes; i++)
        {
            Leaked.Add(new byte[1 << 20]);
            Leaked[^1].AsSpan().Fill(1);
        }
    }

    // Beyond the reach of the heap's limit.
    private static unsafe string Native(long megabytes, ReadContext context)
    {
        for (var i = 0; i < megabytes / 16; i++)
        {
            NativeMemory.Fill(NativeMemory.Alloc(16 << 20), 16 << 20, 1);
            context.Step();
            Thread.Sleep(10);
        }

        return Slowly(60_000, context);
    }

    private static string Slowly(long milliseconds, ReadContext context)
    {
        for (var i = 0; i < milliseconds / 10; i++)
        {
            Thread.Sleep(10);
            context.Step();
        }

        return "好";
    }

    private static void Noise()
    {
        Console.WriteLine("noise of the console");
        Console.Out.Flush();
        using var raw = new FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(1, false), FileAccess.Write, 0);
        raw.Write("noise of a native library\n"u8);
    }

    // The protocol's own pipe is the one whose other end the supervisor holds; the reader has no business with it and finds it all the same.
    private static unsafe void Garbage()
    {
        var errors = File.ResolveLinkTarget("/proc/self/fd/2", false)?.Name;
        var supervisor = Directory.GetFiles($"/proc/{Parent()}/fd").Select(Target).ToHashSet();
        foreach (var file in Directory.GetFiles("/proc/self/fd"))
            if (Target(file) is { } pipe && pipe.StartsWith("pipe:", StringComparison.Ordinal) && pipe != errors && supervisor.Contains(pipe))
                fixed (byte* garbage = "this is no frame"u8)
                    _ = Write(int.Parse(Path.GetFileName(file), CultureInfo.InvariantCulture), garbage, 16);
    }

    private static string? Target(string descriptor)
    {
        try
        {
            return File.ResolveLinkTarget(descriptor, false)?.Name;
        }
        catch (IOException)
        {
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void Exit(int code);

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int Parent();

    [LibraryImport("libc", EntryPoint = "write")]
    private static unsafe partial nint Write(int descriptor, byte* bytes, nint count);
}
