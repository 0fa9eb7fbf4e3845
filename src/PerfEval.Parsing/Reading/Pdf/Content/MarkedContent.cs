namespace PerfEval.Parsing.Reading.Pdf.Content;

/// <summary>The marked content that is open (ISO 32000-1, 14.6): page furniture, hidden layers, replaced text, links to the structure.</summary>
internal sealed class MarkedContent(List<Glyph> glyphs)
{
    private readonly Stack<(bool Furniture, bool Hidden, int Id, string? Actual, int First)> _open = new();
    private int _furniture;
    private int _hidden;

    public bool IsFurniture => _furniture > 0;

    public bool IsHidden => _hidden > 0;

    /// <summary>The innermost id; -1 for none.</summary>
    public int Id { get; private set; } = -1;

    public int Depth => _open.Count;

    public void Begin(MarkedTag tag)
    {
        _open.Push((tag.IsFurniture, tag.IsHidden, Id, tag.ActualText, glyphs.Count));
        _furniture += tag.IsFurniture ? 1 : 0;
        _hidden += tag.IsHidden ? 1 : 0;
        Id = tag.Id ?? Id;
    }

    public void End()
    {
        if (!_open.TryPop(out var closed))
            return;
        _furniture -= closed.Furniture ? 1 : 0;
        _hidden -= closed.Hidden ? 1 : 0;
        Id = closed.Id;
        if (closed.Actual is { } text)
            Replace(closed.First, text);
    }

    /// <summary>Closes what a form left open.</summary>
    public void EndTo(int depth)
    {
        while (_open.Count > depth)
            End();
    }

    /// <summary>The text that the file gives in place of what the glyphs show: only for glyphs on one line, so that it has a place.</summary>
    private void Replace(int first, string text)
    {
        if (first >= glyphs.Count)
            return;
        var glyph = glyphs[first];
        var last = glyphs[^1];
        for (var i = first; i < glyphs.Count; i++)
            if (glyphs[i].Turn != glyph.Turn || Math.Abs(glyphs[i].X - glyph.X) > glyph.Size / 2 && Math.Abs(glyphs[i].Y - glyph.Y) > glyph.Size / 2)
                return;
        glyph.Text = text.Trim('\uFEFF', '\u200B', '\u00AD');
        glyph.Advance = Math.Max(glyph.Advance, Math.Abs(last.X - glyph.X) + Math.Abs(last.Y - glyph.Y) + last.Advance);
        glyphs.RemoveRange(first, glyphs.Count - first);
        if (glyph.Text.Length > 0)
            glyphs.Add(glyph);
    }
}
