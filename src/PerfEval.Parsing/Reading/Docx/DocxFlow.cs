using System.Text;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>Where the content of a part goes: into the document's blocks or into a table's cell.</summary>
internal abstract class DocxFlow
{
    /// <summary>Whether all that is added now belongs to a table of contents.</summary>
    internal bool IsContents { get; set; }

    internal abstract void AddParagraph(ParagraphDraft draft, string? label);

    /// <param name="table">The table.</param>
    /// <param name="element">The number of its element in the part; see <see cref="Block.Path"/>.</param>
    internal abstract void AddTable(Table table, int element);

    /// <param name="part">What the paragraph of the figure declares it to be.</param>
    /// <param name="element">The number of the paragraph's element in the part.</param>
    internal abstract void AddFigure(DeclaredPart part, int element);

    /// <param name="element">The number of the paragraph's element in the part.</param>
    internal abstract void AddPageBreak(int element);
}

/// <summary>The blocks of one part.</summary>
internal sealed class BlockFlow(DocxOutput output, DocxTheme theme, string part, BlockRole role) : DocxFlow
{
    private static readonly PageBreak TakenBack = new();
    private TextStyle? _lastStyle;
    private int _sectionBreak = -1;
    private int _contentsStart;

    internal List<Block> Blocks { get; } = [];

    internal override void AddParagraph(ParagraphDraft draft, string? label)
    {
        if (draft.Style.Declares is { IsFigure: true })
            AddFigure(draft.Style.Part, draft.Element);
        else if (draft.HasText)
            AddText(draft, label);
    }

    private void AddText(ParagraphDraft draft, string? label)
    {
        var isContents = role == BlockRole.Body && (IsContents || draft.IsContents || draft.Style.IsContents);
        if (draft.ToParagraph(label, theme, _lastStyle, isContents ? BlockRole.TableOfContents : role, Path(draft.Element)) is not { } paragraph)
            return;
        _lastStyle = paragraph.Style;
        Add(paragraph);
    }

    internal override void AddTable(Table table, int element) =>
        Add(table with { Role = IsContents ? BlockRole.TableOfContents : role, Path = Path(element) });

    internal override void AddFigure(DeclaredPart part, int element) => Add(new Figure { Role = role, Path = Path(element), Declared = part });

    internal override void AddPageBreak(int element)
    {
        if (Blocks.Count > 0)
            Add(new PageBreak { Role = role, Path = Path(element) });
    }

    /// <summary>A section ends here. Whether the next one begins a page is said only at that one's end.</summary>
    internal void EndSection(int element)
    {
        var count = Blocks.Count;
        AddPageBreak(element);
        _sectionBreak = Blocks.Count > count ? count : -1;
    }

    /// <summary>The section being read begins on the page on which the one before ended.</summary>
    internal void TakeSectionBreakBack()
    {
        if (_sectionBreak >= 0)
            Blocks[_sectionBreak] = TakenBack;
        _sectionBreak = -1;
    }

    /// <summary>A field that prints a table of contents begins.</summary>
    internal void BeginContents() => _contentsStart = Blocks.Count;

    /// <summary>Ends the part.</summary>
    /// <param name="isContentsOpen">Its table of contents was never closed: only lines whose style says so are believed to be contents.</param>
    internal void Finish(bool isContentsOpen)
    {
        for (var i = _contentsStart; isContentsOpen && i < Blocks.Count; i++)
            if (Blocks[i] is Paragraph { Role: BlockRole.TableOfContents, Style.StyleName: var name } && !DocxStyles.IsContentsName(name ?? ""))
                Blocks[i] = Blocks[i] with { Role = role };
        Blocks.RemoveAll(b => ReferenceEquals(b, TakenBack));
    }

    private void Add(Block block)
    {
        if (output.Accept(block))
            Blocks.Add(block);
    }

    private string Path(int element) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{part}#{element}");
}

/// <summary>The text of one cell: its paragraphs, labels included, and the text of the tables in it.</summary>
internal sealed class CellFlow : DocxFlow
{
    private readonly StringBuilder _text = new();
    private List<Table>? _nested;
    private bool _isBegun;

    /// <summary>Whether the cell's table declares what it is: then its text stands line by line, blank lines too.</summary>
    internal bool IsDeclared { get; set; }

    /// <summary>Whether the place holds no cell.</summary>
    internal bool IsNoCell { get; private set; }

    internal string Text => IsDeclared ? _text.ToString().Trim() : _text.ToString();

    internal IReadOnlyList<Table> Nested => _nested is null ? [] : _nested;

    internal void Clear()
    {
        _text.Clear();
        _nested = null;
        (IsDeclared, IsNoCell, _isBegun) = (false, false, false);
    }

    internal override void AddParagraph(ParagraphDraft draft, string? label)
    {
        var text = draft.TakeText(out _);
        IsNoCell |= IsDeclared && text.Length == 0 && draft.Style.Declares is { IsNoCell: true };
        AddText(label, text);
    }

    internal override void AddTable(Table table, int element)
    {
        (_nested ??= []).Add(table);
        AddText(null, table.Text.Trim());
    }

    internal override void AddFigure(DeclaredPart part, int element)
    {
    }

    internal override void AddPageBreak(int element)
    {
    }

    private void AddText(string? label, string text)
    {
        if (text.Length == 0 && label is null && !IsDeclared)
            return;
        if (_text.Length > 0 || (IsDeclared && _isBegun))
            _text.Append('\n');
        _isBegun = true;
        _text.Append(label).Append(text);
    }
}

/// <summary>Counts what a document has given so far, and says when it is enough.</summary>
internal sealed class DocxOutput(ReadContext context)
{
    private int _blocks;
    private long _characters;
    private long _gathered;
    private long _cells;

    /// <summary>Whether a limit was reached: nothing more is read.</summary>
    internal bool IsFull { get; private set; }

    /// <summary>Whether a block may be added. What was begun before a limit was reached still may, if it fits.</summary>
    internal bool Accept(Block block)
    {
        if (_blocks + 1 > context.Limits.MaxBlocks)
            return Refuse(nameof(ParseLimits.MaxBlocks), context.Limits.MaxBlocks, "The document has more blocks than");
        if (_characters + block.Text.Length > context.Limits.MaxCharacters)
            return Refuse(nameof(ParseLimits.MaxCharacters), context.Limits.MaxCharacters, "The document has more characters than");
        _blocks++;
        _characters += block.Text.Length;
        return true;
    }

    /// <summary>Whether so much more text may be gathered for a block.</summary>
    internal bool AcceptText(int length)
    {
        _gathered += length;
        return !IsFull && (_gathered <= context.Limits.MaxCharacters
            || Refuse(nameof(ParseLimits.MaxCharacters), context.Limits.MaxCharacters, "The document has more characters than"));
    }

    /// <summary>Whether so many more places of tables may be filled; a cell fills as many as it spans columns.</summary>
    internal bool AcceptCells(int count)
    {
        _cells += count;
        return !IsFull && (_cells <= context.Limits.MaxCells
            || Refuse(nameof(ParseLimits.MaxCells), context.Limits.MaxCells, "The document has more table cells than"));
    }

    private bool Refuse(string limit, int value, string what)
    {
        if (!IsFull)
            context.Log.Reached(limit, value, what);
        IsFull = true;
        return false;
    }
}
