using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Reading;

/// <summary>What a file's extension says about its format.</summary>
internal static class FileNames
{
    private static readonly Dictionary<string, DocumentFormat> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        [".docx"] = DocumentFormat.Docx,
        [".docm"] = DocumentFormat.Docx,
        [".dotx"] = DocumentFormat.Docx,
        [".pdf"] = DocumentFormat.Pdf,
        [".txt"] = DocumentFormat.Txt,
        [".md"] = DocumentFormat.Md,
        [".html"] = DocumentFormat.Html,
        [".htm"] = DocumentFormat.Html,
        [".shtml"] = DocumentFormat.Html,
        [".doc"] = DocumentFormat.Doc,
        [".wps"] = DocumentFormat.Doc,
        [".xls"] = DocumentFormat.Xls,
        [".et"] = DocumentFormat.Xls,
        [".xlsx"] = DocumentFormat.Xlsx,
        [".xlsm"] = DocumentFormat.Xlsx,
        [".csv"] = DocumentFormat.Csv,
        [".pptx"] = DocumentFormat.Pptx,
        [".ofd"] = DocumentFormat.Ofd,
        [".odt"] = DocumentFormat.Odt,
        [".rtf"] = DocumentFormat.Rtf,
        [".zip"] = DocumentFormat.Zip,
        [".rar"] = DocumentFormat.Archive,
        [".7z"] = DocumentFormat.Archive,
        [".png"] = DocumentFormat.Image,
        [".jpg"] = DocumentFormat.Image,
        [".jpeg"] = DocumentFormat.Image,
        [".tif"] = DocumentFormat.Image,
        [".tiff"] = DocumentFormat.Image,
        [".gif"] = DocumentFormat.Image,
        [".bmp"] = DocumentFormat.Image,
    };

    /// <summary>Notes where the extension says another format than the content. An unknown or missing extension says nothing.</summary>
    public static void NoteMismatch(string? name, DocumentFormat format, DiagnosticLog log)
    {
        if (name is null || format == DocumentFormat.Unknown)
            return;
        var extension = Path.GetExtension(name);
        // An encrypted document keeps the extension of what is inside; Markdown is text.
        if (format != DocumentFormat.EncryptedOffice && Extensions.TryGetValue(extension, out var expected) && expected != format && (expected, format) != (DocumentFormat.Md, DocumentFormat.Txt))
            log.Add(DiagnosticCode.ExtensionMismatch, $"The name ends in {extension}, but the content is {format}; it was read as that.");
    }
}
