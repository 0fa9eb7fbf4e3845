using System.Text;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing.Forms;

namespace PerfEval.Parsing.Writing;

/// <summary>
/// Writes the official form (项目支出绩效自评表, 财预〔2020〕10号 annex 1) as comma-separated text: RFC 4180, UTF-8 with a byte order mark, CRLF, so that
/// spreadsheets open it by a double click. The two upper levels of indicators stand in every row, other merged cells once. An apostrophe stands
/// before a text that a spreadsheet would else take for a formula; this library's reader takes it off again.
/// </summary>
public sealed class CsvReportWriter : IReportWriter
{
    /// <summary>What makes a spreadsheet compute a cell; the full-width forms do so in East Asian editions.</summary>
    private const string FormulaStarts = "=+-@＝＋－＠";

    /// <inheritdoc/>
    public string Format => "csv";

    /// <inheritdoc/>
    public void Write(PerformanceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        output.Write(Encoding.UTF8.Preamble);
        output.Write(Encoding.UTF8.GetBytes(Write(report)));
    }

    /// <summary>The form as a string, without the byte order mark.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The comma-separated text; every record ends with CRLF.</returns>
    public static string Write(PerformanceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var sheet = FormComposer.Compose(report);
        var text = new StringBuilder();
        var merged = new (FormCell? Cell, int Left)[sheet.Widths.Count];
        foreach (var row in sheet.Rows)
        {
            var fields = Fields(row, merged);
            // A blank record would end the table.
            if (Array.TrueForAll(fields, f => f.Length == 0))
                continue;
            text.AppendJoin(',', fields).Append("\r\n");
        }

        return text.ToString();
    }

    private static string[] Fields(IReadOnlyList<FormCell> row, (FormCell? Cell, int Left)[] merged)
    {
        var fields = new string[merged.Length];
        Array.Fill(fields, "");
        foreach (var cell in row)
        {
            fields[cell.Column] = Field(cell);
            merged[cell.Column] = (cell.NamesGroup ? cell : null, cell.RowSpan);
        }

        for (var column = 0; column < fields.Length; column++)
        {
            var (group, left) = merged[column];
            if (group is not null && left > 0 && fields[column].Length == 0)
                fields[column] = Field(group);
            merged[column] = (group, left - 1);
        }

        return fields;
    }

    private static string Field(FormCell cell)
    {
        var text = cell.Number is null ? Guarded(cell.Text) : cell.Text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>The text with an apostrophe where it would be a formula, or where its own apostrophe would be taken for such a guard.</summary>
    private static string Guarded(string text)
    {
        var start = text.AsSpan().TrimStart('\'');
        return start.Length > 0 && FormulaStarts.Contains(start[0], StringComparison.Ordinal) && text.Length > 1 ? "'" + text : text;
    }
}
