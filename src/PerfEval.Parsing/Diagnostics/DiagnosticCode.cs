namespace PerfEval.Parsing.Diagnostics;

/// <summary>
/// The closed list of what can be odd in a document: PE1xxx was found by a reader, PE2xxx while structuring, PE3xxx while extracting.
/// An id once given is never given another meaning.
/// </summary>
/// <param name="Id">The stable id.</param>
/// <param name="Name">The same as a name.</param>
/// <param name="Severity">How much it matters.</param>
public sealed record DiagnosticCode(string Id, string Name, DiagnosticSeverity Severity)
{
    /// <summary>Bytes do not decode in the encoding that was chosen; they were replaced by U+FFFD.</summary>
    public static DiagnosticCode EncodingDamaged { get; } = new("PE1001", nameof(EncodingDamaged), DiagnosticSeverity.Warning);

    /// <summary>Two encodings fit the bytes about as well; the likelier one was taken.</summary>
    public static DiagnosticCode EncodingUncertain { get; } = new("PE1002", nameof(EncodingUncertain), DiagnosticSeverity.Warning);

    /// <summary>Text had been decoded in a wrong encoding before it was stored, and was put right.</summary>
    public static DiagnosticCode TextRepaired { get; } = new("PE1003", nameof(TextRepaired), DiagnosticSeverity.Info);

    /// <summary>Text is unreadable although it could be decoded.</summary>
    public static DiagnosticCode TextGarbled { get; } = new("PE1004", nameof(TextGarbled), DiagnosticSeverity.Error);

    /// <summary>The file's name says another format than its content; the content was believed.</summary>
    public static DiagnosticCode ExtensionMismatch { get; } = new("PE1005", nameof(ExtensionMismatch), DiagnosticSeverity.Info);

    /// <summary>A zip entry's checksum does not fit its content.</summary>
    public static DiagnosticCode CrcMismatch { get; } = new("PE1010", nameof(CrcMismatch), DiagnosticSeverity.Error);

    /// <summary>A zip entry's content is longer or shorter than the archive says.</summary>
    public static DiagnosticCode LengthMismatch { get; } = new("PE1011", nameof(LengthMismatch), DiagnosticSeverity.Error);

    /// <summary>The archive's directory is damaged; the entries were found by their own headers.</summary>
    public static DiagnosticCode ArchiveSalvaged { get; } = new("PE1012", nameof(ArchiveSalvaged), DiagnosticSeverity.Error);

    /// <summary>A part that the document refers to is missing.</summary>
    public static DiagnosticCode PartMissing { get; } = new("PE1013", nameof(PartMissing), DiagnosticSeverity.Warning);

    /// <summary>A part's XML is malformed; what stands before the fault was read.</summary>
    public static DiagnosticCode XmlMalformed { get; } = new("PE1014", nameof(XmlMalformed), DiagnosticSeverity.Error);

    /// <summary>A document type declaration was skipped; nothing in it was processed.</summary>
    public static DiagnosticCode DtdPresent { get; } = new("PE1015", nameof(DtdPresent), DiagnosticSeverity.Info);

    /// <summary>Two entries of the archive bear the same name; the first was read.</summary>
    public static DiagnosticCode DuplicateEntry { get; } = new("PE1016", nameof(DuplicateEntry), DiagnosticSeverity.Warning);

    /// <summary>A limit was reached; what lies beyond it is missing.</summary>
    public static DiagnosticCode LimitReached { get; } = new("PE1020", nameof(LimitReached), DiagnosticSeverity.Error);

    /// <summary>A stream in the file is damaged; what could be decoded of it was read.</summary>
    public static DiagnosticCode StreamCorrupt { get; } = new("PE1021", nameof(StreamCorrupt), DiagnosticSeverity.Error);

    /// <summary>A stream is packed in a way that is not read; its content is missing.</summary>
    public static DiagnosticCode FilterUnsupported { get; } = new("PE1022", nameof(FilterUnsupported), DiagnosticSeverity.Error);

    /// <summary>A page is damaged or missing; its text, or the rest of it, is lost.</summary>
    public static DiagnosticCode PageUnreadable { get; } = new("PE1023", nameof(PageUnreadable), DiagnosticSeverity.Error);

    /// <summary>A font does not say which characters its glyphs are; they were replaced by U+FFFD.</summary>
    public static DiagnosticCode FontUnmapped { get; } = new("PE1024", nameof(FontUnmapped), DiagnosticSeverity.Error);

    /// <summary>A page holds only pictures.</summary>
    public static DiagnosticCode NoTextLayer { get; } = new("PE1030", nameof(NoTextLayer), DiagnosticSeverity.Error);

    /// <summary>Text that a line strikes out, as a printed draft shows deletions, was left out.</summary>
    public static DiagnosticCode StruckTextLeftOut { get; } = new("PE1031", nameof(StruckTextLeftOut), DiagnosticSeverity.Info);

    /// <summary>A list of reports says of a file that it could not be parsed: there is no report of it to read back.</summary>
    public static DiagnosticCode ReportMissing { get; } = new("PE1040", nameof(ReportMissing), DiagnosticSeverity.Error);

    /// <summary>Hidden sheets, rows or columns of a spreadsheet were left out: they are not printed.</summary>
    public static DiagnosticCode HiddenContentLeftOut { get; } = new("PE1032", nameof(HiddenContentLeftOut), DiagnosticSeverity.Info);

    /// <summary>Text before or between the reports of a carrier file belongs to none of them and was left out.</summary>
    public static DiagnosticCode CarrierTextLeftOut { get; } = new("PE2001", nameof(CarrierTextLeftOut), DiagnosticSeverity.Info);

    /// <summary>No heading was found: the whole text is one section.</summary>
    public static DiagnosticCode NoHeadings { get; } = new("PE2002", nameof(NoHeadings), DiagnosticSeverity.Info);

    /// <summary>A document number is malformed and was repaired.</summary>
    public static DiagnosticCode DocumentNumberRepaired { get; } = new("PE3001", nameof(DocumentNumberRepaired), DiagnosticSeverity.Info);

    /// <summary>A table looks like an indicator table but its columns could not be told.</summary>
    public static DiagnosticCode TableNotUnderstood { get; } = new("PE3002", nameof(TableNotUnderstood), DiagnosticSeverity.Warning);

    /// <summary>The document bears none of the signs of a performance-evaluation report.</summary>
    public static DiagnosticCode NotAReport { get; } = new("PE3003", nameof(NotAReport), DiagnosticSeverity.Warning);
}
