using System.Globalization;
using System.Text;

namespace PerfEval.Parsing.Writing.Pdf.Files;

/// <summary>How values are spelled in a PDF (ISO 32000-1, 7.3).</summary>
internal static class PdfSyntax
{
    /// <summary>A number with at most two decimals, which is finer than any printer.</summary>
    public static string Number(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);

    public static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");

    /// <summary>Text outside of page content, as UTF-16 in hexadecimal digits.</summary>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
}
