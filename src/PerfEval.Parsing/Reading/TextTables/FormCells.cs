using System.Buffers;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.TextTables;

/// <summary>The lines of a file as candidates for cells, with what the form's printed words say about each.</summary>
internal sealed partial class FormCells
{
    private readonly List<TextLine> _lines;
    private readonly List<int> _index = [];

    /// <summary>What is known of each cell, so that none is judged twice: forms are searched from many places, and several kinds of them.</summary>
    private readonly Words?[] _words;
    private readonly bool?[] _fits;
    private readonly ReadContext _context;

    public FormCells(List<TextLine> lines, ReadContext context)
    {
        (_lines, _context) = (lines, context);
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Kind is LineKind.Prose or LineKind.Table or LineKind.Contents)
                _index.Add(i);
        (_words, _fits) = (new Words?[_index.Count], new bool?[_index.Count]);
    }

    public int Count => _index.Count;

    public string this[int cell] => _lines[_index[cell]].Text;

    /// <summary>The line on which a cell stands.</summary>
    public int Line(int cell) => _index[cell];

    /// <summary>The place of a cell's line, as that of a table's cell.</summary>
    public CellStretch Stretch(int cell, int index) => new(index, 0, _index[cell], _lines[_index[cell]].TextStart, this[cell].Length);

    /// <summary>Whether the line may be a cell at all: not taken, no heading of the text, no line of several labels.</summary>
    public bool IsCell(int cell) => _lines[_index[cell]].Kind == LineKind.Prose && (_fits[cell] ??= Fits(_lines[_index[cell]]));

    /// <summary>The column that the cell heads, if it heads one.</summary>
    public FormColumn? Head(int cell) => Judge(cell).Head;

    /// <summary>Whether the cell is a label after which a value follows.</summary>
    public bool IsLabel(int cell) => Judge(cell).IsLabel;

    /// <summary>The heads that begin at a cell, as far as they follow one another.</summary>
    public List<FormColumn> Heads(int cell)
    {
        var heads = new List<FormColumn>();
        for (var i = cell; i < Count && heads.Count < 30 && IsCell(i) && Head(i) is { } head; i++)
            heads.Add(head);
        return heads;
    }

    /// <summary>Whether something new begins at the cell: a label, a block's label or a row of heads.</summary>
    public bool IsStructural(int cell) => IsLabel(cell) || BeginsBlock(cell) || IsPairOfHeads(cell);

    /// <summary>Whether the cell is a block's label.</summary>
    public bool IsBlock(int cell) => Judge(cell).IsBlock;

    /// <summary>Whether a block's label stands here, before the block's heads.</summary>
    public bool BeginsBlock(int cell) => IsBlock(cell) && IsPairOfHeads(cell + 1);

    /// <summary>How many blank lines stand before the cell.</summary>
    public int BlanksBefore(int cell) => cell == 0 ? 0 : _index[cell] - _index[cell - 1] - 1;

    /// <summary>Whether two heads follow one another, the least that makes a row of heads.</summary>
    private bool IsPairOfHeads(int cell) => cell + 1 < Count && IsCell(cell) && IsCell(cell + 1) && Head(cell) is not null && Head(cell + 1) is not null;

    private Words Judge(int cell)
    {
        if (_words[cell] is { } known)
            return known;
        _context.Step();
        var text = this[cell];
        if (text.Length > FormWords.LongestHead)
            return (_words[cell] = default(Words)).Value;
        var bare = FormWords.Bare(text);
        return (_words[cell] = new Words(FormWords.Head(text, bare), FormWords.IsLabel(text, bare), FormWords.IsBlock(text, bare))).Value;
    }

    private static bool Fits(TextLine line) => !line.HasTab && line.Text.Length <= 1000 && !IsHeading(line.Text) && !FormWords.IsTitle(line.Text);

    private static bool IsHeading(string text) => text.Length > 0 && HeadingMarks.Contains(text[0]) && Heading().IsMatch(text);

    private readonly record struct Words(FormColumn? Head, bool IsLabel, bool IsBlock);

    /// <summary>What a heading's number begins with.</summary>
    private static readonly SearchValues<char> HeadingMarks = SearchValues.Create("一二三四五六七八九十（(第附");

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}\s?[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章节部]|附[件表]\s?\d{0,2}\s?[：:])")]
    private static partial Regex Heading();
}
