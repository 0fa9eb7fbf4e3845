using System.Text.Json;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Vocabulary.Packs;

/// <summary>The shape of a pack: START HERE. Each part is that of the library's own list; what a field may be called is taken from there.</summary>
internal static class PackShapes
{
    private static readonly TextShape Word = new("A word as reports print it.");

    private static readonly TextShape Origin = new("Where the words come from.");

    private static readonly NameShape Kind = new("What a section is about.", "section kind", Names<SectionKind>());

    private static readonly ListShape Kinds = new("Kinds of sections.", Kind);

    /// <summary>The whole pack.</summary>
    public static ObjectShape Pack { get; } = Object(
        "Words of a region, a year or an office that the library's own lists do not have. A pack adds to them; where it says something else of a word, it wins.",
        new("$schema", new TextShape("The schema, for editors.")),
        new("name", new TextShape("What the pack is called."), true),
        new("origin", new TextShape("Where the words come from: the circular, the template, the reports."), true),
        new("region", new TextShape("Where reports use these words; information only.")),
        new("years", new ListShape("The budget years whose reports use them; information only.", new YearShape("A year."))),
        new("version", new TextShape("The pack's own version; information only.")),
        new("headings", Headings()),
        new("labels", Labels()),
        new("columns", Columns()),
        new("grades", Grades()),
        new("titles", Titles()),
        new("citations", Citations()),
        new("money", Money()),
        new("outline", Outline()));

    private static ObjectShape Headings() => Object(
        "The words of headings, without number, closing punctuation and notes in brackets.",
        new("sections", new ListShape("Whole headings and the kind that they name.", Object(
            "Headings of one kind.",
            new("kind", Kind, true),
            new("phrases", Words("The headings."), true),
            new("under", new ListShape("They name it only below sections of these kinds.", Kind)),
            new("notUnder", new ListShape("They do not name it below sections of these kinds.", Kind)),
            new("origin", Origin)))),
        new("joined", new ListShape("Whole headings that name several kinds.", Object(
            "A heading.", new("phrase", Word, true), new("kinds", Kinds, true), new("origin", Origin)))),
        new("none", Words("Whole headings that name none of the kinds.")),
        new("words", new ListShape("Words that name a kind only as a part of a joined heading (使用 in 到位及使用).", Object(
            "Words of one kind.", new("kind", Kind, true), new("words", Words("The words."), true), new("under", Kinds)))),
        new("idle", Words("Parts of a joined heading that name nothing of their own (原因分析).")),
        new("cores", new ListShape("Characters that tell the kind of a heading that is on no list, the strongest first.", Object(
            "Characters of one kind.",
            new("core", Word, true),
            new("kind", Kind, true),
            new("requires", new TextShape("Characters that must stand in the heading too.")),
            new("whole", new FlagShape("Whether they tell the kind of a heading that looks joined of several parts, too."))))));

    private static ObjectShape Labels() => new(
        "The labels of cover lines and form cells by the field whose value follows; ignored: labels of values that the model has no field for.", "field",
        [.. VocabularyFile.Element("labels.json", "fields").EnumerateObject().Select(f => new PackMember(f.Name, Words($"The labels of {f.Name}.")))]);

    private static ObjectShape Columns() => Object(
        "The words of tables, without white space and notes in brackets.",
        new("indicator", Heads("The heads of indicator tables.", "indicator")),
        new("funding", Heads("The heads of funding tables.", "funding")),
        new("totals", Words("The names of rows that are totals.")),
        new("blank", Words("What a value cell holds that says nothing.")),
        new("placeholders", Words("What a form prints where an indicator's name is to be filled in.")),
        new("dimensionTable", Object(
            "The heads of a table of the totals of first-level indicators.",
            new("names", Words("Above their names.")), new("marks", Words("Above their weights.")), new("scores", Words("Above their points.")))),
        new("objectives", Object(
            "The heads of a form's objectives.",
            new("expected", Words("Above what was expected.")), new("actual", Words("Above what became of it.")))),
        new("dimensions", Words("What stands in the names of first-level indicators.")));

    private static ListShape Heads(string about, string table) => new(about, Object(
        "The heads of one field.",
        new("field", new NameShape("The field of the cells below.", $"field of {table} tables", Fields("columns.json", table)), true),
        new("heads", Words("The heads.")),
        new("has", Words("Characters that tell the field of a head that is on no list."))));

    private static ObjectShape Grades() => Object(
        "The words for grades.",
        new PackMember("levels", new ObjectShape("The words by the level that they mean.", "level", [.. Names<GradeLevel>().Select(l => new PackMember(l, Words($"The words for {l}.")))]), true));

    private static ObjectShape Titles() => Object(
        "The words of titles.",
        new("endings", Words("What titles end with.")),
        new("subjects", Words("What stands in titles of reports on performance.")),
        new("carriers", Words("What stands in the title of a file that carries reports.")),
        new("furniture", Words("Lines near a title that belong to a template.")),
        new("contents", Words("What stands above a table of contents.")));

    private static ObjectShape Citations() => Object(
        "The words of citations in 《》.",
        new("endings", Words("How titles of policy documents end.")),
        new("notDocuments", Words("How titles end of what is no policy document.")),
        new("short", Words("Short forms that repeat a document named before.")));

    private static ObjectShape Money() => Object(
        "The words around amounts in prose.",
        new("fields", new ListShape("Words before an amount by the field that they name.", Object(
            "The words of one field.", new("field", new NameShape("The field.", "field of money", Fields("money.json", "fields")), true), new("words", Words("The words."), true)))),
        new("excluded", Words("Words that keep an amount from being the project's money.")),
        new("parts", Words("Words of one source or one use.")),
        new("lines", Object(
            "The names of sources of money.", new("sources", Words("How they begin.")), new("nouns", Words("What stands in them.")))));

    private static ObjectShape Outline() => Object(
        "The chapters that an outline asks for; the first that fits a report's mode and subject counts.",
        new PackMember("outlines", new ListShape("Outlines.", Object(
            "An outline.",
            new("modes", new ListShape("The modes of evaluation that it is for.", new NameShape("A mode.", "mode of evaluation", Names<EvaluationMode>())), true),
            new("subjects", new ListShape("The subjects that it is for.", new NameShape("A subject.", "subject", Names<ReportSubject>())), true),
            new("required", new ListShape("The chapters.", Object(
                "A chapter.", new("zh", new TextShape("Its name in Chinese, for the diagnostic."), true), new("kinds", Kinds, true))), true))), true));

    private static ObjectShape Object(string about, params PackMember[] members) => new(about, "property", members);

    private static ListShape Words(string about) => new(about, Word);

    private static string[] Names<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)];

    private static string[] Fields(string file, string list) =>
        [.. VocabularyFile.Element(file, list).EnumerateArray().Select(f => f.GetProperty("field").GetString()!).Distinct()];
}
