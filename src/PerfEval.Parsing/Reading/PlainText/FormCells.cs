using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Reading.PlainText;

/// <summary>The lines of a file as candidates for cells, with what the form's printed words say about each.</summary>
internal sealed partial class FormCells
{
    private readonly List<TextLine> _lines;
    private readonly List<int> _index = [];

    public FormCells(List<TextLine> lines)
    {
        _lines = lines;
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Kind is LineKind.Prose or LineKind.Table or LineKind.Contents)
                _index.Add(i);
    }

    public int Count => _index.Count;

    public string this[int cell] => _lines[_index[cell]].Text;

    /// <summary>The line on which a cell stands.</summary>
    public int Line(int cell) => _index[cell];

    /// <summary>Whether the line may be a cell at all: not taken, no heading of the text, no line of several labels.</summary>
    public bool IsCell(int cell) => _lines[_index[cell]] is { Kind: LineKind.Prose, HasTab: false, Text.Length: <= 1000 } line && !Heading().IsMatch(line.Text);

    /// <summary>The heads that begin at a cell, as far as they follow one another.</summary>
    public List<FormColumn> Heads(int cell)
    {
        var heads = new List<FormColumn>();
        for (var i = cell; i < Count && heads.Count < 30 && IsCell(i) && FormWords.Head(this[i]) is { } head; i++)
            heads.Add(head);
        return heads;
    }

    /// <summary>Whether something new begins at the cell: a label, a block's label or a row of heads.</summary>
    public bool IsStructural(int cell) => FormWords.IsLabel(this[cell]) || BeginsBlock(cell) || (FormWords.Head(this[cell]) is not null && Heads(cell).Count >= 2);

    /// <summary>Whether a block's label stands here, before the block's heads.</summary>
    public bool BeginsBlock(int cell) => FormWords.IsBlock(this[cell]) && cell + 1 < Count && Heads(cell + 1).Count >= 2;

    /// <summary>How many blank lines stand before the cell.</summary>
    public int BlanksBefore(int cell) => cell == 0 ? 0 : _index[cell] - _index[cell - 1] - 1;

    [GeneratedRegex(@"^(?:[一二三四五六七八九十]{1,3}\s?[、.．]|[（(][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[章节部]|附[件表]\s?\d{0,2}\s?[：:])")]
    private static partial Regex Heading();
}
