namespace PerfEval.Parsing.Diagnostics;

/// <summary>
/// The closed list of what can be odd in a document: PE1xxx was found by a reader, PE2xxx while structuring, PE3xxx while extracting,
/// PE4xxx by setting the report's values against each other.
/// docs/diagnostics.md explains each. An id once given is never given another meaning.
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

    /// <summary>An extractor of the caller's own threw an exception; what it reads is missing, everything else stands.</summary>
    public static DiagnosticCode ExtractorFailed { get; } = new("PE3010", nameof(ExtractorFailed), DiagnosticSeverity.Error);

    /// <summary>The indicators' points do not come to the score, though their weights come to the full mark.</summary>
    public static DiagnosticCode ScoreSumDiffers { get; } = new("PE4001", nameof(ScoreSumDiffers), DiagnosticSeverity.Warning);

    /// <summary>The dimensions' points do not come to the score, though their weights come to the full mark.</summary>
    public static DiagnosticCode DimensionSumDiffers { get; } = new("PE4002", nameof(DimensionSumDiffers), DiagnosticSeverity.Warning);

    /// <summary>The points of a dimension's indicators do not come to the dimension's score.</summary>
    public static DiagnosticCode DimensionScoreDiffers { get; } = new("PE4003", nameof(DimensionScoreDiffers), DiagnosticSeverity.Warning);

    /// <summary>The indicators' weights do not come to the full mark.</summary>
    public static DiagnosticCode WeightSumDiffers { get; } = new("PE4004", nameof(WeightSumDiffers), DiagnosticSeverity.Warning);

    /// <summary>The dimensions' weights do not come to the full mark.</summary>
    public static DiagnosticCode DimensionWeightSumDiffers { get; } = new("PE4005", nameof(DimensionWeightSumDiffers), DiagnosticSeverity.Warning);

    /// <summary>The weights of a dimension's indicators do not come to the dimension's weight.</summary>
    public static DiagnosticCode DimensionWeightDiffers { get; } = new("PE4006", nameof(DimensionWeightDiffers), DiagnosticSeverity.Warning);

    /// <summary>Something has more points than its full mark.</summary>
    public static DiagnosticCode ScoreAboveFullMark { get; } = new("PE4007", nameof(ScoreAboveFullMark), DiagnosticSeverity.Warning);

    /// <summary>The stated grade is not the one that the score has by the scale.</summary>
    public static DiagnosticCode GradeContradictsScore { get; } = new("PE4010", nameof(GradeContradictsScore), DiagnosticSeverity.Warning);

    /// <summary>The score stands exactly on a bound of the scale, and the report does not say to which grade the bound belongs.</summary>
    public static DiagnosticCode GradeBoundUnstated { get; } = new("PE4011", nameof(GradeBoundUnstated), DiagnosticSeverity.Info);

    /// <summary>The report states no grade; its score would give one. The value stays empty.</summary>
    public static DiagnosticCode GradeDerivable { get; } = new("PE4012", nameof(GradeDerivable), DiagnosticSeverity.Info);

    /// <summary>The overall score is stated several times, with different values.</summary>
    public static DiagnosticCode ScoreStatementsDiffer { get; } = new("PE4020", nameof(ScoreStatementsDiffer), DiagnosticSeverity.Warning);

    /// <summary>The grade is stated several times, with different values.</summary>
    public static DiagnosticCode GradeStatementsDiffer { get; } = new("PE4021", nameof(GradeStatementsDiffer), DiagnosticSeverity.Warning);

    /// <summary>The stated execution rate is not what was spent of the budget or of the money received.</summary>
    public static DiagnosticCode ExecutionRateDiffers { get; } = new("PE4030", nameof(ExecutionRateDiffers), DiagnosticSeverity.Warning);

    /// <summary>The sources or uses of the money do not come to the total.</summary>
    public static DiagnosticCode FundingSumDiffers { get; } = new("PE4031", nameof(FundingSumDiffers), DiagnosticSeverity.Warning);

    /// <summary>The points for the execution rate are not the rate times its weight.</summary>
    public static DiagnosticCode ExecutionScoreDiffers { get; } = new("PE4032", nameof(ExecutionScoreDiffers), DiagnosticSeverity.Warning);

    /// <summary>More was spent than was budgeted or received.</summary>
    public static DiagnosticCode SpentExceedsFunds { get; } = new("PE4033", nameof(SpentExceedsFunds), DiagnosticSeverity.Info);

    /// <summary>The report is dated before the evaluated year begins.</summary>
    public static DiagnosticCode ReportBeforeEvaluatedYear { get; } = new("PE4040", nameof(ReportBeforeEvaluatedYear), DiagnosticSeverity.Warning);

    /// <summary>Some of the evaluated years come after the report's date, as in an evaluation half way.</summary>
    public static DiagnosticCode YearAfterReport { get; } = new("PE4041", nameof(YearAfterReport), DiagnosticSeverity.Info);

    /// <summary>The report is dated more than five years after the last evaluated year.</summary>
    public static DiagnosticCode ReportLate { get; } = new("PE4042", nameof(ReportLate), DiagnosticSeverity.Info);

    /// <summary>A year is out of the range in which such reports are written.</summary>
    public static DiagnosticCode YearImplausible { get; } = new("PE4043", nameof(YearImplausible), DiagnosticSeverity.Warning);

    /// <summary>The evaluated years leave others out between them.</summary>
    public static DiagnosticCode YearsNotContiguous { get; } = new("PE4044", nameof(YearsNotContiguous), DiagnosticSeverity.Info);

    /// <summary>A document is cited whose number is of a later year than the report.</summary>
    public static DiagnosticCode CitationAfterReport { get; } = new("PE4045", nameof(CitationAfterReport), DiagnosticSeverity.Warning);

    /// <summary>A number is missing between two headings.</summary>
    public static DiagnosticCode HeadingNumberSkipped { get; } = new("PE4050", nameof(HeadingNumberSkipped), DiagnosticSeverity.Warning);

    /// <summary>Two headings in a row bear the same number.</summary>
    public static DiagnosticCode HeadingNumberRepeated { get; } = new("PE4051", nameof(HeadingNumberRepeated), DiagnosticSeverity.Warning);

    /// <summary>A heading between two numbered ones lost its number.</summary>
    public static DiagnosticCode HeadingNumberLost { get; } = new("PE4052", nameof(HeadingNumberLost), DiagnosticSeverity.Info);

    /// <summary>A title mark, 《 or 》, has no partner.</summary>
    public static DiagnosticCode TitleMarksUnpaired { get; } = new("PE4060", nameof(TitleMarksUnpaired), DiagnosticSeverity.Warning);

    /// <summary>Something looks like a document number but could not be read as one.</summary>
    public static DiagnosticCode DocumentNumberMalformed { get; } = new("PE4061", nameof(DocumentNumberMalformed), DiagnosticSeverity.Warning);

    /// <summary>The same document number is cited with two titles.</summary>
    public static DiagnosticCode DocumentNumberShared { get; } = new("PE4062", nameof(DocumentNumberShared), DiagnosticSeverity.Warning);

    /// <summary>Chapters that the official outline asks for were not found.</summary>
    public static DiagnosticCode RequiredSectionsMissing { get; } = new("PE4070", nameof(RequiredSectionsMissing), DiagnosticSeverity.Info);

    /// <summary>A section that the official outline asks for has no content.</summary>
    public static DiagnosticCode RequiredSectionEmpty { get; } = new("PE4071", nameof(RequiredSectionEmpty), DiagnosticSeverity.Warning);

    /// <summary>What it is in a few words, in English; the name for a code that is not of this list.</summary>
    public string Title => DiagnosticTexts.Of(Id)?.Title ?? Name;

    /// <summary>What it is in a few words, in Chinese; the name for a code that is not of this list.</summary>
    public string TitleZh => DiagnosticTexts.Of(Id)?.TitleZh ?? Name;
}
