using System.Globalization;
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

    private sealed record Numbering(CheckNotes Notes, Dictionary<OutlineSection, string> Pointers)
    {
        /// <summary>A heading as a side of a finding, which is about its number or the lack of one.</summary>
        public ComparedValue Side(Numbered heading) =>
            new(Pointers[heading.Section] + (heading.Section.Number.Length > 0 ? "/number" : "/heading"), ChineseText.Name($"{heading.Number.Text}{heading.Section.Heading}"), heading.Section.HeadingSpan);
    }

    private sealed record Numbered(OutlineSection Section, HeadingNumber Number);

    /// <inheritdoc/>
    public void Check(ExtractedReport extracted, ReportOutline outline, CheckNotes notes)
    {
        var at = new Numbering(notes, PointersOf(outline));
        Siblings(outline.Sections, null, at);
        Below(outline.Sections, at);
        foreach (var section in outline.Walk())
            Below(section.Children, at);
    }

    private static Dictionary<OutlineSection, string> PointersOf(ReportOutline outline)
    {
        var pointers = new Dictionary<OutlineSection, string>();
        Name(outline.Sections, "/sections");
        foreach (var section in outline.Walk())
            Name(section.Children, pointers[section] + "/children");
        return pointers;

        void Name(IReadOnlyList<OutlineSection> sections, string list)
        {
            for (var i = 0; i < sections.Count; i++)
                pointers.Add(sections[i], string.Create(CultureInfo.InvariantCulture, $"{list}/{i}"));
        }
    }

    private static void Below(IReadOnlyList<OutlineSection> parents, Numbering at)
    {
        for (var i = 0; i < parents.Count; i++)
            Siblings(parents[i].Children, i == 0 ? null : parents[i - 1], at);
    }

    private static void Siblings(IReadOnlyList<OutlineSection> sections, OutlineSection? sectionBefore, Numbering at)
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
                Compare(before, next, bare, last.Count > 1, at);
            else if (next.Number.Value > 1 && sectionBefore is not null && Counted(sectionBefore, next.Number) is { } counted)
                Compare(counted, next, bare, false, at);
            last[next.Number.Shape] = next;
            bare.Clear();
        }
    }

    private static Numbered Of(OutlineSection section) => new(section, HeadingNumber.Parse(section.Number + " " + section.Heading));

    private static void Compare(Numbered before, Numbered next, List<Numbered> bare, bool isMixed, Numbering at)
    {
        var missing = next.Number.Value - before.Number.Value - 1;
        if (missing == -1 && !(isMixed && next.Number.Value == 1))
            at.Notes.Find(Finding.Of(DiagnosticCode.HeadingNumberRepeated,
                $"The heading number {next.Number.Text} stands twice in a row: {before.Section.Heading} — {next.Section.Heading}.",
                $"标题编号“{next.Number.Text}”重复：“{before.Section.Heading}”与“{next.Section.Heading}”。", 0m, at.Side(before), at.Side(next)));
        else if (missing > 0 && missing == bare.Count)
            at.Notes.Find(Finding.Of(DiagnosticCode.HeadingNumberLost,
                $"Between {before.Number.Text} and {next.Number.Text} headings stand without their number: {string.Join(" — ", bare.Select(b => b.Section.Heading))}.",
                $"“{before.Number.Text}”与“{next.Number.Text}”之间的标题缺少编号：{string.Join("、", bare.Select(b => $"“{b.Section.Heading}”"))}。", null, [.. bare.Select(at.Side), at.Side(before), at.Side(next)]));
        else if (missing > 0 && !StandsBetween(before, next))
            at.Notes.Find(Finding.Of(DiagnosticCode.HeadingNumberSkipped,
                $"The heading number {next.Number.Text} follows {before.Number.Text}: {before.Section.Heading} — {next.Section.Heading}.",
                $"标题编号不连续：“{before.Number.Text}{before.Section.Heading}”之后为“{next.Number.Text}{next.Section.Heading}”。", 1m, at.Side(before), at.Side(next)));
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
}
