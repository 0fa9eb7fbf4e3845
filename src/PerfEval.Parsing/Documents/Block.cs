namespace PerfEval.Parsing.Documents;

/// <summary>What a block is for on the page, as far as the file format itself says.</summary>
public enum BlockRole
{
    /// <summary>Body text: everything a reader reads as the document.</summary>
    Body,

    /// <summary>Running head (页眉).</summary>
    Header,

    /// <summary>Running foot (页脚), page numbers included.</summary>
    Footer,

    /// <summary>A line of a table of contents (目录).</summary>
    TableOfContents,

    /// <summary>The text of a footnote or endnote (脚注、尾注), or of a comment on a PDF page (批注).</summary>
    Note,

    /// <summary>Text printed across or behind the page (水印).</summary>
    Watermark,
}

/// <summary>One piece of a document in reading order: a paragraph, a table, a figure or the end of a page.</summary>
public abstract record Block
{
    /// <summary>What the block is for; <see cref="BlockRole.Body"/> unless the file says otherwise.</summary>
    public BlockRole Role { get; init; }

    /// <summary>The page on which the block begins, 1-based; <see langword="null"/> where the format has no pages of its own.</summary>
    public int? Page { get; init; }

    /// <summary>Where the block begins in the file's own terms; <see langword="null"/> where the reader does not tell.</summary>
    /// <remarks>
    /// <list type="table">
    /// <item><term>docx</term><description><c>word/document.xml#12</c>: the part, and the twelfth of its elements <c>//w:p | //w:tbl</c> in document
    /// order, those in tables, text boxes, controls, notes and unread alternatives counted. A table inside a cell is part of the outermost one.</description></item>
    /// <item><term>html</term><description><c>p[12]</c>: the twelfth element <c>p</c> of the page, as <c>getElementsByTagName</c> counts.</description></item>
    /// <item><term>xlsx</term><description><c>xl/worksheets/sheet1.xml#B4</c>: the sheet's part, and the cell or the first place of the table's grid, which hidden rows and columns keep.</description></item>
    /// <item><term>csv</term><description><c>B4</c>, as in a sheet.</description></item>
    /// <item><term>txt, md</term><description><c>line 40</c>.</description></item>
    /// <item><term>pdf</term><description><c>page 3</c>.</description></item>
    /// </list>
    /// For people and for evidence; never parsed.
    /// </remarks>
    public string? Path { get; init; }

    /// <summary>Where the text stands on its pages; <see langword="null"/> where the format has no pages of its own.</summary>
    public TextLayout? Layout { get; init; }

    /// <summary>Where the text stands in a plain text file, line by line; <see langword="null"/> for other formats.</summary>
    public SourceLines? Lines { get; init; }

    /// <summary>What the block is, where the document declares its structure; see <see cref="SourceDocument.IsDeclared"/>.</summary>
    public DeclaredPart Declared { get; init; }

    /// <summary>The block's text; positions in evidence count UTF-16 units in it. Empty for figures and page ends.</summary>
    public abstract string Text { get; init; }
}

/// <summary>
/// A paragraph. <see cref="Text"/> is NFC, without leading and trailing white space and without converter artefacts;
/// soft breaks inside the paragraph are <c>\n</c>, a tab is <c>\t</c>.
/// </summary>
public sealed record Paragraph : Block
{
    /// <inheritdoc/>
    public override string Text { get; init; } = "";

    /// <summary>
    /// The label that automatic numbering prints before the text (<c>一、</c>, <c>（1）</c>, <c>●</c>), which is not part of <see cref="Text"/>;
    /// <see langword="null"/> where the paragraph is not numbered automatically.
    /// </summary>
    public string? Label { get; init; }

    /// <summary>How the paragraph looks; <see cref="TextStyle.Unknown"/> for plain text.</summary>
    public TextStyle Style { get; init; } = TextStyle.Unknown;

    /// <summary>How many characters at the start of <see cref="Text"/> are bold while the rest is not; 0 where no bold lead stands out.</summary>
    public int BoldLead { get; init; }

    /// <summary>Whether the paragraph begins with an indentation: typed (<c>　　</c>) or set by the format. Headings of plain text files often lack it.</summary>
    public bool Indented { get; init; }
}

/// <summary>A picture, chart or drawing without text.</summary>
public sealed record Figure : Block
{
    /// <inheritdoc/>
    public override string Text { get; init; } = "";
}

/// <summary>The end of a page or section that the author set by hand.</summary>
public sealed record PageBreak : Block
{
    /// <inheritdoc/>
    public override string Text { get; init; } = "";
}
