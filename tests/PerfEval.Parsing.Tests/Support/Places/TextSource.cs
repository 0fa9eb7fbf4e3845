using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Tests.Support.Places;

/// <summary>A text file, decoded anew.</summary>
internal sealed class TextSource : SourceFile
{
    private readonly string _text;
    private readonly List<int> _lines = [0];

    public TextSource(byte[] bytes, string? encoding)
        : this(Decode(bytes, encoding))
    {
    }

    public TextSource(string text)
    {
        _text = text.StartsWith('\uFEFF') ? text[1..] : text;
        for (var i = 0; i < _text.Length; i++)
            if (_text[i] is '\n' or '\v' or '\u0085' or '\u2028' or '\u2029' || (_text[i] == '\r' && (i + 1 == _text.Length || _text[i + 1] != '\n')))
                _lines.Add(i + 1);
    }

    public override string? Fault(Place place)
    {
        if (place.Line is not { } line || place.Offset is not { } offset)
            return "It has no line.";
        if (place.Text.Length == 0)
            return null;
        if (offset < 0 || offset >= _text.Length || LineAt(offset) != line)
            return $"Offset {offset} is not on line {line}.";
        // Of several cells only the first stands here: in a drawn table the lines of others come between its own.
        var rest = Missing(Seen(place.Row is null ? place.Text.Split('\t')[0] : place.Text), offset);
        return rest.Length == 0 ? null : $"At offset {offset} stands “{Shortened(_text[offset..])}”; “{Shortened(rest)}” was not found.";
    }

    /// <summary>The characters of a block that do not stand where its lines say; white space and characters composed of several apart.</summary>
    public IEnumerable<string> Strays(Block block)
    {
        for (var i = 0; i < block.Text.Length; i++)
        {
            if (char.IsWhiteSpace(block.Text[i]))
                continue;
            var (line, offset) = block.Lines!.Find(i);
            if (offset < 0 || offset >= _text.Length || LineAt(offset) != line || !Stands(block.Text[i], offset))
                yield return $"{block.Path}: “{block.Text[i]}” at {i} of “{Shortened(block.Text)}”: line {line}, offset {offset}";
        }
    }

    private bool Stands(char c, int offset) =>
        _text[offset] == c || (offset + 1 < _text.Length && Enumerable.Range(1, Math.Min(6, _text.Length - offset)).Any(n => Composed(_text.Substring(offset, n)).StartsWith(c)));

    private static string Composed(string text)
    {
        try
        {
            return text.Normalize();
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    /// <summary>What of a text does not follow an offset. Up to the line's end every character must; then others may stand between: the next cell, the page's foot.</summary>
    private string Missing(string wanted, int offset)
    {
        var end = offset;
        while (end < _text.Length && _text[end] is not ('\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029'))
            end++;
        var line = Seen(_text[offset..end]);
        var at = 0;
        while (at < wanted.Length && at < line.Length && wanted[at] == line[at])
            at++;
        // Something must stand there, and what breaks off before the line's end is a cell's end.
        if (at == 0)
            return wanted;
        var rest = Seen(_text[offset..]);
        for (var i = at; i < rest.Length && at < wanted.Length; i++)
            at += rest[i] == wanted[at] ? 1 : 0;
        return wanted[at..];
    }

    private int LineAt(int offset)
    {
        var found = _lines.BinarySearch(offset);
        return found >= 0 ? found + 1 : ~found;
    }

    private static string Decode(byte[] bytes, string? name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(name ?? "utf-8").GetString(bytes);
    }
}
