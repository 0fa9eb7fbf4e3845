namespace PerfEval.Parsing.Reading;

/// <summary>The formats that are told apart by their content. The names in JSON are the lower-case ones of the contract (<c>docx</c>, <c>txt</c> …).</summary>
public enum DocumentFormat
{
    /// <summary>None that is known.</summary>
    Unknown,

    /// <summary>Office Open XML text (.docx, .docm, .dotx; also as WPS Office writes it).</summary>
    Docx,

    /// <summary>PDF.</summary>
    Pdf,

    /// <summary>Plain text in any supported encoding.</summary>
    Txt,

    /// <summary>HTML, also a saved web page or Word's filtered HTML.</summary>
    Html,

    /// <summary>Legacy Word or WPS text in an OLE container (.doc, .wps).</summary>
    Doc,

    /// <summary>Legacy Excel in an OLE container (.xls, .et).</summary>
    Xls,

    /// <summary>Office Open XML spreadsheet.</summary>
    Xlsx,

    /// <summary>Office Open XML presentation.</summary>
    Pptx,

    /// <summary>OFD, the national fixed-layout format (GB/T 33190).</summary>
    Ofd,

    /// <summary>OpenDocument text.</summary>
    Odt,

    /// <summary>Rich Text Format.</summary>
    Rtf,

    /// <summary>A zip archive of something else.</summary>
    Zip,

    /// <summary>A rar or 7z archive.</summary>
    Archive,

    /// <summary>A picture (PNG, JPEG, TIFF, GIF, BMP).</summary>
    Image,

    /// <summary>An Office document under a password or rights management, in an OLE container.</summary>
    EncryptedOffice,

    /// <summary>A report in this library's own JSON form.</summary>
    Json,

    /// <summary>Comma-separated text (RFC 4180), as spreadsheets export it.</summary>
    Csv,

    /// <summary>Markdown as this library writes it (.md), told by its closing line; other Markdown is plain text.</summary>
    Md,
}
