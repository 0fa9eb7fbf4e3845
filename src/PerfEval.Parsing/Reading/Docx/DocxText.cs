using System.Buffers;
using System.Text;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>The normal form of text: what readers of the page cannot see is gone, and every space is one of two kinds.</summary>
internal static class DocxText
{
    private const string Invisible = "\u00AD\u200B\u200C\u200D\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\uFEFF";
    private static readonly SearchValues<char> Special = SearchValues.Create(
        Invisible + "\u00A0\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\t\n\u000B\u000C\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017"
        + "\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    // Text that is declared to be what it is keeps what cannot be seen: it may join emoji.
    private static readonly SearchValues<char> SpecialInDeclared = SearchValues.Create(
        "\u00A0\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\t\n\u000B\u000C\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017"
        + "\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private static readonly string[] ArtefactStarts = ["[bookmark:", "[endif]", "[if !support"];

    /// <summary>Copies text without what cannot be seen; line ends inside a run are spaces. Gives the number of characters written.</summary>
    internal static int Clean(ReadOnlySpan<char> text, Span<char> target, bool isDeclared = false)
    {
        var written = 0;
        var sought = isDeclared ? SpecialInDeclared : Special;
        while (true)
        {
            var special = text.IndexOfAny(sought);
            var plain = special < 0 ? text : text[..special];
            plain.CopyTo(target[written..]);
            written += plain.Length;
            if (special < 0)
                return written;
            if (text[special] is '\u00A0' or '\t' or '\n' or '\r')
                target[written++] = ' ';
            text = text[(special + 1)..];
        }
    }

    /// <summary>Puts characters and their marks together. Asked for only where something may change: most text has neither.</summary>
    internal static string Compose(string text) => text.AsSpan().IndexOfAnyInRange('\u0300', '\u036F') < 0
        && text.AsSpan().IndexOfAnyInRange('\uF900', '\uFAFF') < 0
        && text.AsSpan().IndexOfAny("\u212B\u2126\u3099\u309A") < 0
        ? text
        : text.Normalize(NormalizationForm.FormC);

    /// <summary>The lines without white space at their ends.</summary>
    internal static string TrimLines(string text) => text.Contains('\n') ? string.Join('\n', text.Split('\n').Select(line => line.Trim())) : text;

    /// <summary>Takes out words that converters left in the text (<c>[bookmark: _GoBack]</c>).</summary>
    internal static string WithoutArtefacts(string text)
    {
        foreach (var start in ArtefactStarts)
        {
            for (var at = text.IndexOf(start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(start, at, StringComparison.Ordinal))
            {
                var end = text.IndexOf(']', at);
                if (end < 0)
                    break;
                text = text.Remove(at, end + 1 - at);
            }
        }

        return text;
    }
}
