using DocumentFormat.OpenXml.Wordprocessing;

namespace PerfEval.Parsing.Writing.Docx;

/// <summary>A typeface of official papers, and what stands for it on machines that lack it.</summary>
/// <param name="Name">The East Asian font.</param>
/// <param name="Substitute">The font that every Chinese system has; <see langword="null"/> where <paramref name="Name"/> is such a one.</param>
internal sealed record Typeface(string Name, string? Substitute = null)
{
    /// <summary>The font of Latin letters and digits.</summary>
    public const string Latin = "Times New Roman";

    public static Typeface Title { get; } = new("方正小标宋简体", "宋体");

    public static Typeface Hei { get; } = new("黑体");

    public static Typeface Kai { get; } = new("楷体_GB2312", "楷体");

    public static Typeface Body { get; } = new("仿宋_GB2312", "仿宋");

    public static Typeface Song { get; } = new("宋体");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Typeface> All { get; } = [Title, Hei, Kai, Body, Song];

    /// <summary>The fonts of a run.</summary>
    public RunFonts ToFonts() => new() { Ascii = Latin, HighAnsi = Latin, EastAsia = Name, ComplexScript = Latin };
}
