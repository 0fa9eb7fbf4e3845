using System.Text.RegularExpressions;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.TextTables;

/// <summary>The lines of a file as candidates for cells, with what the form's printed words say about each.</summary>
internal sealed partial class FormCells
{
    private readonly List<TextLine> _lines;
    private readonly List<int> _index = [];

    /// <summary>What is known of each cell's words, so that none is judged twice: the form is searched from many places.</summary>
    private readonly Words[] _words;

    public FormCells(List<TextLine> lines)
    {
        _lines = lines;
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Kind is LineKind.Prose or LineKind.Table or LineKind.Contents)
                _index.Add(i);
        _words = new Words[_index.Count];
    }

    public int Count => _index.Count;

    public string this[int cell] => _lines[_index[cell]].Text;

    /// <summary>The line on which a cell stands.</summary>
    public int Line(int cell) => _index[cell];

    /// <summary>The place of a cell's line, as that of a table's cell.</summary>
    public CellStretch Stretch(int cell, int index) => new(index, 0, _index[cell], _lines[_index[cell]].TextStart, this[cell].Length);

    /// <summary>Whether the line may be a cell at all: not taken, no heading of the text, no line of several labels.</summary>
    public bool IsCell(int cell) => _lines[_index[cell]].Kind == LineKind.Prose && Judge(cell).IsCell;

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

    /// <summary>Whether a block's label stands here, before the block's heads.</summary>
    public bool BeginsBlock(int cell) => Judge(cell).IsBlock && IsPairOfHeads(cell + 1);

    /// <summary>How many blank lines stand before the cell.</summary>
    public int BlanksBefore(int cell) => cell == 0 ? 0 : _index[cell] - _index[cell - 1] - 1;

    /// <summary>Whether two heads follow one another, the least that makes a row of heads.</summary>
    private bool IsPairOfHeads(int cell) => cell + 1 < Count && IsCell(cell) && IsCell(cell + 1) && Head(cell) is not null && Head(cell + 1) is not null;

    private Words Judge(int cell)
    {
        if (_words[cell] is { Known: true } known)
            return known;
        var text = this[cell];
        var line = _lines[_index[cell]];
        return _words[cell] = new Words(true, !line.HasTab && text.Length <= 1000 && !Heading().IsMatch(text) && !FormWords.IsTitle(text), FormWords.Head(text), FormWords.IsLabel(text), FormWords.IsBlock(text));
    }

    private readonly record struct Words(bool Known, bool IsCell, FormColumn? Head, bool IsLabel, bool IsBlock);

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}\s?[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章节部]|附[件表]\s?\d{0,2}\s?[：:])")]
    private static partial Regex Heading();
}
