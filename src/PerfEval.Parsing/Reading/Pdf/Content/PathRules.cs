namespace PerfEval.Parsing.Reading.Pdf.Content;

/// <summary>
/// The path being built. Painted, it gives the lines that tables are made of: level and upright strokes, and filled shapes as thin as a line,
/// which is how browsers and print drivers draw borders.
/// </summary>
internal sealed class PathRules(List<Rule> rules)
{
    /// <summary>A filled shape is a line where it is no thicker than this, in points.</summary>
    private const double Thin = 3.5;

    /// <summary>How far a stroke may slope and still be level or upright.</summary>
    private const double Slope = 0.8;

    /// <summary>What is painted in a colour at least as bright as this cannot be seen on paper.</summary>
    private const double White = 0.97;

    private const int MostRules = 200_000;

    private readonly List<(double X0, double Y0, double X1, double Y1)> _strokes = [];
    private readonly List<(double X0, double Y0, double X1, double Y1)> _shapes = [];
    private (double X, double Y) _start;
    private (double X, double Y) _at;
    private (double X0, double Y0, double X1, double Y1) _bounds;
    private bool _open;

    public void MoveTo((double X, double Y) to)
    {
        EndShape();
        (_start, _at) = (to, to);
        _bounds = (to.X, to.Y, to.X, to.Y);
    }

    public void LineTo((double X, double Y) to)
    {
        if (_strokes.Count < MostRules)
            _strokes.Add((_at.X, _at.Y, to.X, to.Y));
        Reach(to);
    }

    /// <summary>A curve draws no table; only its reach counts.</summary>
    public void CurveTo((double X, double Y) to) => Reach(to);

    public void Close()
    {
        if (_open)
            LineTo(_start);
    }

    public void Rectangle(in Matrix transform, double x, double y, double width, double height)
    {
        MoveTo(transform.Apply(x, y));
        LineTo(transform.Apply(x + width, y));
        LineTo(transform.Apply(x + width, y + height));
        LineTo(transform.Apply(x, y + height));
        Close();
        EndShape();
    }

    public void Paint(bool stroke, bool fill, in GraphicsState state)
    {
        EndShape();
        if (stroke && state.Stroke < White)
            foreach (var (x0, y0, x1, y1) in _strokes)
                Add(x0, y0, x1, y1, thickness: Slope);
        if (fill && state.Fill < White)
            foreach (var (x0, y0, x1, y1) in _shapes)
                Add(x0, y0, x1, y1, Thin);
        Clear();
    }

    public void Clear()
    {
        _strokes.Clear();
        _shapes.Clear();
        _open = false;
    }

    private void Reach((double X, double Y) to)
    {
        _open = true;
        _at = to;
        _bounds = (Math.Min(_bounds.X0, to.X), Math.Min(_bounds.Y0, to.Y), Math.Max(_bounds.X1, to.X), Math.Max(_bounds.Y1, to.Y));
    }

    private void EndShape()
    {
        if (_open && _shapes.Count < MostRules)
            _shapes.Add(_bounds);
        _open = false;
    }

    private void Add(double x0, double y0, double x1, double y1, double thickness)
    {
        if (rules.Count >= MostRules || !double.IsFinite(x0 + y0 + x1 + y1))
            return;
        var (width, height) = (Math.Abs(x1 - x0), Math.Abs(y1 - y0));
        if (Math.Min(width, height) > thickness || Math.Max(width, height) <= 0)
            return;
        // Along the middle of its thickness.
        var (left, right, bottom, top) = (Math.Min(x0, x1), Math.Max(x0, x1), Math.Min(y0, y1), Math.Max(y0, y1));
        if (width >= height)
            bottom = top = (bottom + top) / 2;
        else
            left = right = (left + right) / 2;
        rules.Add(new Rule((float)left, (float)bottom, (float)right, (float)top));
    }
}
