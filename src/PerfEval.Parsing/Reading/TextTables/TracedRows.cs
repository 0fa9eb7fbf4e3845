using System.Text;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Reading.TextTables;

/// <summary>Rows while they are read from lines, with the place of each stretch of their cells.</summary>
internal sealed class TracedRows
{
    private readonly List<List<Draft>> _rows = [];
    private readonly List<bool> _headers = [];

    /// <summary>How many rows there are.</summary>
    public int Count => _rows.Count;

    /// <summary>Marks the first row as one of heads.</summary>
    public void MarkHead() => _headers[0] = true;

    /// <summary>Begins a row.</summary>
    public void BeginRow()
    {
        _rows.Add([]);
        _headers.Add(false);
    }

    /// <summary>The text so far of a cell of the row; cells come from left to right.</summary>
    public Draft Cell(int column)
    {
        if (column == _rows[^1].Count)
            _rows[^1].Add(new Draft());
        return _rows[^1][column];
    }

    /// <summary>The rows of cells.</summary>
    public List<TableRow> Rows()
    {
        var rows = new List<TableRow>(_rows.Count);
        foreach (var row in _rows)
        {
            var cells = new TableCell[row.Count];
            for (var i = 0; i < cells.Length; i++)
                cells[i] = new TableCell(row[i].Text);
            rows.Add(new TableRow(cells, _headers[rows.Count]));
        }

        return rows;
    }

    /// <summary>The stretches, cell by cell.</summary>
    public List<CellStretch> Stretches()
    {
        var stretches = new List<CellStretch>();
        var index = 0;
        foreach (var row in _rows)
            foreach (var cell in row)
                cell.AddStretches(stretches, index++);

        return stretches;
    }

    /// <summary>A cell while it is read.</summary>
    internal sealed class Draft
    {
        // Most cells are one stretch.
        private CellStretch? _first;
        private List<CellStretch>? _others;
        private StringBuilder? _joined;
        private string _text = "";

        /// <summary>The text so far.</summary>
        public string Text => _joined?.ToString() ?? _text;

        /// <summary>Whether there is no text yet.</summary>
        public bool IsEmpty => _first is null;

        /// <summary>The last character.</summary>
        public char Last => _joined?[^1] ?? _text[^1];

        /// <summary>Adds characters of a line.</summary>
        /// <param name="text">The line's text.</param>
        /// <param name="from">The first of them.</param>
        /// <param name="to">The position after the last.</param>
        /// <param name="line">The line's index.</param>
        /// <param name="column">Where the given text begins on the line.</param>
        public void Append(string text, int from, int to, int line, int column = 0)
        {
            if (from == to)
                return;
            var at = _joined?.Length ?? _text.Length;
            var stretch = new CellStretch(0, at, line, column + from, to - from);
            if (_first is null)
                _first = stretch;
            else
                (_others ??= []).Add(stretch);
            if (at == 0)
                _text = text[from..to];
            else
                (_joined ??= new StringBuilder(_text)).Append(text, from, to - from);
        }

        /// <summary>Adds its stretches to those of a table, in order.</summary>
        /// <param name="stretches">The stretches of the cells before it.</param>
        /// <param name="index">Which of the table's cells it is.</param>
        public void AddStretches(List<CellStretch> stretches, int index)
        {
            if (_first is { } first)
                stretches.Add(first with { Cell = index });
            foreach (var other in _others ?? [])
                stretches.Add(other with { Cell = index });
        }

        /// <summary>Adds what stands in no line: a space or line feed between the lines of a cell.</summary>
        public void Append(char between) => (_joined ??= new StringBuilder(_text)).Append(between);
    }
}
