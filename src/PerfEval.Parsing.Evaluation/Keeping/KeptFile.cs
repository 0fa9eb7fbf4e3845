using System.Text.Json;
using Microsoft.Win32.SafeHandles;

namespace PerfEval.Parsing.Evaluation.Keeping;

/// <summary>One file of kept reports: an object a line, one object, or a list of objects.</summary>
internal sealed class KeptFile : IDisposable
{
    private const int FirstBuffer = 1 << 16;

    private readonly SafeFileHandle _handle;

    public KeptFile(string path) => (Path, _handle) = (path, File.OpenHandle(path));

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>The objects, as stretches of bytes with what their beginnings say.</summary>
    /// <exception cref="KeptReportException">Something in it is no report.</exception>
    public IEnumerable<(long Offset, int Length, ObjectHead Head)> Objects() => IsLines(Path) ? Lines() : Whole();

    /// <summary>One object.</summary>
    public JsonElement Read(long offset, int length)
    {
        try
        {
            return JsonElement.Parse(Bytes(offset, length));
        }
        catch (JsonException e)
        {
            throw new KeptReportException(Path, offset, e);
        }
    }

    public void Dispose() => _handle.Dispose();

    private static bool IsLines(string path) => System.IO.Path.GetExtension(path).ToLowerInvariant() is ".jsonl" or ".ndjson";

    private byte[] Bytes(long offset, int length)
    {
        var bytes = new byte[length];
        for (int done = 0, read; done < length && (read = RandomAccess.Read(_handle, bytes.AsSpan(done), offset + done)) > 0;)
            done += read;
        return bytes;
    }

    // Line by line: an archive's parse is larger than memory.
    private IEnumerable<(long Offset, int Length, ObjectHead Head)> Lines()
    {
        var buffer = new byte[FirstBuffer];
        long start = 0;
        for (var filled = 0; ;)
        {
            var read = RandomAccess.Read(_handle, buffer.AsSpan(filled), start + filled);
            filled += read;
            var from = 0;
            for (int end; (end = Array.IndexOf(buffer, (byte)'\n', from, filled - from)) >= 0; from = end + 1)
                if (Line(buffer, from, end, start) is { } line)
                    yield return line;
            if (read == 0)
            {
                if (Line(buffer, from, filled, start) is { } last)
                    yield return last;
                yield break;
            }

            (start, filled) = (start + from, filled - from);
            buffer.AsSpan(from, filled).CopyTo(buffer);
            if (filled == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
        }
    }

    private (long Offset, int Length, ObjectHead Head)? Line(byte[] buffer, int from, int end, long start)
    {
        var line = buffer.AsSpan(from, end - from);
        return line.Trim(" \t\r"u8).IsEmpty ? null : (start + from, end - from, Head(line, start + from));
    }

    private IEnumerable<(long Offset, int Length, ObjectHead Head)> Whole()
    {
        var bytes = Bytes(0, checked((int)RandomAccess.GetLength(_handle)));
        return Stretches(bytes).Select(at => ((long)at.From, at.To - at.From, Head(bytes.AsSpan(at.From, at.To - at.From), at.From)));
    }

    private List<(int From, int To)> Stretches(byte[] bytes)
    {
        var found = new List<(int From, int To)>();
        var skipped = bytes.AsSpan() is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
        try
        {
            var reader = new Utf8JsonReader(bytes.AsSpan(skipped), new JsonReaderOptions { AllowMultipleValues = true });
            while (reader.Read())
                if (reader.TokenType == JsonTokenType.StartObject)
                {
                    var from = (int)reader.TokenStartIndex;
                    reader.Skip();
                    found.Add((skipped + from, skipped + (int)reader.BytesConsumed));
                }
        }
        catch (JsonException e)
        {
            throw new KeptReportException(Path, e.BytePositionInLine ?? 0, e);
        }

        return found;
    }

    private ObjectHead Head(ReadOnlySpan<byte> json, long offset)
    {
        try
        {
            return ObjectHead.Read(json);
        }
        catch (JsonException e)
        {
            throw new KeptReportException(Path, offset, e);
        }
    }
}
