namespace PerfEval.Parsing.Model;

/// <summary>How the text of a file was had.</summary>
public enum ReadingMethod
{
    /// <summary>From the text in the file.</summary>
    Text,

    /// <summary>By optical character recognition.</summary>
    Ocr,
}

/// <summary>The file that a report was read from.</summary>
public sealed record ReportSource
{
    /// <summary>The file's path or name as the caller gave it; <see langword="null"/> for a stream without a name.</summary>
    public string? Path { get; init; }

    /// <summary>The format by content: <c>docx</c>, <c>pdf</c>, <c>txt</c>, <c>html</c> …; <see langword="null"/> only for reports made by hand.</summary>
    public string? Format { get; init; }

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal; <see langword="null"/> for text that came decoded.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The number of bytes; <see langword="null"/> for text that came decoded.</summary>
    public long? Length { get; init; }

    /// <summary>The number of pages (pdf); <see langword="null"/> for formats without pages of their own.</summary>
    public int? Pages { get; init; }

    /// <summary>The character encoding (txt, html); <see langword="null"/> for formats that have none to tell.</summary>
    public string? Encoding { get; init; }

    /// <summary>How the text was had.</summary>
    public ReadingMethod Method { get; init; }

    /// <summary>Which of the file's reports it is, 1-based; <see langword="null"/> where the file holds one.</summary>
    public int? Part { get; init; }

    /// <summary>How many reports the file holds; <see langword="null"/> where it holds one.</summary>
    public int? Parts { get; init; }

    /// <summary>What the publishing page says (索引号, 发布机构, 发布日期 …), as printed; empty for most files.</summary>
    public IReadOnlyList<SourceMetadata> Metadata { get; init => field = ValueList.From(value); } = ValueList.Create<SourceMetadata>([]);
}

/// <summary>A label and value of a publishing page.</summary>
/// <param name="Name">The label (发布机构).</param>
/// <param name="Value">The value.</param>
public sealed record SourceMetadata(string Name, string Value);
