using System.Text.Json;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>
/// The words by which reports are read: the library's own lists and those of packs over them. Built once, never changed, handed along the path; words of what
/// the library writes (supplement, forms, pages) are not among them.
/// </summary>
internal sealed class ReportVocabulary
{
    private ReportVocabulary(IReadOnlyList<VocabularyPack> packs)
    {
        Sections = new SectionVocabulary(Layers("headings", VocabularyFile.Element("sections.json")));
        Labels = new LabelVocabulary(Layers("labels", VocabularyFile.Element("labels.json", "fields")));
        Columns = new ColumnVocabulary(Layers("columns", VocabularyFile.Element("columns.json")));
        Grades = new GradeVocabulary(Layers("grades", VocabularyFile.Element("grades.json")));
        Titles = new TitleVocabulary(Layers("titles", VocabularyFile.Element("titles.json")));
        Citations = new CitationVocabulary(Layers("citations", VocabularyFile.Element("citations.json")));
        Money = new MoneyVocabulary(Layers("money", VocabularyFile.Element("money.json")));
        Outlines = new OutlineVocabulary(Layers("outline", VocabularyFile.Element("outline.json")));

        // The strongest first: the last pack, the packs before it, the library's own list.
        JsonElement[] Layers(string part, JsonElement own) => [.. packs.Reverse().Select(p => p.Part(part)).OfType<JsonElement>(), own];
    }

    /// <summary>The library's own words.</summary>
    public static ReportVocabulary Default { get; } = new([]);

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

    /// <summary>The library's own words with packs over them, the last of which is the strongest.</summary>
    public static ReportVocabulary Of(IReadOnlyList<VocabularyPack> packs) => packs.Count == 0 ? Default : new ReportVocabulary(packs);
}
