using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Model;

/// <summary>A place before it becomes the evidence of a value or a further place of it; the members are those of <see cref="Place"/>.</summary>
internal readonly record struct FoundPlace(
    string Text, int? Page, int Block, int Start, int Length, string? Path, int? Row, int? Column, int? Line, int? Offset, PageBox? Box)
{
    /// <summary>As a place of its own.</summary>
    public EvidencePlace ToPlace() => new()
    {
        Text = Text,
        Page = Page,
        Block = Block,
        Start = Start,
        Length = Length,
        Path = Path,
        Row = Row,
        Column = Column,
        Line = Line,
        Offset = Offset,
        Box = Box,
    };

    /// <summary>As the evidence of a value.</summary>
    public Evidence ToEvidence(IReadOnlyList<EvidencePlace> more, string? rule, double confidence) => new()
    {
        Text = Text,
        Page = Page,
        Block = Block,
        Start = Start,
        Length = Length,
        Path = Path,
        Row = Row,
        Column = Column,
        Line = Line,
        Offset = Offset,
        Box = Box,
        More = more,
        Rule = rule,
        Confidence = confidence,
    };
}
