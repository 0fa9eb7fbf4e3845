using System.Runtime.InteropServices;
using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Pdf.Content;
using PerfEval.Parsing.Reading.Pdf.Files;
using PerfEval.Parsing.Reading.Pdf.Flow;
using PerfEval.Parsing.Reading.Pdf.Layout;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

/// <summary>Pieces of the PDF reader that have a short way for the usual case: it must end where the long one does.</summary>
public sealed class PdfPiecesTests
{
    [Theory]
    [InlineData("(abc)", "abc")]
    [InlineData(@"(a\142c)", "abc")]
    [InlineData("(a(b)c)", "a(b)c")]
    [InlineData("(abc", "abc")]
    [InlineData("()", "")]
    [InlineData("<616263>", "abc")]
    [InlineData("<61 6\n2x63>", "abc")]
    [InlineData("<61627>", "abp")]
    [InlineData("<616263", "abc")]
    [InlineData("<>", "")]
    [InlineData("/abc", "abc")]
    [InlineData("/a#62c", "abc")]
    [InlineData("/a#b", "a#b")]
    [InlineData("/", "")]
    public void StringsAndNamesAreReadWithAndWithoutEscapes(string source, string expected)
    {
        var lexer = new ContentLexer(Encoding.Latin1.GetBytes(source));
        var token = lexer.Next();

        Assert.Equal(expected, Encoding.Latin1.GetString(lexer.TextOf(token)));
        Assert.Equal(TokenKind.End, lexer.Next().Kind);
    }

    [Fact]
    public void TheTextOfATokenLastsUntilItIsForgotten()
    {
        var lexer = new ContentLexer("(one) <74776F> /thr#65e (fo\\165r) Tj <66697665>"u8);
        var tokens = new List<Token>();
        for (var token = lexer.Next(); token.Kind != TokenKind.End; token = lexer.Next())
            tokens.Add(token);

        Assert.Equal("Tj", Encoding.Latin1.GetString(lexer.OperatorOf(tokens[4])));
        tokens.RemoveAt(4);
        var texts = new List<string>();
        foreach (var token in tokens)
            texts.Add(Encoding.Latin1.GetString(lexer.TextOf(token)));
        Assert.Equal(["one", "two", "three", "four", "five"], texts);
    }

    [Fact]
    public void AStreamKeepsItsBytesWhenTheNextIsUnpacked()
    {
        var budget = new FilterBudget(new ReadContext(ParseLimits.Default, new DiagnosticLog(), CancellationToken.None));
        var streams = Enumerable.Range(1, 4).Select(n =>
        {
            var output = new FilterOutput(budget);
            // The last are larger than the buffer that is kept.
            output.Add(Enumerable.Repeat((byte)n, n < 3 ? 1000 * n : 2_000_000 * n).ToArray());
            return output.Finish();
        }).ToList();

        Assert.Equal([1000, 2000, 6_000_000, 8_000_000], streams.Select(s => s.Length));
        Assert.All(streams.Index(), s => Assert.False(s.Item.Span.ContainsAnyExcept((byte)(s.Index + 1))));
    }

    [Fact]
    public void LettersGiveTheSameRowsInWhateverOrderTheyAreShown()
    {
        var letters = (from row in Enumerable.Range(0, 30) from place in Enumerable.Range(0, 30) select Letter($"{row},{place}", place * 12, 700 - row * 20 + (place == 7 ? 3 : 0))).ToList();
        var shuffled = letters.ToList();
        new Random(1).Shuffle(CollectionsMarshal.AsSpan(shuffled));

        Assert.Equal(30, Rows(letters).Count);
        Assert.Equal(Rows(letters), Rows(shuffled));
    }

    [Fact]
    public void SumsOverCellsAreTheSameInPartsAsInOne()
    {
        var cells = Enumerable.Range(0, 60).Select(i => Cell(i % 3, 1 + i % 2, 20 + i * 7 % 40)).ToList();
        var whole = new CellSums().Add(cells);
        var parts = new CellSums(new CellSums(new CellSums().Add(cells[..20])).Add(cells[20..25])).Add(cells[25..]);

        foreach (var areFound in new[] { false, true })
            Assert.Equal(cells.Select(c => whole.InnerWidth(c, areFound)), cells.Select(c => parts.InnerWidth(c, areFound)));
        Assert.Equal(Enumerable.Range(0, 4).Select(whole.IsGrouping), Enumerable.Range(0, 4).Select(parts.IsGrouping));
        Assert.Equal(Enumerable.Range(0, 4).Select(whole.IsFilled), Enumerable.Range(0, 4).Select(parts.IsFilled));
    }

    private static List<string> Rows(List<Letter> letters)
    {
        var rows = new List<string>();
        foreach (var row in new LetterRows(letters))
            rows.Add(string.Join(' ', row.ToArray().Select(l => l.Text)));
        return rows;
    }

    private static Letter Letter(string text, float left, float baseline) => new(text, left, left + 12, baseline, 12, 0, GlyphTraits.None, -1);

    private static PdfCell Cell(int column, int rowSpan, float width)
    {
        var cell = new PdfCell { Row = 0, Column = column, RowSpan = rowSpan, ColumnSpan = 1, Width = 70 };
        cell.Lines.Add(new PdfLine { Page = 1, Turn = 0, Text = "甲", Edges = [0, width], Left = 0, Baseline = 0, Size = 12, Font = "", BoldLead = 0, HeavyLead = 0 });
        return cell;
    }
}
