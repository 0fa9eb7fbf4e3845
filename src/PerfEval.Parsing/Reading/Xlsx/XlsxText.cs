using System.Globalization;
using System.Text;
using PerfEval.Parsing.Reading.OfficeParts;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.Xlsx;

/// <summary>Texts as spreadsheets store them: plain or as runs, with phonetic notes that are no text, and with escapes.</summary>
internal static class XlsxText
{
    /// <summary>The text of the current element (<c>si</c>, <c>is</c>), in normal form.</summary>
    internal static string Read(OfficeXml xml, StringBuilder buffer)
    {
        buffer.Clear();
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.Name == "t")
                Append(xml, buffer);
            else if (xml.Name == "r")
                for (var run = xml.Enter(); xml.NextChild(run);)
                    if (xml.Name == "t")
                        Append(xml, buffer);
        }

        return Normal(buffer.ToString());
    }

    /// <summary>The characters directly inside the current element.</summary>
    internal static void Append(OfficeXml xml, StringBuilder buffer)
    {
        for (var depth = xml.Enter(); xml.NextText(depth);)
            buffer.Append(xml.Value());
    }

    /// <summary>A cell's text: escapes undone, lines without white space around them, blank lines left out.</summary>
    internal static string Normal(string text)
    {
        text = NormalText.Clean(Unescape(text));
        return text.Contains('\n', StringComparison.Ordinal)
            ? string.Join('\n', text.Split('\n').Select(NormalText.Trim).Where(line => line.Length > 0))
            : NormalText.Trim(text);
    }

    // _x000D_ is a character that XML cannot hold, _x005F_ an underline that would begin such an escape (ISO/IEC 29500-1, 22.9.2.19).
    private static string Unescape(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
            return text;
        var result = new StringBuilder(text.Length);
        var done = 0;
        for (; at >= 0; at = text.IndexOf("_x", at, StringComparison.Ordinal))
        {
            if (at + 6 < text.Length && text[at + 6] == '_' && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                result.Append(text, done, at - done).Append((char)code);
                done = at += 7;
            }
            else
            {
                at += 2;
            }
        }

        return result.Append(text, done, text.Length - done).ToString();
    }
}
