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
            || (place.Page is { } page && (page < 1 || page > report.Source.Pages)) || place.Length == 0
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

    /// <summary>The first place and the further ones.</summary>
    public static IEnumerable<Place> Places(Evidence evidence) => [evidence, .. evidence.More];
}
