namespace PerfEval.Parsing.Documents;

/// <summary>
/// A rectangle on a page, in points (1/72 inch) of the page's own coordinates: those in which a PDF gives its media box and annotations, before any
/// rotation for display; y grows upwards.
/// </summary>
/// <param name="Left">The least x.</param>
/// <param name="Bottom">The least y.</param>
/// <param name="Right">The greatest x.</param>
/// <param name="Top">The greatest y.</param>
public readonly record struct PageBox(double Left, double Bottom, double Right, double Top)
{
    /// <summary>The smallest rectangle around both.</summary>
    /// <param name="other">The other rectangle.</param>
    /// <returns>A rectangle that holds both.</returns>
    public PageBox Union(PageBox other) =>
        new(Math.Min(Left, other.Left), Math.Min(Bottom, other.Bottom), Math.Max(Right, other.Right), Math.Max(Top, other.Top));
}

/// <summary>A place on a page.</summary>
/// <param name="Page">The page, 1-based.</param>
/// <param name="Box">The rectangle on it.</param>
public readonly record struct PagePlace(int Page, PageBox Box);
