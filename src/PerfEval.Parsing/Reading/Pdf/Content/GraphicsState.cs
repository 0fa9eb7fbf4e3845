using PerfEval.Parsing.Reading.Pdf.Fonts;

namespace PerfEval.Parsing.Reading.Pdf.Content;

/// <summary>What q saves and Q restores, of what matters to text and lines (ISO 32000-1, 8.4 and 9.3).</summary>
internal struct GraphicsState
{
    public Matrix Transform;
    public PdfFont? Font;
    public short FontIndex;
    public double FontSize;
    public double CharSpacing;
    public double WordSpacing;
    public double Scale;
    public double Leading;
    public double Rise;
    public int RenderMode;

    /// <summary>How bright what is filled and stroked is: 0 for black, 1 for white.</summary>
    public double Fill;
    public double Stroke;

    public static GraphicsState Of(Matrix transform) => new() { Transform = transform, Scale = 1 };
}
