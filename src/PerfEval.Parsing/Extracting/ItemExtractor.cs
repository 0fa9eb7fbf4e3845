using System.Text.RegularExpressions;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>The items of 主要绩效, 主要经验及做法, 存在的问题 and 建议, without their counters.</summary>
internal sealed partial class ItemExtractor : IFactExtractor
{
    private const int LongestHead = 60;

    private sealed record PlacedItem(PlacedText? Heading, PlacedText Text, string Rule);

    /// <inheritdoc/>
    public void Extract(ReportOutline outline, ReportDraft draft) => draft.Report = draft.Report with
    {
        Achievements = Items(outline, draft, SectionKind.Achievements, "/achievements"),
        Experiences = Items(outline, draft, SectionKind.Experiences, "/experiences"),
        Problems = Items(outline, draft, SectionKind.Problems, "/problems"),
        Recommendations = Items(outline, draft, SectionKind.Recommendations, "/recommendations"),
    };

    private static List<ReportItem> Items(ReportOutline outline, ReportDraft draft, SectionKind kind, string list)
    {
        var items = new List<ReportItem>();
        foreach (var item in Find(outline, draft, kind))
        {
            if (item.Heading is { Text.Length: > 0 } heading)
                draft.Cite($"{list}/{items.Count}/heading", item.Rule, heading.Places);
            if (item.Text.Text.Length > 0)
                draft.Cite($"{list}/{items.Count}/text", item.Rule, item.Text.Places);
            items.Add(new ReportItem(item.Heading?.Text, item.Text.Text));
        }

        return items;
    }

    private static List<PlacedItem> Find(ReportOutline outline, ReportDraft draft, SectionKind kind)
    {
        var found = new List<PlacedItem>();
        foreach (var section in outline.Walk())
        {
            if (!section.Kinds.Contains(kind) || section.IsWithin(SectionKind.Abstract) || section.IsWithin(SectionKind.Attachments) || section.Ancestors().Any(a => a.Kinds.Contains(kind) && !Splits(a, kind)))
                continue;
            // A joined chapter whose children say which is which speaks through them.
            if (!Splits(section, kind))
                found.AddRange(Of(section, kind));
        }

        if (found.Count > 0)
            return found;
        // A form asks for them in rows of its own.
        var answers = draft.Facts.FormAnswers.Where(a => a.Kind == kind).SelectMany(a => PlacedText.Of(a.Text).Lines()).Where(t => t.Text is not ("无" or "无。"));
        return [.. Paragraphs([.. answers]).Select(i => i with { Rule = "item.form" })];
    }

    private static bool Splits(OutlineSection section, SectionKind kind) =>
        section.Children.Any(c => c.Kinds.Contains(kind)) || (section.Kinds.Count > 1 && section.Children.Any(c => c.Walk().Any(s => s.Kinds.Contains(kind) || s.Kinds.Any(section.Kinds.Contains))));

    private static IEnumerable<PlacedItem> Of(OutlineSection section, SectionKind kind)
    {
        if (section.Children.Count > 0)
        {
            // 存在的问题 below 主要绩效 is not one of its items.
            foreach (var child in section.Children.Where(c => c.Kinds.Count == 0 || c.Kinds.Contains(kind) || !IsItemKind(c)))
                foreach (var item in OfChild(child, section.Children.All(c => c.IsRunIn)))
                    yield return item;
            yield break;
        }

        var paragraphs = section.Blocks.Where(b => b.IsParagraph && b.Text is not ("无" or "无。" or "暂无" or "暂无。") && !Closing().IsMatch(b.Text)).Select(PlacedText.Of).ToList();
        if (section.Kinds.Count > 1)
            paragraphs = OfKind(paragraphs, kind, section.Kinds);
        foreach (var item in Paragraphs(paragraphs))
            yield return item;
    }

    // Where every item is a paragraph with its head, a further paragraph with a head is an item that lost its counter.
    private static IEnumerable<PlacedItem> OfChild(OutlineSection child, bool allRunIn)
    {
        var heading = child.HeadingSpan is { } span ? PlacedText.At(child.Heading!, span) : null;
        var lost = allRunIn ? child.Blocks.Skip(1).Where(b => b.IsParagraph && HasHead(b.Text)).ToList() : [];
        if (lost.Count == 0)
        {
            yield return new PlacedItem(heading, PlacedText.Join("\n", [.. child.Paragraphs()]), "item.section");
            yield break;
        }

        yield return new PlacedItem(heading, PlacedText.Join("\n", [.. child.Blocks.Where(b => b.IsParagraph && !lost.Contains(b)).Select(PlacedText.Of)]), "item.section");
        foreach (var block in lost)
            if (Item(PlacedText.Of(block), "item.paragraph") is { } item)
                yield return item;
    }

    private static bool IsItemKind(OutlineSection section) => section.Kinds.Any(SectionNaming.ItemKinds.Contains);

    // 存在的问题和下一步打算: the paragraphs tell which they are.
    private static List<PlacedText> OfKind(List<PlacedText> paragraphs, SectionKind kind, IReadOnlyList<SectionKind> kinds)
    {
        // 整改措施及结果应用: only one of the kinds has items.
        if (kinds.Count(SectionNaming.ItemKinds.Contains) == 1)
            return paragraphs;
        var found = new List<PlacedText>();
        SectionKind? current = null;
        foreach (var paragraph in paragraphs)
        {
            current = Recommends().IsMatch(paragraph.Text) ? SectionKind.Recommendations
                : Complains().IsMatch(paragraph.Text) ? SectionKind.Problems
                : Practises().IsMatch(paragraph.Text) ? SectionKind.Experiences
                : current ?? SectionKind.Problems;
            if (current == kind)
                found.Add(paragraph);
        }

        return found;
    }

    private static IEnumerable<PlacedItem> Paragraphs(List<PlacedText> paragraphs)
    {
        var pieces = new List<(List<PlacedText> Parts, string Rule)>();
        var counted = paragraphs.Any(p => Counter().IsMatch(p.Text) || Counted(p).Count > 1);
        foreach (var paragraph in paragraphs)
        {
            var parts = Counted(paragraph);
            if (parts.Count > 1)
                pieces.AddRange(parts.Select(p => (new List<PlacedText> { p }, "item.counted")));
            else if (Counter().IsMatch(paragraph.Text))
                pieces.Add(([paragraph], "item.counted"));
            else if (!counted || HasHead(paragraph.Text))
                pieces.Add(([paragraph], "item.paragraph"));
            else if (pieces.Count > 0)
                pieces[^1].Parts.Add(paragraph);
            else if (!LeadsIn().IsMatch(paragraph.Text))
                pieces.Add(([paragraph], "item.paragraph"));
        }

        foreach (var (parts, rule) in pieces)
            if (Item(PlacedText.Join("\n", parts), rule) is { } item)
                yield return item;
    }

    // Among counted items, a paragraph with a head sentence of its own is an item that lost its counter.
    private static bool HasHead(string paragraph)
    {
        var stop = paragraph.IndexOf('。', StringComparison.Ordinal);
        return stop is > 3 and <= 25 && stop < paragraph.Length - 10 && !paragraph[..stop].Contains('，', StringComparison.Ordinal);
    }

    /// <summary>The stretches of a paragraph that 一是 … 二是 …, （1）… （2）… count; the words before the first are left out.</summary>
    private static List<PlacedText> Counted(PlacedText placed)
    {
        var (paragraph, parts) = (placed.Text, new List<PlacedText>());
        var marks = Ordinal().Matches(paragraph).ToList();
        if (marks.Count < 2 || !marks[0].Value.StartsWith('一') || !IsTopLevel(paragraph, marks[0].Index))
            marks = Bracketed().Matches(paragraph).ToList();
        if (marks.Count < 2)
            marks = Sequence().Matches(paragraph).ToList();
        if (marks.Count < 2)
            marks = Numbered().Matches(paragraph).ToList();
        if (marks.Count < 2 || !IsTopLevel(paragraph, marks[0].Index))
            return [placed];
        for (var i = 0; i < marks.Count; i++)
        {
            var end = i + 1 < marks.Count ? marks[i + 1].Index : paragraph.Length;
            parts.Add(placed.Slice(marks[i].Index, end - marks[i].Index).TrimEnd('；', ';', '，', ' '));
        }

        return parts;
    }

    // A paragraph that opens with its own head sentence (管护责任不到位。一是…) is one item, whatever it counts inside.
    private static bool IsTopLevel(string paragraph, int first)
    {
        if (Counter().Match(paragraph) is { Success: true, Length: > 0 } own && own.Length < first)
            return false;
        return first == 0 || LeadsIn().IsMatch(paragraph[..first]) || paragraph[first - 1] is '：' or ':' or '，' || !paragraph[..first].Contains('。', StringComparison.Ordinal);
    }

    private static PlacedItem? Item(PlacedText piece, string rule)
    {
        var text = piece.From(Counter().Match(piece.Text).Length).Trim();
        if (text.Text.Length == 0)
            return null;
        var stop = text.Text.AsSpan().IndexOfAny("。：\n");
        return stop > 1 && stop <= LongestHead && stop < text.Text.Length - 1
            ? new PlacedItem(text.Slice(0, stop), text.From(stop + 1).Trim(), rule)
            : new PlacedItem(null, text, rule);
    }

    [GeneratedRegex(@"^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}\s*[.．、)）](?!\d)|[一二三四五六七八九十]{1,3}[、是]|第[一二三四五六七八九十]{1,2}[，、,]|[①-⑳]|(?:首先|其次|再次|然后|最后)[，,]|[●■◆★\-•]\s*)\s*[、.．]?")]
    private static partial Regex Counter();

    [GeneratedRegex("(?<![第十])[一二三四五六七八九十]{1,2}是(?!否)")]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"[（(]\d{1,2}[）)]|[①-⑳]")]
    private static partial Regex Bracketed();

    // 首先，… 其次，… 最后，…
    [GeneratedRegex("(?:^|(?<=[。；：]))(?:首先|其次|再次|然后|最后|第[一二三四五六])[，,、]")]
    private static partial Regex Sequence();

    // 1.…。2.…。 in one cell.
    [GeneratedRegex(@"(?:^|(?<=[。；;]))\s*\d{1,2}\s*[.．、](?!\d)")]
    private static partial Regex Numbered();

    [GeneratedRegex("(如下|以下|主要有|包括|方面|问题|不足|工作|做好|措施|做法|经验|建议|下一步)[^。]{0,12}[：:，。]?\\s*$")]
    private static partial Regex LeadsIn();

    [GeneratedRegex("^(下一步|今后|下步|针对|建议|拟|为此|改进)|打算|将重点|建议")]
    private static partial Regex Recommends();

    [GeneratedRegex("问题|不足|困难|薄弱|不够|欠缺|偏低")]
    private static partial Regex Complains();

    [GeneratedRegex("经验|做法")]
    private static partial Regex Practises();

    [GeneratedRegex("^(特此报告|以上报告|妥否|请审议)")]
    private static partial Regex Closing();
}
