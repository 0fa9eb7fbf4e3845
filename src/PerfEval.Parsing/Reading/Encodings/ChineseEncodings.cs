using System.Text;

namespace PerfEval.Parsing.Reading.Encodings;

/// <summary>The encodings that Chinese files come in, each strict (damage throws) and lenient (damage becomes U+FFFD).</summary>
internal sealed class ChineseEncodings
{
    public static ChineseEncodings Utf8 { get; } = new("utf-8", new UTF8Encoding(false, true), new UTF8Encoding(false, false));

    public static ChineseEncodings Utf16 { get; } = new("utf-16", new UnicodeEncoding(false, false, true), new UnicodeEncoding(false, false, false));

    public static ChineseEncodings Utf16BigEndian { get; } = new("utf-16BE", new UnicodeEncoding(true, false, true), new UnicodeEncoding(true, false, false));

    public static ChineseEncodings Utf32 { get; } = new("utf-32", new UTF32Encoding(false, false, true), new UTF32Encoding(false, false, false));

    public static ChineseEncodings Utf32BigEndian { get; } = new("utf-32BE", new UTF32Encoding(true, false, true), new UTF32Encoding(true, false, false));

    public static ChineseEncodings Gb18030 { get; } = CodePage("gb18030");

    public static ChineseEncodings Big5 { get; } = CodePage("big5");

    private ChineseEncodings(string name, Encoding strict, Encoding lenient)
    {
        Name = name;
        Strict = strict;
        Lenient = lenient;
    }

    /// <summary>The name that the contract prints.</summary>
    public string Name { get; }

    private Encoding Strict { get; }

    private Encoding Lenient { get; }

    /// <summary>The encoding that a page declares; <see langword="null"/> where the name is none of ours.</summary>
    public static ChineseEncodings? Declared(string name) => name.Trim().ToLowerInvariant() switch
    {
        "utf-8" or "utf8" or "unicode-1-1-utf-8" => Utf8,
        // Pages declared gb2312 routinely use characters of its supersets.
        "gb2312" or "gbk" or "gb18030" or "gb_2312-80" or "gb2312-80" or "x-gbk" or "cp936" or "ms936" or "windows-936" or "chinese" or "csgb2312" => Gb18030,
        "big5" or "big5-hkscs" or "big-5" or "cn-big5" or "cp950" or "x-x-big5" => Big5,
        // A page whose declaration could be read as ASCII is not UTF-16, whatever it declares.
        _ => null,
    };

    /// <summary>Decodes, damage as U+FFFD.</summary>
    public string Decode(ReadOnlySpan<byte> bytes) => Gbk(bytes) ?? CutGbk(bytes) ?? Tidy(Lenient.GetString(bytes));

    /// <summary>Decodes; <see langword="null"/> where a byte does not fit.</summary>
    public string? DecodeStrict(ReadOnlySpan<byte> bytes)
    {
        if (Gbk(bytes) is { } text)
            return text;
        try
        {
            return Tidy(Strict.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The bytes of a text; <see langword="null"/> where a character has none.</summary>
    public byte[]? Encode(string text)
    {
        try
        {
            return Strict.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }

    private static ChineseEncodings CodePage(string name)
    {
        // Taken from the provider itself: registering it would change the host's encodings.
        Encoding Get(EncoderFallback encoder, DecoderFallback decoder) => CodePagesEncodingProvider.Instance.GetEncoding(name, encoder, decoder)!;
        return new ChineseEncodings(
            name,
            Get(EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
            Get(EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")));
    }

    private string? Gbk(ReadOnlySpan<byte> bytes) => this == Gb18030 ? GbkText.Decode(bytes) : null;

    // A sample of a file ends within a character as often as not.
    private string? CutGbk(ReadOnlySpan<byte> bytes) => bytes.Length > 0 && Gbk(bytes[..^1]) is { } whole ? whole + '\uFFFD' : null;

    private string Tidy(string text) => this == Gb18030 ? Gb18030Edition2022.Apply(text) : text;
}
