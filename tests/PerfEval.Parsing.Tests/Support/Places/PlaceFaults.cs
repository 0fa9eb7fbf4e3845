using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Tests.Support.Places;

/// <summary>What is wrong with the places that a parse's evidence names.</summary>
internal static class PlaceFaults
{
    /// <summary>The faults within the document as read: the text of a place is that of its block.</summary>
    public static IEnumerable<string> InDocument(ParseResult result) =>
        from report in result.Reports
        from entry in report.Evidence
        from place in Places(entry.Evidence)
        let block = result.Document!.Blocks[place.Block]
        where place.Length != place.Text.Length || place.Start + place.Length > block.Text.Length || block.Text.Substring(place.Start, place.Length) != place.Text
            || (place.Page is { } page && (page < 1 || page > report.Source.Pages)) || (place.Length == 0 && !IsWithoutText(block))
        select $"{entry.Pointer}: “{place.Text}” is not what stands at {place.Start} of block {place.Block}.";

    /// <summary>The faults in the file itself.</summary>
    public static IEnumerable<string> InFile(byte[] bytes, ParseResult result)
    {
        using var file = SourceFile.Open(bytes, result);
        if (file is null)
            yield break;
        foreach (var entry in result.Reports.SelectMany(r => r.Evidence))
            foreach (var place in Places(entry.Evidence))
                if (file.Fault(place) is { } fault)
                    yield return $"{entry.Pointer} “{(place.Text.Length <= 80 ? place.Text : place.Text[..80] + "…")}” ({place.Path}, row {place.Row}, column {place.Column}): {fault}";
    }

    /// <summary>The faults of the places of every paragraph and cell, whether a value was read there or not.</summary>
    public static IEnumerable<string> OfBlocks(byte[] bytes, ParseResult result)
    {
        using var file = SourceFile.Open(bytes, result);
        var finder = new PlaceFinder(result.Document!);
        var spans = result.Document!.Blocks.SelectMany((block, i) => block is Table table
            ? table.Rows.SelectMany(row => row.Cells).Select(cell => new SourceSpan(i, cell.Start, cell.Text.Length))
            : [new SourceSpan(i, 0, block.Text.Length)]);
        foreach (var span in spans.Where(span => file is not null && span.Length > 0))
            if (finder.Find(span) is var place && file!.Fault(place) is { } fault)
                yield return $"“{(place.Text.Length <= 80 ? place.Text : place.Text[..80] + "…")}” ({place.Path}, row {place.Row}, column {place.Column}): {fault}";
    }

    /// <summary>An automatic number is in no text, and a figure has none.</summary>
    private static bool IsWithoutText(Block block) => block is Figure or PageBreak || block.Text.Length == 0 || block is Paragraph { Label: not null } || (block is Table table && string.IsNullOrWhiteSpace(table.Text));

    /// <summary>The first place and the further ones.</summary>
    public static IEnumerable<Place> Places(Evidence evidence) => [evidence, .. evidence.More];
}
