using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Reading.Encodings;

/// <summary>Text that had been decoded in a wrong encoding before it was stored: put right where the bytes can be had back, refused where not.</summary>
internal static class Mojibake
{
    /// <summary>Fewer characters than this prove nothing.</summary>
    private const int FewCharacters = 60;

    /// <summary>Gives back the text as it was meant.</summary>
    /// <exception cref="UnreadableDocumentException">The text is unreadable.</exception>
    public static DecodedText Undo(DecodedText decoded)
    {
        var sample = decoded.Sample;
        if (sample.NonAscii > 0 && sample.Latin * 2 > sample.NonAscii && FromSingleByte(decoded) is { } repaired)
            return repaired;
        if (IsBinary(decoded.Text, sample))
            throw Garbled();
        if (sample.Han < FewCharacters || sample.CommonShare >= 0.12)
            return decoded;
        // Rare characters only: names in lists are rare too, so the repair must be far better, and a refusal needs near certainty.
        if (FromGbk(decoded) is { } undone)
            return undone;
        return sample.CommonShare < 0.05 && IsRare(decoded.Text) ? throw Garbled() : decoded;
    }

    private static bool IsBinary(string text, TextSample sample) =>
        sample.BrokenShare > 0.1 && sample.Broken > 4
        // The first bytes of an OLE file contain a valid UTF-8 sequence for this letter.
        || text.AsSpan(0, Math.Min(64, text.Length)).Contains('\u0871');

    /// <summary>
    /// Whether the text is made of many different characters that hardly any text uses: those outside of the first level of GB 2312, which is
    /// the 3,755 characters in everyday use.
    /// </summary>
    private static bool IsRare(string text)
    {
        var different = new HashSet<char>();
        int han = 0, everyday = 0;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, 8 * 1024)))
        {
            if (c is < '\u4E00' or > '\u9FFF')
                continue;
            han++;
            different.Add(c);
            everyday += ChineseEncodings.Gb18030.Encode(c.ToString()) is [>= 0xB0 and <= 0xD7, >= 0xA1] ? 1 : 0;
        }

        return different.Count >= FewCharacters && everyday * 2 < han;
    }

    /// <summary>UTF-8 or GBK bytes that were read one character a byte (<c>ä¸­å›½</c>).</summary>
    private static DecodedText? FromSingleByte(DecodedText decoded)
    {
        if (Windows1252.GetBytes(decoded.Text) is not { } bytes)
            return FromSingleByteLines(decoded);
        foreach (var encoding in (ReadOnlySpan<ChineseEncodings>)[ChineseEncodings.Utf8, ChineseEncodings.Gb18030])
            if (encoding.DecodeStrict(bytes) is { } text && DecodedText.SampleOf(text).Plausibility > 0.3)
                return new DecodedText(text, decoded.Encoding) { Damage = decoded.Damage, Repair = $"{encoding.Name} misread as a single-byte encoding" };
        return FromSingleByteLines(decoded);
    }

    /// <summary>The same, line by line, where some lines are damaged or were added later.</summary>
    private static DecodedText? FromSingleByteLines(DecodedText decoded)
    {
        var lines = decoded.Text.Split('\n');
        var changed = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (Windows1252.GetBytes(lines[i]) is not { } bytes || ChineseEncodings.Utf8.DecodeStrict(bytes) is not { } line || line.Length == lines[i].Length)
                continue;
            lines[i] = line;
            changed++;
        }

        if (changed == 0)
            return null;
        var text = string.Join('\n', lines);
        return DecodedText.SampleOf(text).Plausibility > 0.3
            ? new DecodedText(text, decoded.Encoding) { Damage = decoded.Damage, Repair = "utf-8 misread as a single-byte encoding" }
            : null;
    }

    /// <summary>UTF-8 bytes that were read as GBK (<c>涓浗</c>); a byte is lost wherever a run was odd, which shows as damage.</summary>
    private static DecodedText? FromGbk(DecodedText decoded)
    {
        if (ChineseEncodings.Gb18030.Encode(decoded.Text) is not { } bytes)
            return null;
        var text = ChineseEncodings.Utf8.Decode(bytes);
        var damage = text.AsSpan().Count('\uFFFD');
        return DecodedText.SampleOf(text).CommonShare > 0.4 && damage * 10 < text.Length
            ? new DecodedText(text, decoded.Encoding) { Damage = damage, Repair = "utf-8 misread as gbk" }
            : null;
    }

    private static UnreadableDocumentException Garbled() => new(
        UnreadableReason.Garbled,
        "The text is unreadable: it was decoded in a wrong encoding before it was stored, or it is no text at all. Take the original file.");
}
