using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing.Pdf;

namespace PerfEval.Parsing.BenchmarkDocuments.Pdf;

/// <summary>The outlines of an embedded font.</summary>
public enum EmbeddedOutlines
{
    /// <summary>Type 0 with CFF outlines.</summary>
    Cff,

    /// <summary>Type 0 with TrueType outlines.</summary>
    TrueType,
}

/// <summary>A report as PDF with the used part of an installed font in it, by this library's writer.</summary>
public static class EmbeddedPdf
{
    private static readonly string[] CffFonts =
        ["NotoSerifCJK-Regular.ttc", "NotoSerifCJKsc-Regular.otf", "SourceHanSerifSC-Regular.otf", "SourceHanSerif.ttc", "NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Regular.otf", "NotoSerifCJK-Bold.ttc"];

    private static readonly string[] TrueTypeFonts =
        ["simfang.ttf", "simsun.ttc", "wqy-zenhei.ttc", "wqy-microhei.ttc", "uming.ttc", "ukai.ttc", "DroidSansFallbackFull.ttf", "Songti.ttc", "STFangsong.ttf"];

    /// <summary>The file.</summary>
    /// <param name="report">The report.</param>
    /// <param name="outlines">What kind of font.</param>
    /// <returns>Its bytes; <see langword="null"/> where no font of that kind is installed, or none that may be embedded.</returns>
    public static byte[]? Of(PerformanceReport report, EmbeddedOutlines outlines)
    {
        var names = outlines == EmbeddedOutlines.Cff ? CffFonts : TrueTypeFonts;
        var font = names.Select(Find).FirstOrDefault(path => path is not null);
        if (font is null)
            return null;
        try
        {
            using var output = new MemoryStream();
            new PdfReportWriter(new PdfWriterOptions { FontFile = font }).Write(report, output);
            return output.ToArray();
        }
        catch (UnwritableReportException)
        {
            return null;
        }
    }

    private static string? Find(string name)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        return Directories().Where(Directory.Exists).SelectMany(directory => Directory.EnumerateFiles(directory, name, options)).FirstOrDefault();
    }

    private static IEnumerable<string> Directories() =>
    [
        "/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts", Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
        Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local/share/fonts"),
    ];
}
