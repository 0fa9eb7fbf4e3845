using System.Text.Json.Serialization;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Model;

/// <summary>Where characters stand in the file that a report was read from.</summary>
public abstract record Place
{
    private protected Place()
    {
    }

    /// <summary>The characters themselves, as they stand in the block's text.</summary>
    public required string Text { get; init; }

    /// <summary>The page, 1-based (pdf); <see langword="null"/> where the format has no pages of its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Page { get; init; }

    /// <summary>The index of the block in the document's order (<see cref="SourceDocument.Blocks"/>).</summary>
    public int Block { get; init; }

    /// <summary>The first character's position in the block's text.</summary>
    public int Start { get; init; }

    /// <summary>The number of characters (UTF-16 units).</summary>
    public int Length { get; init; }

    /// <summary>
    /// Where the block begins in the file's own terms: <c>word/document.xml#12</c> (docx: the part, and the twelfth of its <c>//w:p | //w:tbl</c>),
    /// <c>p[12]</c> (html: the twelfth <c>p</c> of the page), <c>xl/worksheets/sheet1.xml#B4</c> (xlsx: the cell, or the first place of the table's grid),
    /// <c>B4</c> (csv), <c>line 40</c> (txt, md), <c>page 3</c> (pdf). <see langword="null"/> where the reader does not tell.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Path { get; init; }

    /// <summary>
    /// The row of the table's grid in which the cell begins, 1-based; rows that are hidden, deleted or without any cell are not counted in docx and html.
    /// <see langword="null"/> outside tables and for stretches of several cells. A table inside a cell is text of that cell.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Row { get; init; }

    /// <summary>The column of the table's grid in which the cell begins, 1-based, merged columns counted; <see langword="null"/> as <see cref="Row"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Column { get; init; }

    /// <summary>
    /// The line of the file on which the first character stands, 1-based (txt); otherwise <see langword="null"/>. A line ends with CR, LF, CR LF, VT,
    /// NEL, LS or PS; a form feed ends a page, not a line.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Line { get; init; }

    /// <summary>The first character's position in the file's decoded text, in UTF-16 units, the byte order mark not counted (txt); otherwise <see langword="null"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Offset { get; init; }

    /// <summary>Where the characters stand on the page (pdf): all of them that are on <see cref="Page"/>; <see langword="null"/> for other formats.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PageBox? Box { get; init; }

    /// <summary>The characters as the document's blocks count them.</summary>
    internal SourceSpan Span => new(Block, Start, Length);
}

/// <summary>A further place of a value that was read from several: the second line of a title, the unit in a table's head.</summary>
public sealed record EvidencePlace : Place;
