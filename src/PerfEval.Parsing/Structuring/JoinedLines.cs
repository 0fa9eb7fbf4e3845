using System.Text;

namespace PerfEval.Parsing.Structuring;

/// <summary>Joins the lines between soft breaks to one paragraph, however many they are; the section has the paragraph once the next thing begins.</summary>
internal sealed class JoinedLines
{
    private readonly StringBuilder _text = new();
    private readonly List<(int At, int Start)> _joins = [];
    private OutlineSection? _section;
    private OutlineBlock? _first;

    /// <summary>Adds a line to its paragraph, or begins one with it.</summary>
    public void Add(OutlineSection section, Line line, string text, int offset)
    {
        var start = line.Start + offset;
        if (_section == section && _first!.Block == line.Block)
        {
            if (_text.Length == 0)
                _text.Append(_first.Text);
            var at = _text.Length + 1;
            if (Position(at) != start)
                _joins.Add((at, start));
            _text.Append('\n').Append(text);
            return;
        }

        End();
        var label = offset == 0 ? line.Label ?? "" : "";
        (_section, _first) = (section, new OutlineBlock(line.Block, start, label + text) { LabelLength = label.Length });
        section.Add(_first);
    }

    /// <summary>Ends the paragraph, if one is open.</summary>
    public void End()
    {
        if (_first is not null && _text.Length > 0)
            _section!.ReplaceLast(_first with { Text = _text.ToString(), Joins = [.. _joins] });
        (_section, _first) = (null, null);
        _text.Clear();
        _joins.Clear();
    }

    private int Position(int at) => _joins.Count > 0 ? _joins[^1].Start + at - _joins[^1].At : _first!.Start + Math.Max(0, at - _first.LabelLength);
}
