using System.Text.RegularExpressions;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Structuring;

/// <summary>Builds the section tree of one report from its lines and headings, in one pass.</summary>
internal sealed partial class TreeBuilder
{
    private readonly SectionClassifier _classifier;
    private readonly SectionNaming _naming;
    private readonly IReadOnlyList<Line> _lines;
    private readonly Heading?[] _headings;
    private readonly FrontMatter _front;
    private readonly HashSet<int> _skipped;
    private readonly List<OutlineSection> _top = [];
    private readonly LevelLadder _ladder;
    private readonly Heading[] _order;
    private readonly JoinedLines _paragraph = new();
    private readonly ParseWatch _watch;

    /// <summary>A builder for one report.</summary>
    public TreeBuilder(SectionClassifier classifier, IReadOnlyList<Line> lines, Heading?[] headings, FrontMatter front, IReadOnlyList<int> signature, ParseWatch watch)
    {
        (_classifier, _naming, _lines, _headings, _front, _watch) = (classifier, new SectionNaming(classifier), lines, headings, front, watch);
        _skipped = [.. signature];
        _order = [.. headings.Where(h => h is not null && !_skipped.Contains(h.Line)).Select(h => h!)];
        _ladder = new LevelLadder(_order);
    }

    /// <summary>The sections of the first level.</summary>
    public IReadOnlyList<OutlineSection> Build()
    {
        AddFront(_front.Cover, SectionKind.Cover);
        var body = _order.Length == 0;
        AddFront(_front.Preface, body && _front.Preface.All(i => !IsProse(_lines[i].Text)) ? null : SectionKind.Preface);
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

        _paragraph.End();
        foreach (var section in _watch.Over(_top.SelectMany(s => s.Walk())))
            SectionNaming.Settle(section);
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
        _paragraph.End();
        _top.Add(section);
    }

    /// <summary>Whether a paragraph tells something, other than a form's date and unit lines.</summary>
    public static bool IsProse(string text) => text.Length > 60 && text.Contains('。', StringComparison.Ordinal);

    private OutlineSection Open(int index)
    {
        _paragraph.End();
        var heading = _order[index];
        var line = _lines[heading.Line];
        var text = heading.Text.Trim();
        var section = new OutlineSection
        {
            Number = heading.Number.Text,
            NumberSpan = heading.Number.Text.Length == 0 ? null : new SourceSpan(line.Block, line.Start, line.Text[..heading.Number.Length].TrimEnd().Length),
            Heading = text,
            HeadingSpan = new SourceSpan(line.Block, line.Start + heading.Start + heading.Text.Length - heading.Text.TrimStart().Length, text.Length),
            IsRunIn = heading.IsRunIn,
        };
        var alone = heading.IsAnnex ? [SectionKind.Attachments] : _classifier.Classify(heading.Text, []);
        var parent = _ladder.Place(index, alone);
        if (parent is null)
            _top.Add(section);
        else
            parent.Add(section);
        section.Level = parent is null ? 1 : parent.Level + 1;
        section.Kinds = heading.IsAnnex ? alone : _naming.Kinds(heading.Text, heading.Number.Shape, section);
        _ladder.Push(section, heading);
        _ladder.Mark(section, heading.OutlineLevel);
        if (heading.IsRunIn)
            AddContent(section, line, line.Text[heading.BodyStart..], heading.BodyStart);
        return section;
    }

    private bool RepeatsTitle(int line, string title) =>
        _lines[line].IsText && title.Length > 0 && _lines[line].Squeezed.Length >= 6 && title.Contains(_lines[line].Squeezed, StringComparison.Ordinal);

    private void AddContent(OutlineSection section, Line line, string text, int offset)
    {
        _watch.Step();
        if (line.IsText)
        {
            // Lines between soft breaks that no heading parts are one paragraph.
            _paragraph.Add(section, line, text, offset);
            return;
        }

        _paragraph.End();
        switch (line.Source)
        {
            case Table table:
                var caption = TakeCaption(section);
                section.Add(new OutlineBlock(line.Block, 0, "") { Table = table, Caption = caption?.Text, PlacedCaption = caption });
                break;
            case Figure:
                section.Add(new OutlineBlock(line.Block, 0, "") { IsFigure = true });
                break;
        }
    }

    // The paragraphs right before a table that name it or give its unit.
    private static PlacedText? TakeCaption(OutlineSection section)
    {
        PlacedText? caption = null;
        for (var taken = 0; taken < 2 && section.Blocks.Count > 0 && section.Blocks[^1] is { IsParagraph: true } last; taken++)
        {
            var isUnit = UnitLine().IsMatch(last.Text);
            if (!isUnit && !IsCaption(last.Text))
                break;
            caption = caption is null ? PlacedText.Of(last) : PlacedText.Join(" ", [PlacedText.Of(last), caption]);
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
