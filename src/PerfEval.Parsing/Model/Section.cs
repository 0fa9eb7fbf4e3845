using System.Text.Json.Serialization;

namespace PerfEval.Parsing.Model;

/// <summary>A section of the outline.</summary>
public sealed record Section
{
    /// <summary>The number as printed with its punctuation (<c>（一）</c>, <c>1.</c>) or as automatic numbering prints it; empty where there is none.</summary>
    public string Number { get; init; } = "";

    /// <summary>The heading without number and closing punctuation; <see langword="null"/> for cover, preface and a bare form.</summary>
    public string? Heading { get; init; }

    /// <summary>The rank in this report, 1-based; 0 for cover, preface and a bare form.</summary>
    public int Level { get; init; }

    /// <summary>What it is about; empty where nothing fits, several for a joined heading.</summary>
    public IReadOnlyList<SectionKind> Kinds { get; init => field = ValueList.From(value); } = ValueList.Create<SectionKind>([]);

    /// <summary>Its own content, in order, without the children's.</summary>
    public IReadOnlyList<ContentBlock> Blocks { get; init => field = ValueList.From(value); } = ValueList.Create<ContentBlock>([]);

    /// <summary>The sections below it, in order.</summary>
    public IReadOnlyList<Section> Children { get; init => field = ValueList.From(value); } = ValueList.Create<Section>([]);
}

/// <summary>A piece of a section's own content.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ParagraphContent), "paragraph")]
[JsonDerivedType(typeof(TableContent), "table")]
[JsonDerivedType(typeof(FigureContent), "figure")]
public abstract record ContentBlock;

/// <summary>A paragraph.</summary>
/// <param name="Text">The text; soft breaks are <c>\n</c>.</param>
public sealed record ParagraphContent(string Text) : ContentBlock;

/// <summary>A table.</summary>
public sealed record TableContent : ContentBlock
{
    /// <summary>The caption (表题), with its number; <see langword="null"/> where there is none.</summary>
    public string? Caption { get; init; }

    /// <summary>The rows of cells; a merged cell stands once, where it begins.</summary>
    public IReadOnlyList<IReadOnlyList<ContentCell>> Rows { get; init => field = ValueList.From([.. value.Select(ValueList.From)]); } =
        ValueList.Create<IReadOnlyList<ContentCell>>([]);
}

/// <summary>A picture without text.</summary>
public sealed record FigureContent : ContentBlock;

/// <summary>A cell of a table.</summary>
/// <param name="Text">The text.</param>
/// <param name="RowSpan">The rows that it covers.</param>
/// <param name="ColSpan">The columns that it covers.</param>
public sealed record ContentCell(string Text, int RowSpan = 1, int ColSpan = 1);
