using System.Globalization;

namespace PerfEval.Parsing.Model;

/// <summary>A date as precise as the report is: a year, a month or a day.</summary>
/// <param name="Year">The year, 1–9999.</param>
/// <param name="Month">The month, 1–12; <see langword="null"/> where only the year is given.</param>
/// <param name="Day">The day of the month; <see langword="null"/> where only the month is given.</param>
public readonly record struct PartialDate(int Year, int? Month = null, int? Day = null)
{
    /// <summary>The date as a <see cref="DateOnly"/>; <see langword="null"/> where the day is not given.</summary>
    /// <returns>The day, or <see langword="null"/>.</returns>
    public DateOnly? ToDateOnly() => Month is int month && Day is int day ? new DateOnly(Year, month, day) : null;

    /// <summary>Reads <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>.</summary>
    /// <param name="text">The text; <see langword="null"/> is no date.</param>
    /// <param name="date">The date, if the text is one.</param>
    /// <returns>Whether the text is a date of one of these forms.</returns>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        var parts = (text ?? "").Split('-');
        if (parts.Length is 0 or > 3 || parts[0].Length != 4 || parts.Skip(1).Any(p => p.Length != 2))
            return false;
        var numbers = new int[3];
        for (var i = 0; i < parts.Length; i++)
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                return false;
        return TryCreate(numbers[0], parts.Length > 1 ? numbers[1] : null, parts.Length > 2 ? numbers[2] : null, out date);
    }

    /// <summary>A date of the given parts, if they make one.</summary>
    /// <param name="year">The year.</param>
    /// <param name="month">The month; <see langword="null"/> where only the year is given.</param>
    /// <param name="day">The day; <see langword="null"/> where only the month is given.</param>
    /// <param name="date">The date.</param>
    /// <returns>Whether the parts are a date of the calendar.</returns>
    public static bool TryCreate(int year, int? month, int? day, out PartialDate date)
    {
        date = new PartialDate(year, month, month is null ? null : day);
        return year is >= 1 and <= 9999 && month is null or (>= 1 and <= 12)
            && (day is null || (month is int m && day >= 1 && day <= DateTime.DaysInMonth(Math.Clamp(year, 1, 9999), m)));
    }

    /// <summary>The date as <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => (Month, Day) switch
    {
        (null, _) => Year.ToString("0000", CultureInfo.InvariantCulture),
        (int month, null) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}"),
        (int month, int day) => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{month:00}-{day:00}"),
    };
}
