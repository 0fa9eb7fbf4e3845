using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Checking;

/// <summary>
/// Numbers of headings of one shape and one parent count on without a gap and without the same number twice. They may begin again at one, and
/// may go on counting from the section before (1–4 under （一）, 5 under （二）).
/// </summary>
internal sealed class HeadingNumbers : IReportCheck
{
    // Indicator codes and numbers that were lost are no counting.
    private static readonly NumberShape[] NotCounted =
        [NumberShape.None, NumberShape.Letter, NumberShape.Letter1, NumberShape.Letter2, NumberShape.LostComma, NumberShape.LostParen];

    private sealed record Numbered(OutlineSection Section, HeadingNumber Number);

    /// <inheritdoc/>
    public void Check(ExtractedReport extracted, ReportOutline outline, CheckNotes notes)
    {
        Siblings(outline.Sections, null, notes);
        Below(outline.Sections, notes);
        foreach (var section in outline.Walk())
            Below(section.Children, notes);
    }

    private static void Below(IReadOnlyList<OutlineSection> parents, CheckNotes notes)
    {
        for (var i = 0; i < parents.Count; i++)
            Siblings(parents[i].Children, i == 0 ? null : parents[i - 1], notes);
    }

    private static void Siblings(IReadOnlyList<OutlineSection> sections, OutlineSection? sectionBefore, CheckNotes notes)
    {
        var last = new Dictionary<NumberShape, Numbered>();
        var bare = new List<Numbered>();
        foreach (var section in sections.Where(s => s.HeadingSpan is not null))
        {
            var next = Of(section);
            if (section.Number.Length == 0 || NotCounted.Contains(next.Number.Shape))
            {
                bare.Add(next);
                continue;
            }

            if (last.TryGetValue(next.Number.Shape, out var before))
                Compare(before, next, bare, last.Count > 1, notes);
            else if (next.Number.Value > 1 && sectionBefore is not null && Counted(sectionBefore, next.Number) is { } counted)
                Compare(counted, next, bare, false, notes);
            last[next.Number.Shape] = next;
            bare.Clear();
        }
    }

    private static Numbered Of(OutlineSection section) => new(section, HeadingNumber.Parse(section.Number + " " + section.Heading));

    private static void Compare(Numbered before, Numbered next, List<Numbered> bare, bool isMixed, CheckNotes notes)
    {
        var missing = next.Number.Value - before.Number.Value - 1;
        if (missing == -1 && !(isMixed && next.Number.Value == 1))
            notes.Find(Finding.Of(DiagnosticCode.HeadingNumberRepeated,
                $"The heading number {next.Number.Text} stands twice in a row: {before.Section.Heading} — {next.Section.Heading}.",
                $"标题编号“{next.Number.Text}”重复：“{before.Section.Heading}”与“{next.Section.Heading}”。", 0m, Side(before), Side(next)));
        else if (missing > 0 && missing == bare.Count)
            notes.Find(Finding.Of(DiagnosticCode.HeadingNumberLost,
                $"Between {before.Number.Text} and {next.Number.Text} headings stand without their number: {string.Join(" — ", bare.Select(b => b.Section.Heading))}.",
                $"“{before.Number.Text}”与“{next.Number.Text}”之间的标题缺少编号：{string.Join("、", bare.Select(b => $"“{b.Section.Heading}”"))}。", null, [.. bare.Select(Side), Side(before), Side(next)]));
        else if (missing > 0 && !StandsBetween(before, next))
            notes.Find(Finding.Of(DiagnosticCode.HeadingNumberSkipped,
                $"The heading number {next.Number.Text} follows {before.Number.Text}: {before.Section.Heading} — {next.Section.Heading}.",
                $"标题编号不连续：“{before.Number.Text}{before.Section.Heading}”之后为“{next.Number.Text}{next.Section.Heading}”。", 1m, Side(before), Side(next)));
    }

    // The last heading of the same shape in the section before the parent: counting may go on from there.
    private static Numbered? Counted(OutlineSection before, HeadingNumber number) => before.Children
        .Select(Of)
        .LastOrDefault(n => n.Section.Number.Length > 0 && n.Number.Shape == number.Shape && n.Section.HeadingSpan is not null && n.Number.Value + 1 >= number.Value);

    // A paragraph that begins with a number in between is the missing one, though it is no heading here.
    private static bool StandsBetween(Numbered before, Numbered next) =>
        before.Section.Walk().SelectMany(s => s.Blocks.Where(b => b.IsParagraph).Select(b => b.Text).Append(s.Number + " " + s.Heading))
            .SelectMany(Lines)
            .Any(line => HeadingNumber.Parse(line) is var number && number.Shape == next.Number.Shape && number.Value > before.Number.Value && number.Value < next.Number.Value);

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(l => l.TrimStart());

    private static ComparedValue Side(Numbered heading) => new(null, ChineseText.Name($"{heading.Number.Text}{heading.Section.Heading}"), heading.Section.HeadingSpan);
}
