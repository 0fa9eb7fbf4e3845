using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Reading;

/// <summary>What to tell a caller about a format for which there is no reader: why, and what can be done.</summary>
internal static class UnreadFormats
{
    private static readonly Dictionary<DocumentFormat, (UnreadableReason Reason, string Message)> Advice = new()
    {
        [DocumentFormat.Unknown] = (UnreadableReason.UnknownFormat, "The content is of no known format: it is neither a document nor text in a known encoding. Check that the file is complete."),
        [DocumentFormat.Doc] = Unsupported("a legacy Word or WPS document (.doc, .wps)", "Save it as .docx (LibreOffice: soffice --convert-to docx)."),
        [DocumentFormat.Xls] = Unsupported("a legacy spreadsheet (.xls, .et)", "Save it as .xlsx (LibreOffice: soffice --convert-to xlsx)."),
        [DocumentFormat.Xlsx] = Unsupported("a spreadsheet (.xlsx)", "Add a reader for spreadsheets to the readers of this parse."),
        [DocumentFormat.Pptx] = Unsupported("a presentation (.pptx)", "Save it as PDF."),
        [DocumentFormat.Ofd] = Unsupported("an OFD document", "Save it as PDF with an OFD viewer."),
        [DocumentFormat.Odt] = Unsupported("an OpenDocument text", "Save it as .docx (LibreOffice: soffice --convert-to docx)."),
        [DocumentFormat.Rtf] = Unsupported("Rich Text Format", "Save it as .docx (LibreOffice: soffice --convert-to docx)."),
        [DocumentFormat.Zip] = Unsupported("a zip archive", "Unpack it and read the files in it."),
        [DocumentFormat.Archive] = Unsupported("a rar or 7z archive", "Unpack it and read the files in it."),
        [DocumentFormat.Pdf] = Unsupported("a PDF", "Add a reader for PDF to the readers of this parse."),
        [DocumentFormat.Json] = Unsupported("a report in this library's own JSON form", "ReportParser reads it back; a set of document readers does not."),
        [DocumentFormat.Image] = (UnreadableReason.NoTextLayer, "The file is a picture: it has no text to read. Run OCR first."),
        [DocumentFormat.EncryptedOffice] = (UnreadableReason.Encrypted, "The document is protected by a password or by rights management. Save it without protection."),
    };

    /// <summary>The exception for a format that no reader reads.</summary>
    public static UnreadableDocumentException Refuse(DocumentFormat format)
    {
        var (reason, message) = Advice.TryGetValue(format, out var found)
            ? found
            : Unsupported(format.ToString(), "Add a reader for it to the readers of this parse.");
        return new UnreadableDocumentException(reason, message);
    }

    private static (UnreadableReason Reason, string Message) Unsupported(string what, string advice) =>
        (UnreadableReason.UnsupportedFormat, $"The file is {what}, which is not read. {advice}");
}
