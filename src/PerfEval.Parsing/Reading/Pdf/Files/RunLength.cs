using PerfEval.Parsing.Diagnostics;
using UglyToad.PdfPig.Tokens;

namespace PerfEval.Parsing.Reading.Pdf.Files;

/// <summary>RunLengthDecode (ISO 32000-1, 7.4.5).</summary>
internal static class RunLength
{
    private const int End = 128;

    public static void Decode(ReadOnlyMemory<byte> input, DictionaryToken parameters, FilterOutput output)
    {
        var data = input.Span;
        Span<byte> run = stackalloc byte[128];
        for (var i = 0; i < data.Length && !output.IsFull;)
        {
            int length = data[i++];
            if (length == End)
                return;
            if (length < End)
            {
                var literal = data[i..Math.Min(data.Length, i + length + 1)];
                output.Add(literal);
                i += literal.Length;
            }
            else if (i < data.Length)
            {
                var repeated = run[..(257 - length)];
                repeated.Fill(data[i++]);
                output.Add(repeated);
            }
        }

        if (!output.IsFull)
            output.Budget.Note(DiagnosticCode.StreamCorrupt, $"A stream of {data.Length} bytes ends too early; {output.Length} bytes of it could be unpacked.");
    }
}
