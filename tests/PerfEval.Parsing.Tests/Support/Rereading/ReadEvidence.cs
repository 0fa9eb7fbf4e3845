using System.Globalization;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Tests.Support.Rereading;

/// <summary>The texts of one value's evidence, and whether they say a given value; every answer is what is wrong, or null.</summary>
internal sealed partial class ReadEvidence
{
    private readonly Evidence _evidence;
    private readonly IReadOnlyList<Place> _places;
    private readonly SourceDocument _document;

    public ReadEvidence(Evidence evidence, SourceDocument document) => (_evidence, _places, _document) = (evidence, [evidence, .. evidence.More], document);

    public string Text => _evidence.Text;

    public int Length => _evidence.Length;

    public string? Rule => _evidence.Rule;

    public string Label => LabelOf(_evidence);

    private bool IsStated => Rule == "supplement.value";

    public override string ToString() => $"{Rule}, block {_evidence.Block}: {string.Join(" | ", _places.Select(p => p.Text.Length > 80 ? p.Text[..80] + "…" : p.Text))}";

    /// <summary>Whether a place is not where it says.</summary>
    public string? Strays() => _places.All(p => p.Length == p.Text.Length && p.Start + p.Length <= _document.Blocks[p.Block].Text.Length
        && string.CompareOrdinal(_document.Blocks[p.Block].Text, p.Start, p.Text, 0, p.Length) == 0) ? null : "the block says something else there";

    /// <summary>Whether the places, one after the other, say the text; a paragraph's automatic label may stand before its beginning.</summary>
    public string? IsText(string? value)
    {
        var rest = Squeeze(value ?? "");
        if (rest.Length == 0)
            return "the report gives no text";
        foreach (var place in _places)
        {
            if (Starts(place).FirstOrDefault(s => rest.StartsWith(s, StringComparison.Ordinal)) is not { } found)
                return $"not {value}";
            rest = rest[found.Length..];
        }

        return rest.Length == 0 ? null : $"nothing says {rest}";
    }

    public string? IsNumber(decimal value) => Number(Narrow(Text).TrimEnd('分')) == value ? null : $"not {value}";

    /// <summary>Whether the figure times its unit is the money: the unit stands behind it, in a place of its own, or is assumed.</summary>
    public string? IsMoney(decimal value)
    {
        var match = Amount().Match(Narrow(Text));
        if (!match.Success || Number(match.Groups[1].Value) is not { } number)
            return "no amount";
        var unit = match.Groups[2].Value + string.Concat(_places.Skip(1).Select(p => Squeeze(p.Text)));
        decimal[] allowed = IsStated ? [number] : unit.Length > 0 ? [number * Factor(unit)] : Rule!.EndsWith(".unitAssumed", StringComparison.Ordinal) ? [number, number * 10_000m] : [];
        return allowed.Contains(value) ? null : $"not {value}";
    }

    public string? IsRate(decimal value)
    {
        var text = Narrow(Text);
        if (Number(text.TrimEnd('%')) is not { } number)
            return "no rate";
        var isPercentage = !IsStated && (text.EndsWith('%') || number > 1.5m);
        return (isPercentage ? number / 100m : number) == value ? null : $"not {value}";
    }

    /// <summary>Whether the place is what stands between 《 and 》.</summary>
    public string? IsTitle(string? value)
    {
        if (value is null || Quotes(Squeeze(Text)) != Quotes(Squeeze(value)))
            return $"not {value}";
        var block = _document.Blocks[_evidence.Block].Text;
        return IsStated || (_evidence.Start > 0 && block[_evidence.Start - 1] == '《' && block[_evidence.Start + _evidence.Length] == '》') ? null : "not within 《》";
    }

    /// <summary>Whether agency, year and number are those of the document number, whatever brackets are printed.</summary>
    public string? IsDocumentNumber(string? value) =>
        value is not null && (IsStated ? Squeeze(Text) == Squeeze(value) : Parts(Narrow(Text)) == Parts(Narrow(value))) ? null : $"not {value}";

    public static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\u200B' or '\uFEFF')));

    private string LabelOf(Place place) => place.Start == 0 && _document.Blocks[place.Block] is Paragraph { Label: { } label } ? label : "";

    // The longest beginning first: with the whole label, with its end, without it.
    private IEnumerable<string> Starts(Place place)
    {
        var label = Squeeze(LabelOf(place));
        return Enumerable.Range(0, label.Length + 1).Select(i => label[i..] + Squeeze(place.Text));
    }

    private static string Narrow(string text) => Squeeze(string.Concat(text.Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c)));

    private static string Quotes(string title) => Quote().Replace(title, "'");

    private static string Parts(string number) => string.Join('|', Part().Matches(number).Select(m => m.Value.TrimStart('0')));

    private static decimal Factor(string unit) => unit switch { _ when unit.Contains("亿元") => 100_000_000m, _ when unit.Contains("万元") => 10_000m, _ when unit.Contains("千元") => 1_000m, _ => 1m };

    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(@"^(-?[\d,]+(?:\.\d+)?)((?:亿|万|千)?元)?分?$")]
    private static partial Regex Amount();

    [GeneratedRegex("[《》〈〉<>‹›]")]
    private static partial Regex Quote();

    [GeneratedRegex(@"[\p{L}-[号第]]+|(?:19|20)\d{2}|\d+")]
    private static partial Regex Part();
}
