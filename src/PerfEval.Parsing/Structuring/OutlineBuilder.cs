using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Structuring;

/// <summary>Stage 2: blocks become reports, each with its section tree. The steps in order are in <see cref="Build"/>.</summary>
internal sealed class OutlineBuilder
{
    private readonly ReportVocabulary _vocabulary;
    private readonly SectionClassifier _classifier;

    /// <summary>A builder that knows the words of reports.</summary>
    public OutlineBuilder(ReportVocabulary vocabulary) => (_vocabulary, _classifier) = (vocabulary, SectionClassifier.Of(vocabulary));

    /// <summary>Finds the reports of a document and the sections of each.</summary>
    /// <param name="document">What a reader yields.</param>
    /// <param name="log">Where odd things are noted.</param>
    /// <param name="watch">Stops the work.</param>
    /// <returns>The reports in order; at least one.</returns>
    public IReadOnlyList<ReportOutline> Build(SourceDocument document, DiagnosticLog log, ParseWatch watch)
    {
        // What this library wrote says itself where the library's own words would not tell; other words would read something else into it.
        if (document.IsDeclared)
            return [new DeclaredOutline(SectionClassifier.Default.ForDocument(), document, watch).Build()];
        var classifier = _classifier.ForDocument();
        var lines = Line.Of(document, watch);
        ContentsPage.Remove(lines, _vocabulary.Titles, watch);
        var outlines = new List<ReportOutline>();
        foreach (var part in watch.Over(PartSplitter.Split(lines, _vocabulary, log, watch)))
        {
            outlines.Add(BuildPart(document, lines.GetRange(part.First, part.End - part.First), classifier, log, watch));
        }

        return outlines;
    }

    private ReportOutline BuildPart(SourceDocument document, List<Line> lines, SectionClassifier classifier, DiagnosticLog log, ParseWatch watch)
    {
        var headings = Detect(lines, classifier, watch);
        var first = Array.FindIndex(headings, h => h is not null);
        var front = FrontMatter.Read(lines, first < 0 ? lines.Count : first, _vocabulary);
        var signature = FindSignature(lines, headings, Math.Max(0, first));
        if (first < 0)
            log.Add(DiagnosticCode.NoHeadings, "No heading was found.");
        return new ReportOutline
        {
            Document = document,
            Vocabulary = _vocabulary,
            Classifier = classifier,
            Watch = watch,
            Title = [.. front.Title.Select(i => Text(lines[i]))],
            Signature = [.. signature.Select(i => Text(lines[i]))],
            Sections = new TreeBuilder(classifier, lines, headings, front, signature, watch).Build(),
        };
    }

    // The signature closes the body, before the annexes; a mere list of annexes may stand before it.
    private static IReadOnlyList<int> FindSignature(List<Line> lines, Heading?[] headings, int first)
    {
        var annexes = Enumerable.Range(0, lines.Count).Where(i => headings[i] is { IsAnnex: true }).Append(lines.Count).Take(2).ToArray();
        var found = Signature.Find(lines, first, annexes[0]);
        return found.Count > 0 || annexes.Length < 2 ? found : Signature.Find(lines, annexes[0] + 1, annexes[1]);
    }

    private Heading?[] Detect(List<Line> lines, SectionClassifier classifier, ParseWatch watch)
    {
        var detector = new HeadingDetector(classifier, _vocabulary.Labels, lines);
        var headings = new Heading?[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            watch.Step();
            // A title is set apart like a heading, but is none.
            headings[i] = detector.Detect(lines, i) is { } heading && !(heading.Ground != HeadingGround.Numbered && IsTitleLine(lines, i)) ? heading : null;
        }

        Enumerations.Drop(lines, headings, classifier.IsKnown, watch);
        DropItems(lines, headings, classifier, watch);
        DropFront(lines, headings);
        return headings;
    }

    // Below 存在的问题, 1.回收网点辐射半径有限。… states a problem: it is an item, not a topic, unless its head is set off in bold.
    private static void DropItems(List<Line> lines, Heading?[] headings, SectionClassifier classifier, ParseWatch watch)
    {
        var inItems = false;
        for (var i = 0; i < lines.Count; i++)
        {
            watch.Step();
            if (headings[i] is not { } heading)
                continue;
            var isStatement = heading.IsRunIn && heading.Number.Shape != NumberShape.None
                && !classifier.IsKnown(heading.Text) && !HeadingDetector.BoldLead(lines[i], heading.BodyStart - 1);
            if (isStatement && inItems)
                headings[i] = null;
            else if (!isStatement)
                inItems = classifier.Classify(heading.Text, []).Any(SectionNaming.ItemKinds.Contains);
        }
    }

    private bool IsTitleLine(List<Line> lines, int index)
    {
        for (var last = index; last < lines.Count && last <= index + 4 && lines[last].IsText; last++)
            if (ReportTitle.EndingAt(lines, last, _vocabulary.Titles) is { } title && title.First <= index && !(lines[index].Squeezed.StartsWith('附')))
                return true;
        return false;
    }

    // On a cover, lines are set apart by their look; only a number or a known wording begins the body there.
    private static void DropFront(List<Line> lines, Heading?[] headings)
    {
        // 附件1 above a title says only where the report stood in another file.
        for (var i = 0; i < lines.Count && lines[i].Table is null && lines[i].Text.Length <= 60; i++)
            if (headings[i] is { IsAnnex: true } && !HasBody(lines, i))
                headings[i] = null;
            else if (headings[i] is not null)
                break;
        var end = Array.FindIndex(headings, h => h is { Ground: HeadingGround.Numbered or HeadingGround.Worded or HeadingGround.Marked } && !h.IsAnnex);
        for (var i = 0; i < (end < 0 ? 0 : end); i++)
            if (headings[i] is { Ground: HeadingGround.SetApart } or { IsAnnex: true })
                headings[i] = null;
        for (var i = 0; i < lines.Count; i++)
            if (headings[i] is { Ground: HeadingGround.SetApart } && TreeBuilder.IsCaption(lines[i].Text) && i + 1 < lines.Count && lines[i + 1].Table is not null)
                headings[i] = null;
            else if (lines[i].IsText && headings[i] is { Ground: not HeadingGround.Numbered } && ChineseDate.IsWholeLine(lines[i].Squeezed))
                headings[i] = null;
    }

    // An annex of a report stands behind its body; before any text or table it is none.
    private static bool HasBody(List<Line> lines, int end) => lines.Take(end).Any(l => l.Table is not null || l.Text.Length > 60);

    private static OutlineText Text(Line line) => new(line.Text, new SourceSpan(line.Block, line.Start, line.Text.Length));
}
