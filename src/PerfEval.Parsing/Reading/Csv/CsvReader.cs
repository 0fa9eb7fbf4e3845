using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Encodings;
using PerfEval.Parsing.Reading.PlainText;
using PerfEval.Parsing.Reading.Sheets;

namespace PerfEval.Parsing.Reading.Csv;

/// <summary>
/// Reads comma-separated text (RFC 4180) in any supported encoding, as spreadsheets export it: a sheet without merged cells. An apostrophe before
/// a cell that would else be taken for a formula is that cell's guard, not its text.
/// </summary>
public sealed class CsvReader : IDocumentReader
{
    /// <inheritdoc/>
    public DocumentFormat Format => DocumentFormat.Csv;

    /// <inheritdoc/>
    public SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        FileSize.Check(bytes.Length, context.Limits);
        context.Cancellation.ThrowIfCancellationRequested();
        var decoded = EncodingDetector.Decode(bytes, context);
        var text = decoded.Text;
        if (text.Length > context.Limits.MaxCharacters)
        {
            context.Log.Reached(nameof(ParseLimits.MaxCharacters), context.Limits.MaxCharacters, "The text is longer than");
            text = text[..context.Limits.MaxCharacters];
        }

        var output = new SheetOutput(context);
        SheetBlocks.Add(Grid(text, context), output);
        if (output.Blocks.Count == 0 && !context.Log.HasErrors)
            throw new UnreadableDocumentException(UnreadableReason.NoText, "The file holds no text: only white space and commas.");
        return new SourceDocument { Blocks = output.Blocks, Encoding = decoded.Encoding };
    }

    private static SheetGrid Grid(string text, ReadContext context)
    {
        var rows = new List<SheetRow>();
        var csv = new CsvText(text);
        var row = 0;
        for (var record = csv.Next(); record is { } found && !((row & 0xFF) == 0 && context.IsTimeUp()); record = csv.Next(), row++)
        {
            context.Step();
            var cells = new List<SheetCell>();
            for (var column = 0; column < Math.Min(found.Fields.Count, CellName.MaxColumns); column++)
                if (Cell(found.Fields[column]) is { Length: > 0 } cell)
                    cells.Add(new SheetCell(column, cell));
            if (cells.Count > 0)
                rows.Add(new SheetRow(row, cells));
        }

        return new SheetGrid("", rows, []);
    }

    private static string Cell(string field)
    {
        var text = NormalText.Clean(field.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
        text = text.Contains('\n', StringComparison.Ordinal)
            ? string.Join('\n', text.Split('\n').Select(NormalText.Trim).Where(line => line.Length > 0))
            : NormalText.Trim(text);
        return text.StartsWith('\'') && text.TrimStart('\'') is [var first, ..] && first is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' ? text[1..] : text;
    }
}
