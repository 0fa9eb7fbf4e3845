using System.Text.Json;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>A chapter that an outline asks for.</summary>
/// <param name="Name">Its standard name.</param>
/// <param name="Kinds">The kinds of section of which any meets it.</param>
internal sealed record RequiredChapter(string Name, IReadOnlyList<SectionKind> Kinds);

/// <summary>The chapters that the official outlines ask of a report: <c>outline.json</c>.</summary>
internal sealed class OutlineVocabulary
{
    private readonly List<(EvaluationMode[] Modes, ReportSubject[] Subjects, RequiredChapter[] Required)> _outlines;

    /// <summary>The outlines of the layers, the strongest first.</summary>
    public OutlineVocabulary(IReadOnlyList<JsonElement> layers) =>
        _outlines = [.. layers.SelectMany(l => l.Items("outlines")).Select(o => (
            o.Enums<EvaluationMode>("modes"), o.Enums<ReportSubject>("subjects"), o.Items("required").Select(Chapter).ToArray()))];

    /// <summary>What a report of that kind needs, in the outline's order; empty where no outline is known.</summary>
    public IReadOnlyList<RequiredChapter> Required(EvaluationMode mode, ReportSubject subject) =>
        _outlines.FirstOrDefault(o => o.Modes.Contains(mode) && o.Subjects.Contains(subject)).Required ?? [];

    private static RequiredChapter Chapter(JsonElement chapter) => new(chapter.GetProperty("zh").GetString()!, chapter.Enums<SectionKind>("kinds"));
}
