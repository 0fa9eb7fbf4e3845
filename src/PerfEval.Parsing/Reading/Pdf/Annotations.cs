using System.Globalization;
using PerfEval.Parsing.Reading.Pdf.Content;
using PerfEval.Parsing.Reading.Pdf.Files;
using PerfEval.Parsing.Reading.Pdf.Fonts;
using UglyToad.PdfPig.Tokens;

namespace PerfEval.Parsing.Reading.Pdf;

/// <summary>
/// The text of form fields and annotations (ISO 32000-1, 12.5 and 12.7), which page content does not hold: their appearances are drawn, and
/// where a field has none, its value is set into its rectangle.
/// </summary>
internal sealed class Annotations(PdfObjects objects, PageContent page, ContentInterpreter interpreter, PageResources resources, ReadContext context)
{
    private const int Hidden = 2;
    private const int NoView = 32;
    private const int DeepestField = 32;

    /// <summary>The font size of a value without an appearance: what fits a line of a form.</summary>
    private const double LargestValue = 10.5;

    public void Read(DictionaryToken pageDictionary)
    {
        if (!objects.TryGet<ArrayToken>(pageDictionary, "Annots", out var annotations))
            return;
        if (annotations.Length > context.Limits.MaxPageAnnotations)
            context.Log.Reached(nameof(ParseLimits.MaxPageAnnotations), context.Limits.MaxPageAnnotations, string.Create(CultureInfo.InvariantCulture, $"Page {page.Number} has more annotations than"));
        foreach (var token in context.Watch.Over(annotations.Data.Take(context.Limits.MaxPageAnnotations)))
            if (objects.TryGet<DictionaryToken>(token, out var annotation))
                ReadOne(annotation);
    }

    private void ReadOne(DictionaryToken annotation)
    {
        var flags = (int)(objects.Number(annotation, "F") ?? 0);
        if ((flags & (Hidden | NoView)) != 0 || !annotation.Data.TryGetValue("Rect", out var rectangle) || objects.Box(rectangle) is not { } box)
            return;
        switch (objects.Name(annotation, "Subtype"))
        {
            case "Widget":
                var before = page.Glyphs.Count;
                if (Appearance(annotation) is { } widget)
                    Draw(widget, box);
                if (page.Glyphs.Count == before && Value(annotation) is { } value)
                    SetValue(value, box);
                break;
            case "FreeText" or "Stamp":
                before = page.Glyphs.Count;
                if (Appearance(annotation) is { } appearance)
                    Draw(appearance, box);
                if (page.Glyphs.Count == before)
                    AddComment(annotation);
                break;
            case "Text" or "Highlight" or "Underline" or "Squiggly" or "StrikeOut" or "Caret":
                AddComment(annotation);
                break;
        }
    }

    private void AddComment(DictionaryToken annotation)
    {
        if (objects.Text(annotation, "Contents")?.Replace('\r', '\n').Trim() is { Length: > 0 } text)
            page.Comments.Add(PlainText.NormalText.Clean(text));
    }

    /// <summary>The appearance that is shown: of a choice, the one of its state.</summary>
    private StreamToken? Appearance(DictionaryToken annotation)
    {
        if (!objects.TryGet<DictionaryToken>(annotation, "AP", out var appearances) || !appearances.Data.TryGetValue("N", out var normal))
            return null;
        if (objects.TryGet<StreamToken>(normal, out var stream))
            return stream;
        return objects.TryGet<DictionaryToken>(normal, out var states) && objects.Name(annotation, "AS") is { } state
            && states.Data.TryGetValue(state, out var chosen) && objects.TryGet(chosen, out stream) ? stream : null;
    }

    /// <summary>Draws an appearance so that its box, turned by its matrix, fills the rectangle (ISO 32000-1, 12.5.5).</summary>
    private void Draw(StreamToken appearance, (double Left, double Bottom, double Right, double Top) rectangle)
    {
        var dictionary = appearance.StreamDictionary;
        var box = dictionary.Data.TryGetValue("BBox", out var token) ? objects.Box(token) : null;
        if (box is not { } b || b.Right - b.Left <= 0 || b.Top - b.Bottom <= 0)
            return;
        var matrix = Matrix.Identity;
        if (objects.TryGet<ArrayToken>(dictionary, "Matrix", out var m) && m.Length >= 6)
            matrix = new Matrix(Number(m, 0), Number(m, 1), Number(m, 2), Number(m, 3), Number(m, 4), Number(m, 5));
        var corners = new[] { matrix.Apply(b.Left, b.Bottom), matrix.Apply(b.Right, b.Bottom), matrix.Apply(b.Left, b.Top), matrix.Apply(b.Right, b.Top) };
        var (x0, x1, y0, y1) = (corners.Min(c => c.X), corners.Max(c => c.X), corners.Min(c => c.Y), corners.Max(c => c.Y));
        if (x1 - x0 <= 0 || y1 - y0 <= 0)
            return;
        var (sx, sy) = ((rectangle.Right - rectangle.Left) / (x1 - x0), (rectangle.Top - rectangle.Bottom) / (y1 - y0));
        // The form's own matrix is applied when it is run.
        interpreter.Draw(appearance, new Matrix(sx, 0, 0, sy, rectangle.Left - x0 * sx, rectangle.Bottom - y0 * sy), resources);
    }

    private double Number(ArrayToken array, int index) => objects.TryGet<NumericToken>(array[index], out var number) ? number.Double : 0;

    /// <summary>A field's value, its own or one of the fields above it.</summary>
    private string? Value(DictionaryToken field)
    {
        for (var depth = 0; depth < DeepestField; depth++)
        {
            if (objects.Text(field, "V") is { } text)
                return text;
            if (objects.TryGet<ArrayToken>(field, "V", out var chosen) && chosen.Length > 0)
                return string.Join("、", chosen.Data.Select(t => objects.Text(new DictionaryToken(new Dictionary<NameToken, IToken> { [NameToken.V] = t }), "V")).OfType<string>());
            if (!objects.TryGet<DictionaryToken>(field, "Parent", out var parent))
                return null;
            field = parent;
        }

        return null;
    }

    private void SetValue(string value, (double Left, double Bottom, double Right, double Top) box)
    {
        var lines = value.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        var size = Math.Min(LargestValue, (box.Top - box.Bottom) / lines.Length / 1.2);
        if (size <= 0)
            return;
        var font = (short)page.Fonts.Count;
        page.Fonts.Add(new SimpleFont(new FontHead("", false), null, new double[256], new LibraryFont(() => null), namesGlyphs: true));
        for (var row = 0; row < lines.Length; row++)
        {
            var x = box.Left + 2;
            foreach (var c in lines[row])
            {
                var advance = size * (PlainText.NormalText.IsWide(c) ? 1 : 0.5);
                page.Glyphs.Add(new Glyph
                {
                    Text = CharText.Of(c),
                    X = (float)x,
                    Y = (float)(box.Top - (row + 1) * 1.1 * size),
                    Advance = (float)advance,
                    Size = (float)size,
                    Font = font,
                    Traits = GlyphTraits.Annotation,
                    ContentId = -1,
                });
                x += advance;
            }
        }
    }
}
