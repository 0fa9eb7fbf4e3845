using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>A sentence of a report's prose and its place.</summary>
/// <param name="Section">The section that it stands in.</param>
/// <param name="Block">The paragraph.</param>
/// <param name="Start">Where it begins in the paragraph's text.</param>
/// <param name="Text">The sentence with its closing mark.</param>
internal sealed record Sentence(OutlineSection Section, OutlineBlock Block, int Start, string Text)
{
    /// <summary>The place of a stretch of the sentence.</summary>
    public SourceSpan Span(int start, int length) => Block.Span(Start + start, length);
}

/// <summary>Cuts prose into sentences.</summary>
internal static class Sentences
{
    // No sentence of a report is longer; text without full stops is cut so that the work on each piece stays small.
    private const int LongSentence = 800;
    private const int LongestSentence = 2000;

    /// <summary>The sentences of a section's own paragraphs, in order. A semicolon does not end a sentence.</summary>
    public static List<Sentence> Of(OutlineSection section)
    {
        var found = new List<Sentence>();
        foreach (var block in section.Blocks)
            if (block.IsParagraph)
                Add(section, block, found);
        return found;
    }

    /// <summary>The sentences of one text.</summary>
    public static List<Sentence> Of(OutlineSection section, OutlineBlock block)
    {
        var found = new List<Sentence>();
        Add(section, block, found);
        return found;
    }

    private static void Add(OutlineSection section, OutlineBlock block, List<Sentence> found)
    {
        var (text, start) = (block.Text, 0);
        for (var i = 0; i < text.Length; i++)
        {
            var ends = text[i] is '。' or '\n' or '！' || (i - start >= LongSentence && text[i] is '；' or ';' or '，') || i - start >= LongestSentence;
            if (!ends)
                continue;
            if (i > start)
                found.Add(new Sentence(section, block, start, text[start..(i + 1)]));
            start = i + 1;
        }

        if (start < text.Length)
            found.Add(new Sentence(section, block, start, text[start..]));
    }

    /// <summary>The sentences of a whole report, in order.</summary>
    public static IEnumerable<Sentence> Of(ReportOutline outline) => outline.Walk().SelectMany(Of);

    /// <summary>The sentences outside abstract, cover and annexes.</summary>
    public static IEnumerable<Sentence> OfBody(ReportOutline outline) => outline.Walk()
        .Where(s => !s.IsWithin(SectionKind.Abstract) && !s.IsWithin(SectionKind.Attachments) && !s.Kinds.Contains(SectionKind.Cover)).SelectMany(Of);
}
