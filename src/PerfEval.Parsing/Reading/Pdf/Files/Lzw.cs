using PerfEval.Parsing.Diagnostics;
using UglyToad.PdfPig.Tokens;

namespace PerfEval.Parsing.Reading.Pdf.Files;

/// <summary>LZWDecode (ISO 32000-1, 7.4.4.2).</summary>
internal static class Lzw
{
    private const int Clear = 256;
    private const int End = 257;
    private const int Most = 4096;

    private static readonly NameToken EarlyChange = NameToken.Create("EarlyChange");

    public static void Decode(ReadOnlyMemory<byte> input, DictionaryToken parameters, FilterOutput output)
    {
        var early = parameters.TryGet(EarlyChange, out NumericToken change) && change.Int == 0 ? 0 : 1;
        var data = input.Span;
        // A code's string is one that was written before: where it began and how long it is.
        var starts = new int[Most];
        var lengths = new int[Most];
        int next = End + 1, width = 9, previous = -1, bits = 0;
        uint pending = 0;
        foreach (var value in data)
        {
            pending = pending << 8 | value;
            bits += 8;
            if (bits < width)
                continue;
            bits -= width;
            var code = (int)(pending >> bits) & ((1 << width) - 1);
            if (code == End || output.IsFull)
                return;
            if (code == Clear)
            {
                (next, width, previous) = (End + 1, 9, -1);
                continue;
            }

            var start = output.Length;
            if (!Write(code, next, previous, starts, lengths, output))
            {
                output.Budget.Note(DiagnosticCode.StreamCorrupt, $"A stream of {data.Length} bytes is damaged; {output.Length} bytes of it could be unpacked.");
                return;
            }

            if (previous >= 0 && next < Most)
            {
                starts[next] = previous;
                lengths[next] = start - previous + 1;
                next++;
            }

            previous = start;
            width = next + early >= 2048 ? 12 : next + early >= 1024 ? 11 : next + early >= 512 ? 10 : 9;
        }

        output.Budget.Note(DiagnosticCode.StreamCorrupt, $"A stream of {data.Length} bytes ends too early; {output.Length} bytes of it could be unpacked.");
    }

    private static bool Write(int code, int next, int previous, int[] starts, int[] lengths, FilterOutput output)
    {
        if (code < Clear)
        {
            output.Add((byte)code);
            return true;
        }

        if (code > next || (code == next && previous < 0))
            return false;
        var (from, length) = code == next ? (previous, output.Length - previous + 1) : (starts[code], lengths[code]);
        // The string may overlap its own copy, so it is copied byte by byte.
        for (var i = 0; i < length && !output.IsFull; i++)
            output.Add(output[from + i]);
        return true;
    }
}
