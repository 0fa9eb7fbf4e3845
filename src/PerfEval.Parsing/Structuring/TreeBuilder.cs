using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Structuring;

/// <summary>Builds the section tree of one report from its lines and headings, in one pass.</summary>
internal sealed partial class TreeBuilder
{
    /// <summary>The kinds whose content is a list of statements.</summary>
    public static readonly SectionKind[] ItemKinds = [SectionKind.Problems, SectionKind.Recommendations, SectionKind.Achievements, SectionKind.Experiences];

    // What stands below these is a list of principles, methods and papers, whatever its words are.
    private static readonly SectionKind[] Lists = [SectionKind.Basis, SectionKind.Principles, SectionKind.Methods, SectionKind.Standards, SectionKind.IndicatorSystem];

    private readonly SectionClassifier _classifier;
    private readonly IReadOnlyList<Line> _lines;
    private readonly Heading?[] _headings;
    private readonly FrontMatter _front;
    private readonly HashSet<int> _skipped;
    private readonly List<OutlineSection> _top = [];
    private readonly LevelLadder _ladder;
    private readonly Heading[] _order;

    /// <summary>A builder for one report.</summary>
    public TreeBuilder(SectionClassifier classifier, IReadOnlyList<Line> lines, Heading?[] headings, FrontMatter front, IReadOnlyList<int> signature)
    {
        (_classifier, _lines, _headings, _front) = (classifier, lines, headings, front);
        _skipped = [.. signature];
        _order = [.. headings.Where(h => h is not null && !_skipped.Contains(h.Line)).Select(h => h!)];
        _ladder = new LevelLadder(_order);
    }

    /// <summary>The sections of the first level.</summary>
    public IReadOnlyList<OutlineSection> Build()
    {
        AddFront(_front.Cover, SectionKind.Cover);
        var body = _order.Length == 0;
        AddFront(_front.Preface, body && _front.Preface.All(i => !IsProse(i)) ? null : SectionKind.Preface);
        OutlineSection? current = null;
        var (next, title) = (0, string.Concat(_front.Title.Select(i => _lines[i].Squeezed)));
        for (var i = _order.Length == 0 ? _lines.Count : _order[0].Line; i < _lines.Count; i++)
        {
            if (_skipped.Contains(i))
                continue;
            if (next < _order.Length && _order[next].Line == i)
                current = Open(next++);
            else if (current!.IsWithin(SectionKind.Abstract) && RepeatsTitle(i, title))
                _ladder.Reset();
            else
                AddContent(current!, _lines[i], _lines[i].Text, 0);
        }

        foreach (var section in _top.SelectMany(s => s.Walk()))
            Settle(section);
        return _top;
    }

    private void AddFront(IReadOnlyList<int> lines, SectionKind? kind)
    {
        if (lines.Count == 0)
            return;
        var section = new OutlineSection { Level = 0, Kinds = kind is { } k ? [k] : [] };
        foreach (var i in lines)
            if (!_skipped.Contains(i))
                AddContent(section, _lines[i], _lines[i].Text, 0);
        _top.Add(section);
    }

    private bool IsProse(int line) => _lines[line].Text.Length > 60 && _lines[line].Text.Contains('。', StringComparison.Ordinal);

    private OutlineSection Open(int index)
    {
        var heading = _order[index];
        var line = _lines[heading.Line];
        var section = new OutlineSection
        {
            Number = heading.Number.Text,
            Heading = heading.Text.Trim(),
            HeadingSpan = new SourceSpan(line.Block, line.Start + heading.Start, heading.Text.Length),
            IsRunIn = heading.IsRunIn,
        };
        var alone = heading.IsAnnex ? [SectionKind.Attachments] : _classifier.Classify(heading.Text, []);
        var parent = _ladder.Place(index, alone);
        if (parent is null)
            _top.Add(section);
        else
            parent.Add(section);
        section.Level = parent is null ? 1 : parent.Level + 1;
        section.Kinds = heading.IsAnnex ? alone : Kinds(heading, section);
        _ladder.Push(section, heading);
        _ladder.Mark(section, heading.OutlineLevel);
        if (heading.IsRunIn)
            AddContent(section, line, line.Text[heading.BodyStart..], heading.BodyStart);
        return section;
    }

    private IReadOnlyList<SectionKind> Kinds(Heading heading, OutlineSection section)
    {
        // A11 is one third-level indicator.
        if (heading.Number.Shape == NumberShape.Letter2)
            return [];
        var ancestors = section.Ancestors().SelectMany(a => a.Kinds).Distinct().ToArray();
        if (section.Parent is { Kinds: [var only] } && Lists.Contains(only) && !section.Ancestors().Any(a => a.Level == 1 && a.Kinds.Any(Lists.Contains)))
            return [];
        if (ancestors.Any(ItemKinds.Contains) && !_classifier.IsKnown(heading.Text))
            return [];
        // A1 is a second-level indicator: it names a kind only where it is called exactly like one.
        return _classifier.Classify(heading.Text, ancestors, listedOnly: heading.Number.Shape == NumberShape.Letter1);
    }

    /// <summary>What only the finished tree can tell: 项目概况 as a chapter, 基本情况 within one.</summary>
    private static void Settle(OutlineSection section)
    {
        if (section.Kinds is [SectionKind.Overview] && section.Level == 1)
            section.Kinds = section.Blocks.Count > 0 ? [SectionKind.Basics, SectionKind.Overview] : [SectionKind.Basics];
        else if (section.Kinds is [SectionKind.Basics] && section.Ancestors().Any(a => a.Kinds.Contains(SectionKind.Basics)))
            section.Kinds = [SectionKind.Overview];
    }

    private bool RepeatsTitle(int line, string title) =>
        _lines[line].IsText && title.Length > 0 && _lines[line].Squeezed.Length >= 6 && title.Contains(_lines[line].Squeezed, StringComparison.Ordinal);

    private static void AddContent(OutlineSection section, Line line, string text, int offset)
    {
        switch (line.Source)
        {
            case Table table:
                section.Add(new OutlineBlock(line.Block, 0, "") { Table = table, Caption = TakeCaption(section) });
                break;
            case Figure:
                section.Add(new OutlineBlock(line.Block, 0, "") { IsFigure = true });
                break;
            case Paragraph:
                AddText(section, line, text, offset);
                break;
        }
    }

    private static void AddText(OutlineSection section, Line line, string text, int offset)
    {
        // Lines between soft breaks that no heading parts are one paragraph.
        if (section.Blocks.Count > 0 && section.Blocks[^1] is { IsParagraph: true } last && last.Block == line.Block)
        {
            section.ReplaceLast(last with { Text = last.Text + "\n" + text });
            return;
        }

        var label = offset == 0 ? line.Label ?? "" : "";
        section.Add(new OutlineBlock(line.Block, line.Start + offset, label + text) { LabelLength = label.Length });
    }

    // The paragraphs right before a table that name it or give its unit.
    private static string? TakeCaption(OutlineSection section)
    {
        string? caption = null;
        for (var taken = 0; taken < 2 && section.Blocks.Count > 0 && section.Blocks[^1] is { IsParagraph: true } last; taken++)
        {
            var isUnit = UnitLine().IsMatch(last.Text);
            if (!isUnit && !IsCaption(last.Text))
                break;
            caption = caption is null ? last.Text : last.Text + " " + caption;
            section.RemoveLast();
            if (!isUnit)
                break;
        }

        return caption;
    }

    /// <summary>Whether a line can be a table's caption: <c>表1 项目资金情况表（单位：万元）</c>.</summary>
    public static bool IsCaption(string text) => text.Length <= 60 && text.AsSpan().IndexOfAny("。；") < 0 && Caption().IsMatch(text);

    [GeneratedRegex(@"^(续?表\s*[\d一二三四五六七八九十]+([-—.．]\d+)?|附表)|(表|情况|明细|统计|汇总)\s*([（(][^（）()]*[）)])?\s*$")]
    private static partial Regex Caption();

    [GeneratedRegex(@"^[（(]?\s*(金额)?单位\s*[：:]\s*\S{1,8}\s*[）)]?$")]
    private static partial Regex UnitLine();
}
