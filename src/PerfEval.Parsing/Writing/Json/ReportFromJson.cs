using System.Text.Json;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Writing.Json;

/// <summary>
/// A report from its JSON object, member by member. The serializer is not used for this: it gives a missing member null instead of the model's
/// own default, and refuses a word that a newer version added.
/// </summary>
internal static class ReportFromJson
{
    /// <summary>Reads a report of any version that can be read.</summary>
    /// <exception cref="JsonException">It is no report, or of another major version.</exception>
    public static PerformanceReport Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("schemaVersion", out var stated))
            throw new JsonException("The JSON is not that of a report: it must be an object with a schemaVersion.");
        if (stated.ValueKind != JsonValueKind.String)
            throw new JsonException("/schemaVersion must be text, such as \"1\".");
        return Report(new JsonPlace(root, ModelVersion.ParseReadable(stated.GetString()!).IsNewer));
    }

    // What has been read is of this library's version, whatever the file's was: SchemaVersion keeps its default.
    private static PerformanceReport Report(JsonPlace json) => new()
    {
        Source = json.Member("source")?.As(Source) ?? new(),
        Title = json.Member("title")?.Text(),
        Subject = json.Member("subject")?.Word<ReportSubject>() ?? ReportSubject.Unknown,
        Mode = json.Member("mode")?.Word<EvaluationMode>() ?? EvaluationMode.Unknown,
        Form = json.Member("form")?.Word<ReportForm>() ?? ReportForm.Report,
        FiscalYears = [.. json.Items("fiscalYears").Select(year => year.Whole())],
        ProjectName = json.Member("projectName")?.Text(),
        EvaluatedUnit = json.Member("evaluatedUnit")?.Text(),
        CompetentDepartment = json.Member("competentDepartment")?.Text(),
        Commissioner = json.Member("commissioner")?.Text(),
        Evaluator = json.Member("evaluator")?.Text(),
        ReportDate = json.Member("reportDate")?.Date(),
        Score = json.Member("score")?.As(Score),
        SelfScore = json.Member("selfScore")?.As(Score),
        Grade = json.Member("grade")?.As(Grade),
        DimensionScores = [.. json.Items("dimensionScores").Select(DimensionScore)],
        Funding = json.Member("funding")?.As(Funding),
        Indicators = [.. json.Items("indicators").Select(Indicator)],
        Objectives = json.Member("objectives")?.As(Objectives),
        Citations = [.. json.Items("citations").Select(Citation)],
        Achievements = [.. json.Items("achievements").Select(Item)],
        Experiences = [.. json.Items("experiences").Select(Item)],
        Problems = [.. json.Items("problems").Select(Item)],
        Recommendations = [.. json.Items("recommendations").Select(Item)],
        Facts = [.. json.Items("facts").Select(Fact)],
        Sections = [.. json.Items("sections").Select(SectionsFromJson.Section)],
        Evidence = [.. json.Member("evidence")?.Members().Select(entry => new EvidenceEntry(entry.Name, EvidenceFromJson.Evidence(entry.Value))) ?? []],
        Diagnostics = [.. json.Items("diagnostics").Select(EvidenceFromJson.Diagnostic)],
    };

    private static ReportSource Source(JsonPlace json) => new()
    {
        Path = json.Member("path")?.Text(),
        Format = json.Member("format")?.Text(),
        Sha256 = json.Member("sha256")?.Text(),
        Length = json.Member("length")?.Long(),
        Pages = json.Member("pages")?.Whole(),
        Encoding = json.Member("encoding")?.Text(),
        Method = json.Member("method")?.Word<ReadingMethod>() ?? ReadingMethod.Text,
        Part = json.Member("part")?.Whole(),
        Parts = json.Member("parts")?.Whole(),
        Metadata = [.. json.Items("metadata").Select(pair => new SourceMetadata(pair.Required("name").Text(), pair.Required("value").Text()))],
    };

    private static Score Score(JsonPlace json) => new(json.Required("value").Number(), json.Required("fullMark").Number());

    private static Grade Grade(JsonPlace json) => new(json.Required("raw").Text(), json.Member("level")?.Word<GradeLevel>());

    private static DimensionScore DimensionScore(JsonPlace json) =>
        new(json.Required("name").Text(), json.Member("fullMark")?.Number(), json.Member("score")?.Number());

    private static Funding Funding(JsonPlace json) => new()
    {
        InitialBudget = json.Member("initialBudget")?.Number(),
        Budget = json.Member("budget")?.Number(),
        Received = json.Member("received")?.Number(),
        Spent = json.Member("spent")?.Number(),
        ExecutionRate = json.Member("executionRate")?.Number(),
        FullMark = json.Member("fullMark")?.Number(),
        Score = json.Member("score")?.Number(),
        Lines = [.. json.Items("lines").Select(FundingLine)],
    };

    private static FundingLine FundingLine(JsonPlace json) => new()
    {
        Name = json.Required("name").Text(),
        InitialBudget = json.Member("initialBudget")?.Number(),
        Budget = json.Member("budget")?.Number(),
        Received = json.Member("received")?.Number(),
        Spent = json.Member("spent")?.Number(),
        ExecutionRate = json.Member("executionRate")?.Number(),
        FullMark = json.Member("fullMark")?.Number(),
        Score = json.Member("score")?.Number(),
    };

    private static Indicator Indicator(JsonPlace json) => new()
    {
        Level1 = json.Member("level1")?.Text(),
        Level2 = json.Member("level2")?.Text(),
        Level3 = json.Member("level3")?.Text(),
        Operator = json.Member("operator")?.Text(),
        Target = json.Member("target")?.Text(),
        Unit = json.Member("unit")?.Text(),
        Actual = json.Member("actual")?.Text(),
        FullMark = json.Member("fullMark")?.Number(),
        Score = json.Member("score")?.Number(),
        Deviation = json.Member("deviation")?.Text(),
    };

    private static Objectives Objectives(JsonPlace json) => new()
    {
        Text = json.Member("text")?.Text(),
        Expected = json.Member("expected")?.Text(),
        Actual = json.Member("actual")?.Text(),
    };

    private static Citation Citation(JsonPlace json) => new(json.Member("title")?.Text(), json.Member("documentNumber")?.Text());

    private static ReportItem Item(JsonPlace json) => new(json.Member("heading")?.Text(), json.Required("text").Text());

    private static OwnFact Fact(JsonPlace json) => new(json.Required("name").Text(), json.Required("value").Text()) { Number = json.Member("number")?.Number() };
}
