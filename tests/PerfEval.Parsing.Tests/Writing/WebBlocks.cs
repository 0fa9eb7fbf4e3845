using System.Globalization;
using CsCheck;
using PerfEval.Parsing.Composing;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Tests.Writing;

/// <summary>Generated blocks of written reports, with all the text that HTML and Markdown could take for something else.</summary>
internal static class WebBlocks
{
    private static readonly string[] Fragments =
    [
        "正文", "资金12.5万元", "一、", "1.", "1. ", "2) ", "（一）", "- ", "+ ", "* ", "*", "**", "# ", "#", " ##", "> ", ">", "---", "===", "***", "___", "```", "~~~", "`a`", "|", " | ", "| --- |", ":--", "--- | ---", ": ", "\\", "\\n",
        "<", "<br>", "<table>", "</td>", "</article>", "<!--", "&", "&amp;", "&#65;", "&lt;", "[a](b)", "![x](y)", "[^1]", "[ ]", "_a_", "a_b", "__", "$x$", "~~x~~", "~", "\t", "  ", "   ", "\n", "\n\n", "\u3000", "（图略）", "*（图略）*", "表1 资金表",
        "— 1 —", "第一章 总则……5", "😀", "𠮷", "é", "e\u0301", "\u200B", "\u2028", "\u00AD", "\u0085", "\r", "\u00A0", "\f", "<p class=\"x\">", "'", "\"", "%PDF-1.7", "{\\rtf", "https://a.cn/x_y?a=1&b=2", "www.a.cn", "%", "^", "@", "!", "{#id}", "=",
        FormatVocabulary.Default.Markdown, "\n " + FormatVocabulary.Default.Text, "附：报告要素补充表", "目录", string.Concat(Enumerable.Repeat("长单元格，", 600)),
    ];

    public static Gen<string> Text { get; } = Gen.Int[0, Fragments.Length - 1].Array[1, 7].Select(parts => ComposedText.Normal(string.Concat(parts.Select(i => Fragments[i])))).Where(text => text.Length > 0);

    private static Gen<string> CellText { get; } = Gen.Frequency((1, Gen.Const("")), (4, Text));

    private static Gen<Table> Regular { get; } =
        from columns in Gen.Int[1, 4]
        from rows in CellText.Array[columns].Array[1, 4]
        select new Table([.. rows.Select(row => new TableRow([.. row.Select(text => new TableCell(text))]))]);

    private static Gen<Table> Merged { get; } =
        Gen.Select(CellText, Gen.Int[1, 3], Gen.Int[1, 3], (text, rows, columns) => new TableCell(text, rows, columns)).Array[0, 4].Array[1, 5]
            .Select(rows => new Table([.. rows.Select(row => new TableRow(row))]));

    private static Gen<Table> AnyTable { get; } = Gen.OneOf(Regular, Merged);

    public static Gen<List<Block>> Report { get; } =
        from title in Text.Array[0, 1]
        from cover in Part(DeclaredPart.Cover).Array[0, 3]
        from body in Gen.Frequency((2, Heading()), (5, Part(DeclaredPart.Content))).Array[1, 12]
        from signature in Text.Array[0, 2]
        from supplement in Supplement().Array[0, 1]
        select (List<Block>)
        [
            .. title.Select(text => new Paragraph { Text = text, Declared = DeclaredPart.Title }),
            .. cover.SelectMany(b => b),
            .. body.SelectMany(b => b),
            .. signature.Select(text => new Paragraph { Text = text, Declared = DeclaredPart.Signature }),
            .. supplement.SelectMany(b => b),
        ];

    /// <summary>All that must survive of a block.</summary>
    public static string Show(Block block)
    {
        var level = block is Paragraph { Declared: DeclaredPart.Heading or DeclaredPart.Supplement } paragraph ? paragraph.Style.OutlineLevel : null;
        var cells = block is Table table ? string.Join('/', table.Rows.Select(row => string.Join(',', row.Cells.Select(c => $"{c.RowSpan}x{c.ColumnSpan}:{c.Text.Length}")))) : "";
        return string.Create(CultureInfo.InvariantCulture, $"{block.GetType().Name} {block.Declared} {level} {cells} {block.Text}");
    }

    private static Gen<Block[]> Heading() =>
        from text in Text
        from level in Gen.Int[1, 5]
        select (Block[])[new Paragraph { Text = text, Declared = DeclaredPart.Heading, Style = new TextStyle { OutlineLevel = level } }];

    private static Gen<Block[]> Part(DeclaredPart part) => Gen.OneOf(
        Text.Select(text => (Block[])[new Paragraph { Text = text, Declared = part }]),
        AnyTable.Select(table => (Block[])[table with { Declared = part }]),
        Gen.Select(Text, AnyTable, (caption, table) => (Block[])[new Paragraph { Text = caption, Declared = DeclaredPart.Caption }, table with { Declared = part }]),
        Gen.Const((Block[])[new Figure { Declared = part }]));

    private static Gen<Block[]> Supplement() =>
        from tables in Gen.Select(Text, Regular).Array[1, 3]
        select (Block[])
        [
            Supplementary("附：报告要素补充表", 1), Supplementary("以本表为准。", null),
            .. tables.SelectMany(t => (Block[])[Supplementary(t.Item1, 2), t.Item2 with { Declared = DeclaredPart.Supplement }]),
        ];

    private static Paragraph Supplementary(string text, int? level) => new() { Text = text, Declared = DeclaredPart.Supplement, Style = new TextStyle { OutlineLevel = level } };
}
