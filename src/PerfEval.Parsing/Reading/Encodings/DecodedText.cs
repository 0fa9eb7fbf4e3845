using System.Globalization;
using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Reading.Encodings;

/// <summary>A file's text, and what its decoding rests on.</summary>
/// <param name="Text">The text, without byte order mark.</param>
/// <param name="Encoding">The encoding's name.</param>
internal sealed record DecodedText(string Text, string Encoding)
{
    private const int SampleCharacters = 128 * 1024;

    private TextSample? _sample;

    /// <summary>What the text's beginning is made of.</summary>
    public TextSample Sample => _sample ??= SampleOf(Text);

    /// <summary>How many places did not decode.</summary>
    public int Damage { get; init; }

    /// <summary>An encoding that fits about as well.</summary>
    public string? Rival { get; init; }

    /// <summary>How the text had been misread before it was stored, where that was undone.</summary>
    public string? Repair { get; init; }

    /// <summary>What a text's beginning is made of.</summary>
    public static TextSample SampleOf(string text) => TextSample.Of(text.AsSpan(0, Math.Min(text.Length, SampleCharacters)));

    /// <summary>Notes what is odd.</summary>
    public DecodedText Report(DiagnosticLog log)
    {
        if (Damage > 0)
            log.Add(DiagnosticCode.EncodingDamaged, string.Create(CultureInfo.InvariantCulture, $"{Damage} places do not decode as {Encoding} and were replaced by U+FFFD."));
        if (Rival is not null)
            log.Add(DiagnosticCode.EncodingUncertain, $"The bytes fit {Encoding} and {Rival} about as well; {Encoding} was taken.");
        if (Repair is not null)
            log.Add(DiagnosticCode.TextRepaired, $"The text had been {Repair} before it was stored; that was undone.");
        return this;
    }
}
