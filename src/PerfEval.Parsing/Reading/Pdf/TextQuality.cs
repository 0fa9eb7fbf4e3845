using System.Globalization;
using System.Runtime.InteropServices;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Encodings;
using PerfEval.Parsing.Reading.Pdf.Content;
using PerfEval.Parsing.Reading.Pdf.Fonts;

namespace PerfEval.Parsing.Reading.Pdf;

/// <summary>
/// Watches whether the text of the pages can be text: characters that fonts do not name, private ones, and ideographs of which hardly any is common,
/// as fonts with mappings of their own give them.
/// </summary>
internal sealed class TextQuality
{
    /// <summary>Ordinary text has 0.35 to 0.7 of its ideographs among the common ones (measured); mappings of their own give none.</summary>
    private const double FewestCommon = 0.12;

    private const int Enough = 60;

    /// <summary>The share of a page's characters that may be unknown: bullets and signs of symbol fonts.</summary>
    private const double UnknownShare = 0.05;

    private readonly List<int> _unknown = [];
    private readonly List<int> _garbled = [];
    private readonly List<int> _lacking = [];
    private readonly SortedSet<string> _fonts = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _repairs = new(StringComparer.Ordinal);

    public void NoteRepair(string what) => _repairs.Add(what);

    public void See(PageContent page)
    {
        int letters = 0, unknown = 0, han = 0, common = 0;
        foreach (ref readonly var glyph in CollectionsMarshal.AsSpan(page.Glyphs))
        {
            var c = glyph.Text[0];
            // Nearly all are; it is the cheapest to tell.
            if (ChineseText.IsHan(c))
            {
                letters++;
                han++;
                common += CommonHan.Contains(c) ? 1 : 0;
                continue;
            }

            if (char.IsWhiteSpace(c))
                continue;
            letters++;
            if (c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') || (c < ' ' && c != '\t'))
            {
                unknown++;
                if (glyph.Text == PdfFont.Unknown && _fonts.Count < 20)
                    _fonts.Add(page.Fonts[glyph.Font].Name);
            }
        }

        if (page.BytesWithoutFont > 0)
            _lacking.Add(page.Number);
        if (unknown > UnknownShare * letters && unknown > 3)
            _unknown.Add(page.Number);
        if (han >= Enough && common < FewestCommon * han)
            _garbled.Add(page.Number);
    }

    public void Report(DiagnosticLog log)
    {
        foreach (var repair in _repairs)
            log.Add(DiagnosticCode.TextRepaired, repair);
        if (_lacking.Count > 0)
            log.Add(DiagnosticCode.FontUnmapped, $"On {Pages(_lacking)} text is set in fonts that are missing from the file; it was left out.");
        if (_unknown.Count > 0)
            log.Add(
                _fonts.Count > 0 ? DiagnosticCode.FontUnmapped : DiagnosticCode.TextGarbled,
                $"On {Pages(_unknown)} fonts do not say which characters they show{(_fonts.Count > 0 ? " (" + string.Join(", ", _fonts) + ")" : "")}.");
        if (_garbled.Count > 0)
            log.Add(DiagnosticCode.TextGarbled, $"On {Pages(_garbled)} the text is unreadable: a font maps its glyphs to wrong characters.");
    }

    private static string Pages(List<int> pages)
    {
        const int Most = 10;
        var numbers = string.Join(", ", pages.Take(Most).Select(p => p.ToString(CultureInfo.InvariantCulture)));
        return pages.Count == 1 ? $"page {numbers}" : $"pages {numbers}{(pages.Count > Most ? " …" : "")}";
    }
}
