using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Structuring;

/// <summary>What a classifier has found out about a heading's wording, so that it need not find it out again.</summary>
internal sealed class HeadingMeaning(string heading)
{
    private string? _unified, _core;

    /// <summary>See <see cref="HeadingWording.Plain"/>.</summary>
    public string Plain { get; } = HeadingWording.Plain(heading);

    /// <summary>See <see cref="HeadingWording.Unified"/>.</summary>
    public string Unified => _unified ??= HeadingWording.Unified(Plain);

    /// <summary>See <see cref="HeadingWording.Core"/>.</summary>
    public string Core => _core ??= HeadingWording.Core(Unified);

    /// <summary>Whether the whole wording is on the list.</summary>
    public bool? IsKnown { get; set; }

    /// <summary>What it names wherever it stands.</summary>
    public IReadOnlyList<SectionKind>? Alone { get; set; }
}
