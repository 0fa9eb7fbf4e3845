using System.Buffers;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Reading.PlainText;

/// <summary>Where the lines of a text begin that line feeds part.</summary>
internal sealed class LineStarts
{
    private static readonly SearchValues<char> OtherEnds = SearchValues.Create("\r\v\u0085\u2028\u2029");

    private readonly List<(int Offset, int Number)> _starts = [(0, 1)];

    /// <summary>Finds the lines of a text.</summary>
    public LineStarts(string text)
    {
        var start = 0;
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n', start))
        {
            _starts.Add((end + 1, _starts[^1].Number + 1 + Others(text.AsSpan(start, end - start).TrimEnd('\r'))));
            start = end + 1;
        }
    }

    /// <summary>The place of a character of a line.</summary>
    /// <param name="line">The line's index.</param>
    /// <param name="column">The character's position in it.</param>
    public SourceLine Place(int line, int column) => new(0, _starts[line].Number, _starts[line].Offset + column);

    // What else ends a line stands in the middle of one here, but counts as everywhere.
    private static int Others(ReadOnlySpan<char> line)
    {
        var count = 0;
        for (var at = line.IndexOfAny(OtherEnds); at >= 0; at = line.IndexOfAny(OtherEnds))
        {
            count++;
            line = line[(at + 1)..];
        }

        return count;
    }
}
