using System.Globalization;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Structuring;

/// <summary>
/// Builds the section tree of a document that declares its structure. What a heading means follows from its wording as everywhere; where a
/// section is something else than that, a row of the supplement says so.
/// </summary>
internal sealed class DeclaredOutline
{
    private readonly SectionClassifier _classifier;
    private readonly SectionNaming _naming;
    private readonly SourceDocument _document;
    private readonly IReadOnlyList<SupplementTable> _supplement;
    private readonly ILookup<int, DeclaredSection> _stated;
    private readonly HashSet<OutlineSection> _settled = [];
    private readonly List<OutlineSection> _top = [];
    private readonly List<OutlineSection> _open = [];
    private readonly DepthLadder _ladder = new();
    private readonly ParseWatch _watch;

    /// <summary>A builder for one document.</summary>
    public DeclaredOutline(SectionClassifier classifier, SourceDocument document, ParseWatch watch)
    {
        (_classifier, _naming, _document, _supplement, _watch) = (classifier, new SectionNaming(classifier), document, SupplementTable.Of(document), watch);
        _stated = _supplement.Where(t => t.Name == SupplementVocabulary.Default.Sections.Name)
            .SelectMany(t => t.Rows(SupplementVocabulary.Default.Sections.Columns.Length).Select(row => DeclaredSection.Read(row, t.Block))).OfType<DeclaredSection>()
            .ToLookup(s => s.Position);
    }

    /// <summary>The report's outline.</summary>
    public ReportOutline Build()
    {
        var position = 0;
        for (var i = 0; i < _document.Blocks.Count; i++)
        {
            _watch.Step();
            var block = _document.Blocks[i];
            if (block.Declared is not (DeclaredPart.Cover or DeclaredPart.Heading or DeclaredPart.Content or DeclaredPart.Caption))
                continue;
            Begin(++position, i);
            if (block.Declared != DeclaredPart.Heading)
                AddContent(i);
        }

        OpenHeadless(++position);
        foreach (var section in _top.SelectMany(s => s.Walk()))
            if (!_settled.Contains(section))
                SectionNaming.Settle(section);
        return new ReportOutline
        {
            Document = _document,
            Classifier = _classifier,
            Watch = _watch,
            Title = Lines(DeclaredPart.Title),
            Signature = Lines(DeclaredPart.Signature),
            Sections = _top,
            Supplement = _supplement,
        };
    }

    // A position opens at most one section with a heading, after all those without.
    private void Begin(int position, int index)
    {
        var block = _document.Blocks[index];
        OpenHeadless(position, keepLast: block.Declared == DeclaredPart.Heading);
        if (block.Declared == DeclaredPart.Heading)
            OpenHeaded((Paragraph)block, index, _stated[position].LastOrDefault(s => s.IsHeaded));
        else if (_open.Count == 0 || (!IsOfCover(index) && _top is [{ Kinds: [SectionKind.Cover], Level: 0 } cover] && _open[^1] == cover && !_settled.Contains(cover)))
            Open(new OutlineSection { Kinds = Front(index) }, 1);
    }

    // A caption belongs where its table does.
    private bool IsOfCover(int index) =>
        (_document.Blocks[index].Declared == DeclaredPart.Caption && index + 1 < _document.Blocks.Count ? _document.Blocks[index + 1] : _document.Blocks[index]).Declared == DeclaredPart.Cover;

    private void OpenHeadless(int position, bool keepLast = false)
    {
        foreach (var stated in _stated[position].Where(s => !(keepLast && s.IsHeaded)))
        {
            var section = new OutlineSection
            {
                Number = stated.Number,
                NumberSpan = stated.Number.Length > 0 ? stated.NumberCell : null,
                Heading = stated.Heading,
                HeadingSpan = stated.Heading is null ? null : stated.HeadingCell,
                KindsSpan = stated.KindsCell,
            };
            _settled.Add(section);
            Open(section, stated.Depth);
            (section.Level, section.Kinds) = (stated.Level, stated.Kinds);
        }
    }

    private void OpenHeaded(Paragraph line, int index, DeclaredSection? stated)
    {
        var (text, label) = ((line.Label ?? "") + line.Text, (line.Label ?? "").Length);
        var number = HeadingNumber.Parse(text);
        // A number alone is no heading: 一、 names nothing.
        var start = stated is null ? (number.Length < text.Length ? number.Length : 0) : Math.Max(0, text.Length - (stated.Heading ?? "").Length);
        var heading = stated is null ? text[start..] : stated.Heading;
        var shape = start == 0 ? NumberShape.None : number.Shape;
        var section = new OutlineSection
        {
            Number = stated?.Number ?? (start == 0 ? "" : number.Text),
            NumberSpan = NumberSpan(stated, new SourceSpan(index, 0, Math.Max(0, text[..start].TrimEnd().Length - label)), text[..start]),
            Heading = heading,
            HeadingSpan = heading is null ? null
                : stated is not null && text[start..] != heading ? stated.HeadingCell
                : new SourceSpan(index, Math.Max(0, start - label), Math.Max(0, text.Length - Math.Max(start, label))),
            KindsSpan = stated?.KindsCell,
        };
        var isAnnex = shape == NumberShape.None && HeadingDetector.IsAnnex(heading ?? "");
        Open(section, stated?.Depth ?? line.Style.OutlineLevel ?? (isAnnex ? 1 : _ladder.Depth(shape, _open.Count)));
        _ladder.Note(shape, section.Ancestors().Count() + 1);
        section.Level = stated?.Level ?? section.Level;
        section.Kinds = stated?.Kinds ?? (isAnnex ? [SectionKind.Attachments] : _naming.Kinds(heading!, shape, section));
        if (stated is not null)
            _settled.Add(section);
    }

    // A number that the line does not show is read from the supplement's row.
    private static SourceSpan? NumberSpan(DeclaredSection? stated, SourceSpan before, string printed) =>
        (stated?.Number ?? printed).Length == 0 ? null
        : stated is not null && ChineseText.Squeeze(printed) != ChineseText.Squeeze(stated.Number) ? stated.NumberCell : before;

    private void Open(OutlineSection section, int depth)
    {
        depth = Math.Clamp(depth, 1, _open.Count + 1);
        _open.RemoveRange(depth - 1, _open.Count - depth + 1);
        if (_open.Count == 0)
            _top.Add(section);
        else
            _open[^1].Add(section);
        if (section.Heading is not null || section.Number.Length > 0)
            section.Level = section.Parent is { } parent ? parent.Level + 1 : 1;
        _open.Add(section);
    }

    // Before the first heading stand the cover and the preface; a bare form has neither.
    private IReadOnlyList<SectionKind> Front(int first) => IsOfCover(first) ? [SectionKind.Cover]
        : _document.Blocks.Any(b => b.Declared == DeclaredPart.Heading || (b is Paragraph { Declared: DeclaredPart.Content } && TreeBuilder.IsProse(b.Text)))
        ? [SectionKind.Preface] : [];

    private void AddContent(int index)
    {
        var section = _open[^1];
        switch (_document.Blocks[index])
        {
            case Table table:
                var caption = TakeCaption(section, index);
                section.Add(new OutlineBlock(index, 0, "") { Table = table, Caption = caption?.Text, PlacedCaption = caption });
                break;
            case Figure:
                section.Add(new OutlineBlock(index, 0, "") { IsFigure = true });
                break;
            case Paragraph paragraph:
                section.Add(new OutlineBlock(index, 0, (paragraph.Label ?? "") + paragraph.Text) { LabelLength = (paragraph.Label ?? "").Length });
                break;
        }
    }

    private PlacedText? TakeCaption(OutlineSection section, int index)
    {
        if (index == 0 || section.Blocks.Count == 0 || _document.Blocks[index - 1].Declared != DeclaredPart.Caption || section.Blocks[^1].Block != index - 1)
            return null;
        section.RemoveLast();
        var text = _document.Blocks[index - 1].Text;
        return PlacedText.At(text, new SourceSpan(index - 1, 0, text.Length));
    }

    private List<OutlineText> Lines(DeclaredPart part) =>
        [.. _document.Blocks.Index().Where(b => b.Item.Declared == part).Select(b => new OutlineText(b.Item.Text, new SourceSpan(b.Index, 0, b.Item.Text.Length)))];
}

/// <summary>A row of the supplement's table of sections.</summary>
/// <param name="Position">At which block of the body the section begins, 1-based.</param>
/// <param name="Depth">How deep it stands in the tree, 1-based.</param>
/// <param name="Level">Its rank.</param>
/// <param name="Number">Its number as printed.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Kinds">What it is about.</param>
internal sealed record DeclaredSection(int Position, int Depth, int Level, string Number, string? Heading, IReadOnlyList<SectionKind> Kinds)
{
    /// <summary>Whether a line of the body is its heading.</summary>
    public bool IsHeaded => Number.Length > 0 || Heading is not null;

    /// <summary>Where the number stands, for a row that was read.</summary>
    public SourceSpan NumberCell { get; private init; }

    /// <summary>Where the heading stands, for a row that was read.</summary>
    public SourceSpan HeadingCell { get; private init; }

    /// <summary>Where the kinds stand, for a row that was read.</summary>
    public SourceSpan KindsCell { get; private init; }

    /// <summary>Reads a row; <see langword="null"/> where it is none.</summary>
    /// <param name="row">The cells.</param>
    /// <param name="block">The table's index in the document.</param>
    public static DeclaredSection? Read(TableCell[] row, int block)
    {
        if (!Number_(row[0], out var position) || !Number_(row[1], out var depth) || !Number_(row[2], out var level))
            return null;
        var kinds = row[5].Text.Split('、', StringSplitOptions.RemoveEmptyEntries).Select(w => SupplementVocabulary.Default.Value<SectionKind>("kind", w)).OfType<SectionKind>();
        return new DeclaredSection(position, depth, level, row[3].Text, row[4].Text.Length > 0 ? row[4].Text : null, [.. kinds])
        {
            NumberCell = Span(row[3]),
            HeadingCell = Span(row[4]),
            KindsCell = Span(row[5]),
        };

        SourceSpan Span(TableCell cell) => new(block, cell.Start, cell.Text.Length);
        static bool Number_(TableCell cell, out int value) => int.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The row's cells.</summary>
    public string[] Write() =>
    [
        Position.ToString(CultureInfo.InvariantCulture), Depth.ToString(CultureInfo.InvariantCulture), Level.ToString(CultureInfo.InvariantCulture),
        Number, Heading ?? "", string.Join('、', Kinds.Select(k => SupplementVocabulary.Default.Word("kind", k))),
    ];
}

/// <summary>How deep a heading stands where the format cannot say it: a shape of number that is new goes one step down, a known one back to its step.</summary>
internal sealed class DepthLadder
{
    private readonly List<NumberShape?> _shapes = [];

    /// <summary>The depth of the next heading.</summary>
    /// <param name="shape">Its number's shape.</param>
    /// <param name="open">How many sections are open.</param>
    public int Depth(NumberShape shape, int open) =>
        _shapes.IndexOf(shape) is >= 0 and var known ? known + 1 : shape == NumberShape.None && _shapes.Count == 0 ? 1 : Math.Min(open, _shapes.Count) + 1;

    /// <summary>Notes where a heading stands.</summary>
    public void Note(NumberShape shape, int depth)
    {
        // 摘要 and 前言 stand beside the numbered chapters, whichever come first.
        if (shape == NumberShape.None && depth == 1)
            return;
        if (_shapes.Count >= depth)
            _shapes.RemoveRange(depth - 1, _shapes.Count - depth + 1);
        while (_shapes.Count < depth - 1)
            _shapes.Add(null);
        _shapes.Add(shape);
    }
}
