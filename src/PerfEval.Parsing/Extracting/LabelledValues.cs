using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Tables;
using PerfEval.Parsing.Extracting.Values;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting;

/// <summary>A value that stands behind its label, on the cover or in a form.</summary>
/// <param name="Field">The field that the label names.</param>
/// <param name="Label">The label as printed.</param>
/// <param name="Text">The value.</param>
/// <param name="Span">Its place.</param>
/// <param name="InTable">Whether it stands in a form's cell.</param>
/// <param name="LabelSpan">The label's place.</param>
internal sealed record LabelledValue(string Field, string Label, string Text, SourceSpan Span, bool InTable, SourceSpan LabelSpan);

/// <summary>Finds label and value on covers, in forms and in the lines above and below them.</summary>
internal static partial class LabelledValues
{
    /// <summary>All labelled values of a report in reading order.</summary>
    public static List<LabelledValue> Of(ReportOutline outline, IReadOnlyList<TableView> tables)
    {
        var found = new List<LabelledValue>();
        var views = tables.ToDictionary(t => (object)t.Block, t => t, ReferenceEqualityComparer.Instance);
        foreach (var section in outline.Walk())
        {
            var front = section.Level == 0 || section.Kinds.Contains(SectionKind.Attachments);
            for (var i = 0; i < section.Blocks.Count; i++)
            {
                var block = section.Blocks[i];
                if (block.Table is not null)
                    FromTable(views[block], found);
                else if (front && block.IsParagraph)
                    FromLine(block, i + 1 < section.Blocks.Count ? section.Blocks[i + 1] : null, outline.Vocabulary.Labels, found);
            }
        }

        return found;
    }

    private static void FromLine(OutlineBlock block, OutlineBlock? next, LabelVocabulary labels, List<LabelledValue> found)
    {
        // A label with its value takes a line; prose with a colon does not.
        if (block.Text.Length > 200 || block.Text.Contains('。', StringComparison.Ordinal) || !block.Text.AsSpan().ContainsAny('：', ':'))
            return;
        var matches = Label().Matches(block.Text);
        for (var m = 0; m < matches.Count; m++)
        {
            var label = matches[m].Groups[1];
            if (labels.FieldOf(label.Value) is not { } field)
                continue;
            var start = matches[m].Index + matches[m].Length;
            var end = m + 1 < matches.Count ? matches[m + 1].Groups[1].Index : block.Text.Length;
            var raw = block.Text[start..end];
            var value = raw.Trim();
            var place = block.Span(label.Index, label.Length);
            if (value.Length > 0)
                found.Add(new LabelledValue(field, label.Value, value, block.Span(start + raw.IndexOf(value, StringComparison.Ordinal), value.Length), false, place));
            else if (m + 1 == matches.Count && next is { IsParagraph: true } && next.Text.Length <= 60 && !Label().IsMatch(next.Text) && next.Text.AsSpan().IndexOfAny("。；") < 0)
                found.Add(new LabelledValue(field, label.Value, next.Text, next.Span(0, next.Text.Length), false, place));
        }
    }

    private static void FromTable(TableView view, List<LabelledValue> found)
    {
        var (columns, labels) = (view.Vocabulary.Columns, view.Vocabulary.Labels);
        var cells = new List<(int Column, TableCell Cell)>();
        for (var row = 0; row < view.Rows; row++)
        {
            cells.Clear();
            foreach (var (column, cell) in view.RowCells(row))
                if (!string.IsNullOrWhiteSpace(cell.Text) && !(row > 0 && ReferenceEquals(view.Cell(row - 1, column), cell)))
                    cells.Add((column, cell));
            // A row of heads (一级指标 | …, 年初预算数 | …) has no values.
            if (cells.Count(c => view.Words(c.Cell.Text).IsHead) > 2)
                continue;
            // 总分 | 100 | 91.75 and 得分 | 17 | 46: which of several figures is meant only the table's own heads can tell.
            var figures = cells.Count(c => Amounts.Whole(c.Cell.Text) is not null);
            for (var i = 0; i + 1 < cells.Count; i++)
            {
                if (figures > 1 && view.Words(cells[i].Cell.Text).LabelField == "score")
                    continue;
                if (view.Words(cells[i].Cell.Text).LabelField is not { } field || view.Words(cells[i + 1].Cell.Text).LabelField is not null)
                    continue;
                var value = cells[i + 1].Cell;
                // An empty value cell between two filled ones belongs to this label.
                if (cells[i + 1].Column > cells[i].Column + cells[i].Cell.ColumnSpan && cells.Count > 2 && i + 2 == cells.Count && IsGap(view, row, cells[i].Column, cells[i + 1].Column))
                    continue;
                if (!columns.IsBlank(value.Text))
                    found.Add(new LabelledValue(field, cells[i].Cell.Text, ChineseText.Name(value.Text), view.Span(row, cells[i + 1].Column), true, view.Span(row, cells[i].Column)));
            }

            foreach (var (column, cell) in cells)
                if (cell.Text.Length <= 80 && cell.Text.AsSpan().ContainsAny('：', ':') && Label().Match(cell.Text) is { Success: true, Index: 0 } match && labels.FieldOf(match.Groups[1].Value) is { } inner && match.Length < cell.Text.Length)
                    found.Add(new LabelledValue(inner, match.Groups[1].Value, ChineseText.Name(cell.Text[match.Length..]),
                        view.Span(row, column) with { Start = cell.Start + match.Length, Length = cell.Text.Length - match.Length }, true,
                        view.Span(row, column) with { Length = match.Groups[1].Length }));
        }
    }

    // More than three empty places between a label and the next text: the value was left blank.
    private static bool IsGap(TableView view, int row, int from, int to)
    {
        for (var c = from + 1; c < to; c++)
            if (view.Text(row, c).Length > 0)
                return false;
        return to - from > 4;
    }

    [GeneratedRegex(@"(?:^|(?<=[\s　；;，,]))([^\s　：:；;，,。][^：:；;，,。]{0,22}?[^：:；;，,。]?)\s*[：:]\s*")]
    private static partial Regex Label();
}
