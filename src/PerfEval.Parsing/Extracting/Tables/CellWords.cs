using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting.Tables;

/// <summary>What a vocabulary says of the text of a cell, looked up once for each text: every reader of tables asks it of every cell. It belongs to one parse.</summary>
/// <param name="vocabulary">The words.</param>
internal sealed class CellWords(ReportVocabulary vocabulary)
{
    // No head and no label is longer; such texts are not kept.
    private const int Longest = 48;

    private static readonly CellWord Prose = new(null, null, null, false, false);

    private readonly Dictionary<string, CellWord> _known = new(StringComparer.Ordinal);

    /// <summary>The words.</summary>
    public ReportVocabulary Vocabulary { get; } = vocabulary;

    /// <summary>What a text is.</summary>
    public CellWord Of(string text)
    {
        if (text.Length is 0 or > Longest)
            return Prose;
        if (!_known.TryGetValue(text, out var word))
        {
            var key = ColumnVocabulary.Key(text);
            var (indicator, funding) = (Vocabulary.Columns.Indicator.Look(text, key), Vocabulary.Columns.Funding.Look(text, key));
            _known.Add(text, word = new CellWord(indicator.Field, funding.Field, Vocabulary.Labels.FieldOf(text), indicator.IsListed, funding.IsListed));
        }

        return word;
    }
}

/// <summary>What the text of a cell is by the vocabulary.</summary>
/// <param name="IndicatorField">The column of an indicator table that it heads; <see langword="null"/> where it heads none.</param>
/// <param name="FundingField">The column of a funding table that it heads; <see langword="null"/> where it heads none.</param>
/// <param name="LabelField">The field that it labels; <see langword="null"/> where it labels none.</param>
/// <param name="IsIndicatorHead">Whether it is on the list of indicator heads.</param>
/// <param name="IsFundingHead">Whether it is on the list of funding heads.</param>
internal sealed record CellWord(string? IndicatorField, string? FundingField, string? LabelField, bool IsIndicatorHead, bool IsFundingHead)
{
    /// <summary>Whether it is on one of the lists of heads.</summary>
    public bool IsHead => IsIndicatorHead || IsFundingHead;
}
