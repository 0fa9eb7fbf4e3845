using System.Globalization;

namespace PerfEval.Parsing.Reading.Xlsx;

/// <summary>What a cell shows for the value that it stores.</summary>
internal sealed class XlsxValues(IReadOnlyList<string> strings, XlsxStyles styles, bool countsFrom1904)
{
    // What spreadsheets compute with; digits beyond are noise of the binary form.
    private const int SignificantDigits = 15;
    private const double LastDay = 2_958_466;

    /// <summary>The text of a cell that refers to a shared one.</summary>
    internal string Shared(string index) =>
        int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < strings.Count ? strings[i] : "";

    /// <summary>The text of a number: as stored where it was typed, as the format prints it where it was computed or is a percentage or a date.</summary>
    internal string Number(string stored, int? style, bool isComputed)
    {
        var format = styles.FormatOf(style);
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return stored;
        if (format.DateParts.Length > 0 && number is >= 0 and < LastDay)
            return Date(number, format);
        if (Exact(stored, number) is not { } value)
            return number.ToString("R", CultureInfo.InvariantCulture);
        if (format.IsPercent && Math.Abs(value) < 1e20m)
            return Fixed(value * 100m, format.Decimals) + "%";
        var digits = isComputed ? Fixed(value, format.Decimals) : Fixed(value, null);
        return format.Before + digits + format.Behind;
    }

    private static decimal? Exact(string stored, double number)
    {
        if (decimal.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && stored.Count(char.IsAsciiDigit) <= SignificantDigits)
            return value;
        return decimal.TryParse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out value) ? value : null;
    }

    private static string Fixed(decimal value, int? decimals) => decimals is { } digits and <= 20
        ? Math.Round(value, digits, MidpointRounding.AwayFromZero).ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
        : value.ToString("0.############################", CultureInfo.InvariantCulture);

    private string Date(double days, NumberFormat format)
    {
        // The calendar from 1900 has a 29 February 1900 that never was.
        var origin = countsFrom1904 ? new DateTime(1904, 1, 1) : days < 60 ? new DateTime(1899, 12, 31) : new DateTime(1899, 12, 30);
        var limit = (DateTime.MaxValue - origin).TotalDays - 1;
        var moment = origin.AddSeconds(Math.Round(Math.Min(days, limit) * 86_400));
        var date = format.DateParts.TrimEnd('h') switch
        {
            "" => "",
            "y" => format.IsChineseDate ? "yyyy年" : "yyyy",
            "yM" => format.IsChineseDate ? "yyyy年M月" : "yyyy-MM",
            "M" or "Md" when format.IsChineseDate => format.DateParts[0] == 'M' && format.DateParts.Length > 1 && format.DateParts[1] == 'd' ? "M月d日" : "M月",
            _ => format.IsChineseDate ? "yyyy年M月d日" : "yyyy-MM-dd",
        };
        var pattern = format.DateParts.EndsWith('h') && (date.Length == 0 || moment.TimeOfDay != TimeSpan.Zero) ? (date + " HH:mm").Trim() : date;
        return moment.ToString(pattern.Length == 1 ? "%" + pattern : pattern, CultureInfo.InvariantCulture);
    }
}
