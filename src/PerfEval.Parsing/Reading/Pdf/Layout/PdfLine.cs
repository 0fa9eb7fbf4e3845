using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>A line of text in its frame: what it says, where it stands and how it looks.</summary>
internal sealed class PdfLine
{
    /// <summary>Where an ideograph's top and bottom are, in units of the font size from the baseline.</summary>
    public const float Ascent = 0.88f;
    public const float Descent = 0.14f;

    public required int Page { get; init; }

    public required int Turn { get; init; }

    public required string Text { get; set; }

    /// <summary>Where each character begins, and where the last one ends.</summary>
    public required float[] Edges { get; set; }

    /// <summary>Where small raised figures and signs stand in the text: marks of notes, or powers.</summary>
    public IReadOnlyList<(int Start, int Length)> Raised { get; init; } = [];

    public required float Baseline { get; init; }

    /// <summary>The size of most of its letters.</summary>
    public required float Size { get; init; }

    public required string Font { get; init; }

    /// <summary>How many characters at its start are bold.</summary>
    public required int BoldLead { get; init; }

    /// <summary>How many characters at its start are bold or in a heavy face (黑体).</summary>
    public required int HeavyLead { get; init; }

    /// <summary>The outline level that the file's structure gives it.</summary>
    public int? HeadingLevel { get; init; }

    /// <summary>Whether white space was printed behind it.</summary>
    public bool EndsInSpace { get; init; }

    /// <summary>Whether the file marks it as page furniture.</summary>
    public bool IsFurniture { get; init; }

    /// <summary>Whether it is printed in a colour near the paper's.</summary>
    public bool IsPale { get; init; }

    /// <summary>The column in which it stands, set when all lines of the page are known.</summary>
    public float ColumnLeft { get; set; }

    public float ColumnRight { get; set; }

    public bool HasColumn => ColumnRight > ColumnLeft;

    public BlockRole Role { get; set; }

    /// <summary>Where the line begins, struck letters included.</summary>
    public required float Left { get; init; }

    public float Right => Edges[^1];

    public float Width => Right - Left;

    public float Top => Baseline + Ascent * Size;

    public float Bottom => Baseline - Descent * Size;

    public bool IsBold => BoldLead >= Text.Length;

    public bool IsHeavy => HeavyLead >= Text.Length;

    /// <summary>How far the line begins from the left of its column.</summary>
    public float Indent => Left - ColumnLeft;

    /// <summary>How much of its column is free behind it.</summary>
    public float Room => ColumnRight - Right;

    /// <summary>Whether it stands in the middle of its column, narrower than it.</summary>
    public bool IsCentred => Indent > 0.5f * Size && IsSymmetric;

    /// <summary>Whether as much is free before it as behind it; full lines are so too. A first line indented by two characters is so only by chance.</summary>
    public bool IsSymmetric => Math.Abs(Indent - Room) <= (Math.Abs(Indent - 2 * Size) < 0.06f * Size ? 1 : 0.15f * Size + 1.2f);

    /// <summary>The width of what the next line would have had to put behind this one: the first characters between which no line may end.</summary>
    public float FirstWordWidth
    {
        get
        {
            var end = 1;
            while (end < Text.Length && Text[end] != ' ' && Clings(Text[end - 1], Text[end]))
                end++;
            return Edges[end] - Edges[0];
        }
    }

    /// <summary>The size of most of the text of some lines.</summary>
    public static float UsualSize(IEnumerable<PdfLine> lines) => lines.GroupBy(l => l.Size).MaxBy(g => g.Sum(l => l.Text.Length))!.Key;

    /// <summary>Takes a mark out of the text.</summary>
    public void Drop(int start, int length)
    {
        Text = Text.Remove(start, length);
        Edges = [.. Edges[..start], .. Edges[(start + length)..]];
    }

    public PlacedLine At(int start) => new(start, Page, Turns.ToPage(Left, Bottom, Right, Top, Turn), Edges, Turn);

    // The rules for ending lines (Unicode Annex 14), as far as Chinese text needs them: marks cling to what they open or close, quotation marks to both
    // sides, letters and figures to each other and to brackets.
    private static bool Clings(char before, char after) =>
        Opens(before) || Closes(after) || IsQuote(before) || IsQuote(after) || (!NormalText.IsWide(after) && (!NormalText.IsWide(before) || Closes(before)));

    private static bool Opens(char c) => c is '（' or '(' or '《' or '〈' or '【' or '〔' or '[' or '「' or '『' or '￥';

    private static bool IsQuote(char c) => c is '“' or '”' or '‘' or '’' or '"';

    private static bool IsBracket(char c) => c is '）' or ')' or '》' or '〉' or '】' or '〕' or ']' or '」' or '』';

    private static bool Closes(char c) =>
        IsBracket(c) || c is '，' or '。' or '、' or '；' or '：' or '？' or '！' or '%' or '％' or '‰' or '℃' or ',' or '.' or ';' or ':' or '!' or '?' or '…' or '—';
}
