using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Tables;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>Finds the words that tell what kind of paper a report is, each with its place.</summary>
internal sealed class ReportWords
{
    private readonly ReportFacts _facts;

    /// <summary>The words of a report whose title is known.</summary>
    public ReportWords(ReportOutline outline, ReportDraft draft) => (Outline, _facts, Title) = (outline, draft.Facts, draft.Report.Title ?? "");

    /// <summary>The report.</summary>
    public ReportOutline Outline { get; }

    /// <summary>The title; empty where there is none.</summary>
    public string Title { get; }

    /// <summary>Where the title has one of the words, the first of them that it has; <see langword="null"/> where it has none.</summary>
    public SourceSpan[]? InTitle(params IEnumerable<string> words) =>
        words.FirstOrDefault(w => Title.Contains(w, StringComparison.Ordinal)) is { } word ? OfTitle(word) : null;

    /// <summary>Where the title matches.</summary>
    public SourceSpan[]? InTitle(Regex words) => words.Match(Title) is { Success: true } match ? OfTitle(match.Value) : null;

    /// <summary>Where the body's text has a word first.</summary>
    public SourceSpan[]? InText(string word)
    {
        foreach (var sentence in _facts.Sentences)
            if (sentence.Text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at)
                return [sentence.Span(at, word.Length)];
        return null;
    }

    /// <summary>Where the body's text matches first.</summary>
    /// <param name="words">The expression.</param>
    /// <param name="within">How many characters of the body are looked at.</param>
    public SourceSpan[]? InText(Regex words, int within = int.MaxValue)
    {
        var passed = 0;
        foreach (var sentence in _facts.Sentences)
        {
            if (passed >= within)
                return null;
            if (words.Match(sentence.Text) is { Success: true } match && passed + match.Index + match.Length <= within)
                return [sentence.Span(match.Index, match.Length)];
            passed += sentence.Text.Length + 1;
        }

        return null;
    }

    /// <summary>The place of the first label of which something holds.</summary>
    public SourceSpan[]? LabelWhere(Predicate<LabelledValue> holds) => _facts.Labels.FirstOrDefault(l => holds(l)) is { } label ? [label.LabelSpan] : null;

    /// <summary>The place of the first head or label of a table; of a table without any, of its first text.</summary>
    public static SourceSpan HeadOf(TableView table)
    {
        (int Row, int Column)? first = null;
        for (var row = 0; row < table.Rows; row++)
            foreach (var (column, cell) in table.RowCells(row))
            {
                if (string.IsNullOrWhiteSpace(cell.Text))
                    continue;
                if (table.Words(cell.Text) is { IsHead: true } or { LabelField: not null })
                    return table.Span(row, column);
                first ??= (row, column);
            }

        return first is var (firstRow, firstColumn) ? table.Span(firstRow, firstColumn) : table.Span(0, 0);
    }

    private SourceSpan[] OfTitle(string words) => TracedText.Exact(Outline.Document, words, [.. Outline.Title.Select(t => t.Span)]);
}
