using System.Text;

namespace PerfEval.Parsing.Documents;

/// <summary>
/// The layout of written text files (绩效评价报告文本格式): by its first characters a line says what it is, as a reader sees by its indentation.
/// <list type="table">
/// <item><term>nothing</term><description>a heading</description></item>
/// <item><term>one U+3000</term><description>the paragraph above goes on after a soft break</description></item>
/// <item><term>two</term><description>a paragraph</description></item>
/// <item><term>three</term><description>a line of the cover</description></item>
/// <item><term>four</term><description>a table's caption</description></item>
/// <item><term>five to nineteen</term><description>the title, centred</description></item>
/// <item><term>twenty and more</term><description>the signature, at the right</description></item>
/// <item><term>a space, on the cover two</term><description>a drawn table, a figure, the rule before the supplement, the closing line</description></item>
/// </list>
/// </summary>
internal static class DrawnText
{
    /// <summary>How far a line is indented, in ideographic spaces.</summary>
    public const int Continued = 1, Content = 2, Cover = 3, Caption = 4, Title = 5, Signature = 20;

    /// <summary>How many half-width columns a full line has.</summary>
    public const int LineWidth = 80;

    /// <summary>Fills the place of a row in which no cell stands.</summary>
    public const char NoCell = '╳';

    /// <summary>Ends a line of a cell where a soft break stands.</summary>
    public const char SoftBreak = '↵';

    /// <summary>The rule before the supplement.</summary>
    public static string SupplementRule { get; } = new('═', LineWidth / 2);

    // East Asian fonts draw everything but ASCII and a few letters in full width; the reader counts as the writer does.
    private const char FirstWide = '\u2010';

    /// <summary>How many half-width columns the UTF-16 unit takes; a surrogate pair takes two.</summary>
    public static int Width(char c) => char.IsLowSurrogate(c) ? 0 : c < FirstWide ? 1 : 2;

    /// <summary>How many half-width columns a text takes.</summary>
    public static int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        foreach (var c in text)
            width += Width(c);
        return width;
    }

    /// <summary>Whether the character means something in a drawn table.</summary>
    public static bool IsMark(char c) => c is >= '\u2500' and <= '\u257F' or SoftBreak or '\\';

    /// <summary>A cell's line as it is drawn: marks behind a backslash, a tab as <c>\t</c>.</summary>
    public static string Escape(string line)
    {
        var result = new StringBuilder(line.Length);
        foreach (var c in line)
            if (c == '\t')
                result.Append("\\t");
            else if (IsMark(c))
                result.Append('\\').Append(c);
            else
                result.Append(c);
        return result.ToString();
    }

    /// <summary>The text that a drawn line shows.</summary>
    public static string Unescape(string line)
    {
        if (!line.Contains('\\', StringComparison.Ordinal))
            return line;
        var result = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
            result.Append(line[i] != '\\' || i + 1 == line.Length ? line[i] : line[++i] switch { 't' => '\t', 's' => ' ', var c => c });
        return result.ToString();
    }
}
