using PerfEval.Parsing.Reading.Pdf.Fonts;

namespace PerfEval.Parsing.Reading.Pdf.Content;

/// <summary>The text object (ISO 32000-1, 9.4): keeps the text matrices and turns shown strings into glyphs.</summary>
internal sealed class TextShower(PageContent page, MarkedContent marked)
{
    private const int Invisible = 3;
    private const int FillAndStroke = 2;

    /// <summary>Ink at least as bright as this is a watermark's or cannot be seen.</summary>
    private const double Pale = 0.6;

    /// <summary>The place of a vertical glyph's origin above its baseline (DW2's default; ISO 32000-1, 9.7.4.3).</summary>
    private const double VerticalOrigin = 0.88;

    private Matrix _matrix = Matrix.Identity;
    private Matrix _line = Matrix.Identity;

    /// <summary>Whether what is shown is the text of a form field or annotation.</summary>
    public bool IsAnnotation { get; set; }

    public void Begin() => _matrix = _line = Matrix.Identity;

    public void NextLine(double x, double y) => _matrix = _line = _line.Moved(x, y);

    /// <summary>Executes an operator that moves the text or sets its state: the letter behind the T.</summary>
    public void Execute(byte name, in Operands o, ref GraphicsState state)
    {
        switch (name)
        {
            case (byte)'d' or (byte)'D' when o.Count >= 2:
                if (name == 'D')
                    state.Leading = -o.Last(0);
                NextLine(o.Last(1), o.Last(0));
                break;
            case (byte)'m' when o.Count >= 6:
                _matrix = _line = o.Matrix();
                break;
            case (byte)'*':
                NextLine(0, -state.Leading);
                break;
            case (byte)'c':
                state.CharSpacing = o.Last(0);
                break;
            case (byte)'w':
                state.WordSpacing = o.Last(0);
                break;
            case (byte)'z':
                state.Scale = o.Last(0) / 100;
                break;
            case (byte)'L':
                state.Leading = o.Last(0);
                break;
            case (byte)'s':
                state.Rise = o.Last(0);
                break;
            case (byte)'r':
                state.RenderMode = (int)o.Last(0);
                break;
        }
    }

    /// <summary>A number in a TJ array: thousandths of the font size, backwards.</summary>
    public void Adjust(double thousandths, in GraphicsState state)
    {
        var move = -thousandths / 1000 * state.FontSize;
        _matrix = state.Font is { IsVertical: true } ? _matrix.Moved(0, move) : _matrix.Moved(move * state.Scale, 0);
    }

    /// <summary>Shows a string.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="state">The graphics state.</param>
    /// <param name="most">The most glyphs that the page may have.</param>
    /// <returns>Whether all of it was shown.</returns>
    public bool Show(ReadOnlySpan<byte> bytes, in GraphicsState state, int most)
    {
        if (state.Font is not { } font)
        {
            page.BytesWithoutFont += marked.IsHidden ? 0 : bytes.Length;
            return true;
        }

        var combined = Matrix.Multiply(_matrix, state.Transform);
        var size = Math.Abs(state.FontSize) * Math.Sqrt(combined.C * combined.C + combined.D * combined.D);
        var along = Math.Sqrt(combined.A * combined.A + combined.B * combined.B);
        var (turn, traits) = (TurnOf(combined, state.FontSize), TraitsOf(state, font));
        var start = page.Glyphs.Count;
        while (!bytes.IsEmpty)
        {
            var c = font.Read(bytes);
            bytes = bytes[Math.Min(c.Length, bytes.Length)..];
            if (page.Glyphs.Count >= most)
                return false;
            Place(c, font, state, size, along, turn, traits);
            var spacing = state.CharSpacing + (c.Length == 1 && c.Code == 32 ? state.WordSpacing : 0);
            _matrix = font.IsVertical
                ? _matrix.Moved(0, -state.FontSize + spacing)
                : _matrix.Moved((c.Width * state.FontSize + spacing) * state.Scale, 0);
        }

        if (font.MayHoldGbk)
            Observe(font, start);
        return true;
    }

    private void Place(in FontChar c, PdfFont font, in GraphicsState state, double size, double along, byte turn, GlyphTraits traits)
    {
        var (dx, dy) = font.IsVertical ? (-c.Width / 2 * state.FontSize, -VerticalOrigin * state.FontSize) : (0, 0);
        var (x, y) = Matrix.Multiply(_matrix, state.Transform).Apply(dx, state.Rise + dy);
        if (marked.IsHidden || c.Text.Length == 0 || !(size > 0 && double.IsFinite(size) && double.IsFinite(along)) || !IsOnPage(x, y))
            return;
        page.Glyphs.Add(new Glyph
        {
            Text = c.Text,
            Code = c.Code,
            X = (float)x,
            Y = (float)y,
            // No glyph is wider than its page, whatever damage makes of the scale.
            Advance = (float)Math.Min(Math.Abs(c.Width * state.FontSize * state.Scale) * along, page.Box.Right - page.Box.Left + page.Box.Top - page.Box.Bottom),
            Size = (float)size,
            Font = state.FontIndex,
            Turn = turn,
            Traits = traits,
            ContentId = marked.Id,
        });
    }

    // What stands beyond the page's edge is not printed; half a point is rounding.
    private bool IsOnPage(double x, double y) =>
        x >= page.Box.Left - 0.5 && x <= page.Box.Right + 0.5 && y >= page.Box.Bottom - 0.5 && y <= page.Box.Top + 0.5;

    private GlyphTraits TraitsOf(in GraphicsState state, PdfFont font)
    {
        var traits = font.IsBold || state.RenderMode == FillAndStroke ? GlyphTraits.Bold : GlyphTraits.None;
        if (state.RenderMode == Invisible)
            traits |= GlyphTraits.Invisible;
        else if (state.Fill >= Pale)
            traits |= GlyphTraits.Pale;
        if (marked.IsFurniture)
            traits |= GlyphTraits.Furniture;
        return IsAnnotation ? traits | GlyphTraits.Annotation : traits;
    }

    private static byte TurnOf(in Matrix m, double fontSize)
    {
        var (x, y) = fontSize < 0 ? (-m.A, -m.B) : (m.A, m.B);
        // Three degrees off are a slanted stamp or watermark.
        const double Straight = 0.052;
        if (Math.Abs(y) <= Straight * Math.Abs(x))
            return (byte)(x >= 0 ? 0 : 2);
        if (Math.Abs(x) <= Straight * Math.Abs(y))
            return (byte)(y >= 0 ? 1 : 3);
        return Glyph.Slanted;
    }

    private void Observe(PdfFont font, int start)
    {
        for (var i = start; i < page.Glyphs.Count; i++)
        {
            if (page.Glyphs[i].Code < 0x80)
                continue;
            if (i + 1 < page.Glyphs.Count && GbkEvidence.Pair(page.Glyphs[i].Code, page.Glyphs[i + 1].Code) is { } pair)
            {
                font.Gbk.See(pair);
                i++;
            }
            else
            {
                font.Gbk.SeeSingle();
            }
        }
    }
}
