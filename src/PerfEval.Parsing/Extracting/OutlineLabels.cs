using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Tables;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>For extractors: values by their labels, in lines and in forms.</summary>
public static partial class OutlineLabels
{
    private const string Edges = " \t\u3000；;，,。、";

    /// <summary>The values that stand behind labels.</summary>
    /// <remarks>
    /// In text a label begins a line or stands behind white space, a comma or a semicolon, and a colon follows it; the value goes to the next label, semicolon,
    /// full stop or line end. In a table the value is the cell right of the label's, or stands in the label's cell behind a colon. An empty place gives nothing.
    /// </remarks>
    /// <param name="outline">The report.</param>
    /// <param name="labels">The labels, without colon; white space, width and notes in brackets do not matter: <c>项目编码</c> is <c>项 目 编 码（代码）：</c> too.</param>
    /// <returns>The values in reading order; the same label may occur several times.</returns>
    /// <exception cref="ArgumentException">There are no labels, or one is empty.</exception>
    public static IEnumerable<LabelledText> LabelledTexts(this ReportOutline outline, params IReadOnlyList<string> labels)
    {
        ArgumentNullException.ThrowIfNull(outline);
        ArgumentNullException.ThrowIfNull(labels);
        var wanted = labels.Select(Key).ToHashSet(StringComparer.Ordinal);
        if (wanted.Count == 0 || wanted.Contains(""))
            throw new ArgumentException("Name at least one label; none of them may be empty.", nameof(labels));
        return Find(outline, wanted);
    }

    private static IEnumerable<LabelledText> Find(ReportOutline outline, HashSet<string> wanted)
    {
        var words = new CellWords(outline.Vocabulary);
        foreach (var section in outline.Walk())
        {
            if (section is { Heading: { } heading, HeadingSpan: { } span })
            {
                foreach (var found in InLines(PlacedText.At(heading, span), wanted, inTable: false))
                    yield return found;
                if (BehindHeading(section, heading, span, wanted, outline) is { } value)
                    yield return value;
            }

            foreach (var block in section.Blocks)
                foreach (var found in block.Table is { } table ? InTable(new TableView(section, block, words, table.ToGrid()), wanted, outline) : InLines(PlacedText.Of(block), wanted, inTable: false))
                    yield return found;
        }
    }

    private static IEnumerable<LabelledText> InLines(PlacedText text, HashSet<string> wanted, bool inTable)
    {
        foreach (var line in text.Lines())
        {
            var labels = Label().Matches(line.Text);
            for (var i = 0; i < labels.Count; i++)
            {
                if (!wanted.Contains(Key(labels[i].Groups[1].Value)))
                    continue;
                var start = labels[i].Index + labels[i].Length;
                if (Value(line, start, i + 1 < labels.Count ? labels[i + 1].Groups[1].Index : line.Text.Length) is { } value)
                    yield return new LabelledText(labels[i].Groups[1].Value, value.Text, value.Places[0], line.Slice(labels[i].Groups[1].Index, labels[i].Groups[1].Length).Places[0], inTable);
            }
        }
    }

    // 二、项目编码：520123 is a heading whose paragraph goes on with the section's text.
    private static LabelledText? BehindHeading(OutlineSection section, string heading, SourceSpan span, HashSet<string> wanted, ReportOutline outline) =>
        section is { IsRunIn: true, Blocks: [{ IsParagraph: true } first, ..] } && wanted.Contains(Key(heading))
            && outline.Document.Blocks[span.Block].Text.AsSpan(span.End).TrimStart() is [':' or '：', ..]
            && PlacedText.Of(first).Lines().FirstOrDefault() is { } line && Value(line, 0, line.Text.Length) is { } value
            ? new LabelledText(heading, value.Text, value.Places[0], span, false) : null;

    private static PlacedText? Value(PlacedText line, int start, int end)
    {
        var stop = line.Text.AsSpan(start, end - start).IndexOfAny('；', ';', '。');
        return Trimmed(line.Slice(start, stop < 0 ? end - start : stop));
    }

    private static IEnumerable<LabelledText> InTable(TableView view, HashSet<string> wanted, ReportOutline outline)
    {
        for (var row = 0; row < view.Rows; row++)
        {
            outline.Watch.Step();
            var cells = view.RowCells(row).Where(c => row == 0 || !ReferenceEquals(view.Cell(row - 1, c.Column), c.Cell)).ToList();
            for (var i = 0; i < cells.Count; i++)
            {
                var place = PlacedText.At(cells[i].Cell.Text, view.Span(row, cells[i].Column));
                foreach (var found in InLines(place, wanted, inTable: true))
                    yield return found;
                if (i + 1 < cells.Count && wanted.Contains(Key(place.Text)) && Value(view, row, cells[i], cells[i + 1], wanted) is { } value)
                    yield return new LabelledText(place.Text.Trim().TrimEnd(':', '：'), value.Text, value.Places[0], place.Trim().Places[0], true);
            }
        }
    }

    // The cell right of a label is its value unless it is another label: a row of heads has no values.
    private static PlacedText? Value(TableView view, int row, (int Column, TableCell Cell) label, (int Column, TableCell Cell) next, HashSet<string> wanted) =>
        next.Column == label.Column + Math.Max(1, label.Cell.ColumnSpan) && !wanted.Contains(Key(next.Cell.Text)) && view.Words(next.Cell.Text).LabelField is null
            && !view.Vocabulary.Columns.IsBlank(next.Cell.Text) ? Trimmed(PlacedText.At(next.Cell.Text, view.Span(row, next.Column))) : null;

    private static PlacedText? Trimmed(PlacedText text)
    {
        var bare = text.Text.AsSpan().Trim(Edges);
        return bare.Length == 0 ? null : text.Slice(text.Text.Length - text.Text.AsSpan().TrimStart(Edges).Length, bare.Length);
    }

    private static string Key(string label)
    {
        ArgumentNullException.ThrowIfNull(label);
        return label.Length > 60 ? "?" : Notes().Replace(ChineseText.Narrow(ChineseText.Squeeze(label)), "").TrimEnd(':');
    }

    [GeneratedRegex(@"(?:^|(?<=[\s　；;，,。、]))([^\s　：:；;，,。、][^：:；;，,。]{0,30}?)[ \t　]*[：:][ \t　]*")]
    private static partial Regex Label();

    [GeneratedRegex(@"\([^()]*\)")]
    private static partial Regex Notes();
}
