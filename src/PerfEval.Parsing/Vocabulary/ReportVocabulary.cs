namespace PerfEval.Parsing.Vocabulary;

/// <summary>
/// The words by which reports are read: the library's own lists. Built once, never changed, handed along the path; words of what the library writes
/// (supplement, forms, pages) are not among them.
/// </summary>
internal sealed class ReportVocabulary
{
    private ReportVocabulary()
    {
        Sections = new SectionVocabulary(VocabularyFile.Layers("sections.json"));
        Labels = new LabelVocabulary(VocabularyFile.Layers("labels.json"));
        Columns = new ColumnVocabulary(VocabularyFile.Layers("columns.json"));
        Grades = new GradeVocabulary(VocabularyFile.Layers("grades.json"));
        Titles = new TitleVocabulary(VocabularyFile.Layers("titles.json"));
        Citations = new CitationVocabulary(VocabularyFile.Layers("citations.json"));
        Money = new MoneyVocabulary(VocabularyFile.Layers("money.json"));
        Outlines = new OutlineVocabulary(VocabularyFile.Layers("outline.json"));
    }

    /// <summary>The library's own words.</summary>
    public static ReportVocabulary Default { get; } = new();

    /// <summary>The words of headings.</summary>
    public SectionVocabulary Sections { get; }

    /// <summary>The labels of cover lines and form cells.</summary>
    public LabelVocabulary Labels { get; }

    /// <summary>The words of tables.</summary>
    public ColumnVocabulary Columns { get; }

    /// <summary>The words for grades.</summary>
    public GradeVocabulary Grades { get; }

    /// <summary>The words of titles.</summary>
    public TitleVocabulary Titles { get; }

    /// <summary>The words of citations.</summary>
    public CitationVocabulary Citations { get; }

    /// <summary>The words around amounts in prose.</summary>
    public MoneyVocabulary Money { get; }

    /// <summary>The chapters that outlines ask for.</summary>
    public OutlineVocabulary Outlines { get; }
}
