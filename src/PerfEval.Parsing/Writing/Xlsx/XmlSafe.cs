using System.Globalization;
using System.Text;
using System.Xml;

namespace PerfEval.Parsing.Writing.Xlsx;

/// <summary>Texts as a workbook holds them: characters that XML cannot hold are escaped (ISO/IEC 29500-1, 22.9.2.19).</summary>
internal static class XmlSafe
{
    /// <summary>The text with <c>_x0001_</c> for such a character, and <c>_x005F_</c> for an underline that would begin such an escape.</summary>
    internal static string Escape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                result.Append(text[i]).Append(text[++i]);
            else if (text[i] == '_' && IsEscape(text.AsSpan(i)))
                result.Append("_x005F_");
            else if (XmlConvert.IsXmlChar(text[i]) && text[i] != '\r')
                result.Append(text[i]);
            else
                // Half a surrogate pair is no character in any notation.
                result.Append(char.IsSurrogate(text[i]) ? "\uFFFD" : string.Create(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_"));
        }

        return result.ToString();
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] == 'x' && text[6] == '_' && text.Slice(2, 4).IndexOfAnyExcept("0123456789abcdefABCDEF") < 0;
}
