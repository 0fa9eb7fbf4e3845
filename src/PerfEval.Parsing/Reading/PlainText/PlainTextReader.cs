using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Encodings;
using PerfEval.Parsing.Reading.TextTables;

namespace PerfEval.Parsing.Reading.PlainText;

/// <summary>
/// Reads plain text: lines to paragraphs (hard-wrapped lines are joined), to tables (of tabs, of drawn lines, of a cell on each line),
/// to page numbers and contents lines.
/// </summary>
public sealed class PlainTextReader : IDocumentReader
{
    /// <inheritdoc/>
    public DocumentFormat Format => DocumentFormat.Txt;

    /// <inheritdoc/>
    public SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        FileSize.Check(bytes.Length, context.Limits);
        context.Cancellation.ThrowIfCancellationRequested();
        var decoded = EncodingDetector.Decode(bytes, context);
        return ReadText(decoded.Text, context) with { Encoding = decoded.Encoding };
    }

    /// <summary>Reads text that is already decoded, as from a clipboard, a database or an OCR program.</summary>
    /// <param name="text">The text with its line ends.</param>
    /// <param name="context">The limits, the log and the cancellation of this parse.</param>
    /// <returns>The blocks in reading order.</returns>
    /// <exception cref="UnreadableDocumentException">The text is blank.</exception>
    public static SourceDocument ReadText(string text, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(context);
        // Positions are counted from behind the byte order mark, whoever decoded the text.
        if (text.StartsWith('\uFEFF'))
            text = text[1..];
        if (DeclaredText.Read(text, context) is { } declared)
            return new SourceDocument { Blocks = declared, IsDeclared = true };
        var lines = TextLines.Split(Limited(text, context), context);
        if (lines.TrueForAll(line => line.Text.Length == 0))
            throw context.Log.Limit is null
                ? new UnreadableDocumentException(UnreadableReason.NoText, "The file holds no text: only white space.")
                : LimitPassed.Before("any text", context.Log);

        ContentsLines.Mark(lines);
        PageNumbers.Mark(lines);
        var tables = FindTables(lines, context);
        return new SourceDocument { Blocks = new TextBlocks(lines, tables, context).Build() };
    }

    private static Dictionary<int, TableRegion> FindTables(List<TextLine> lines, ReadContext context)
    {
        var tables = new Dictionary<int, TableRegion>();
        // In order: each sees only the lines that those before it left.
        Take(DrawnTables.Find(lines, context));
        Take(TabTables.Find(lines, context));
        var cells = new FormCells(lines, context);
        Take(CellPerLineTable.FindIndicatorForms(lines, cells));
        Take(NumberGrids.Find(lines, cells));
        Take(CellPerLineTable.FindFundingForms(lines, cells));
        // Empty rows that belong to no table are blank lines.
        foreach (var line in lines)
            if (line.Kind == LineKind.Prose && line.Text.Length == 0)
                line.Kind = LineKind.Blank;
        return tables;

        void Take(IEnumerable<TableRegion> found)
        {
            foreach (var region in found)
            {
                context.Step();
                tables[region.First] = region;
            }
        }
    }

    private static string Limited(string text, ReadContext context)
    {
        if (text.Length <= context.Limits.MaxCharacters)
            return text;
        context.Log.Reached(nameof(ParseLimits.MaxCharacters), context.Limits.MaxCharacters, "The text is longer than");
        return text[..context.Limits.MaxCharacters];
    }
}
