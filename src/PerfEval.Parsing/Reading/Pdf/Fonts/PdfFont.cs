namespace PerfEval.Parsing.Reading.Pdf.Fonts;

/// <summary>One character code as a font reads it.</summary>
/// <param name="Code">The code.</param>
/// <param name="Length">How many bytes it took, at least 1.</param>
/// <param name="Text">What it shows; U+FFFD where the file does not say.</param>
/// <param name="Width">Its advance in units of the font size.</param>
internal readonly record struct FontChar(int Code, int Length, string Text, double Width);

/// <summary>A font as its dictionary describes it: how to split a string into codes, what they show and how wide they are.</summary>
internal abstract class PdfFont(FontHead head)
{
    /// <summary>What stands for a code whose text is not known.</summary>
    public const string Unknown = "\uFFFD";

    /// <summary>No character is wider than this; a larger number is damage.</summary>
    private const double Widest = 8;

    /// <summary>Parts of the names of such faces: SimHei, STHeiti, FZHei, WenQuanYi Zen Hei, Microsoft YaHei, Source Han Sans, Noto Sans CJK.</summary>
    private static readonly List<string> HeavyFaces = ["黑", "Hei", "YaHei", "msyh", "SansCJK", "HanSans", "Gothic"];

    /// <summary>The font's name without the tag of a subset.</summary>
    public string Name { get; } = head.Name;

    public bool IsBold { get; } = head.IsBold;

    /// <summary>Whether it is a face of even strokes (黑体), which stands out from a text in 宋体, 仿宋 or 楷体.</summary>
    public bool IsHeavyFace { get; } = HeavyFaces.Exists(face => head.Name.Contains(face, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the glyphs run from top to bottom.</summary>
    public bool IsVertical { get; protected init; }

    /// <summary>Whether the codes may be bytes of GBK, of which each character takes two: a simple font that names no glyphs.</summary>
    public bool MayHoldGbk { get; protected init; }

    /// <summary>What was seen of the codes, to tell whether they are bytes of GBK.</summary>
    public GbkEvidence Gbk { get; } = new();

    /// <summary>Whether a stated width can be one.</summary>
    public static bool IsWidth(double width) => width is >= 0 and <= Widest;

    /// <summary>Reads the first code.</summary>
    /// <param name="bytes">The rest of a shown string; at least one byte.</param>
    public abstract FontChar Read(ReadOnlySpan<byte> bytes);
}

/// <summary>What a font's dictionaries say of it as a whole.</summary>
/// <param name="Name">The name without the tag of a subset.</param>
/// <param name="IsBold">Whether it is a bold face.</param>
internal sealed record FontHead(string Name, bool IsBold);

/// <summary>Strings of one character, each made once.</summary>
internal static class CharText
{
    private static readonly string?[] Made = new string?[char.MaxValue + 1];

    public static string Of(char c) => Made[c] ??= c.ToString();
}
