using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Viewing;

/// <summary>Places in words: page, table cell, line, part of the file.</summary>
internal static class PlaceNames
{
    /// <summary>A place in words; empty where nothing but the block is known.</summary>
    public static string Of(Place place, ViewVocabulary words)
    {
        string?[] parts =
        [
            place.Page is { } page ? words.Page("pageMark", page) : null,
            place is { Row: { } row, Column: { } column } ? words.Page("cell", row, column) : null,
            place.Line is { } line ? words.Page("line", line) : null,
            // A page or a line says it better than the part that it is in.
            place.Page is null && place.Line is null ? place.Path : null,
        ];
        return string.Join(" · ", parts.OfType<string>());
    }
}
