using System.Globalization;
using System.Text;
using AngleSharp.Dom;

namespace PerfEval.Parsing.Reading.Html;

/// <summary>The labels that a list prints before its items.</summary>
internal sealed class HtmlList(IElement list)
{
    private readonly bool _ordered = list.LocalName == "ol";
    private readonly string _type = Type(list);
    private int _number = Number(list.GetAttribute("start")) ?? 1;

    /// <summary>The next item's label; <see langword="null"/> where the list prints none.</summary>
    public string? Next(IElement item)
    {
        if (Number(item.GetAttribute("value")) is { } value)
            _number = value;
        var number = _number++;
        if (_type == "none" || item.GetAttribute("style")?.Contains("list-style-type:none", StringComparison.OrdinalIgnoreCase) == true)
            return null;
        if (!_ordered)
            return "●";
        return _type switch
        {
            "a" or "lower-alpha" or "lower-latin" => Letters(number, 'a'),
            "A" or "upper-alpha" or "upper-latin" => Letters(number, 'A'),
            "i" or "lower-roman" => Roman(number).ToLowerInvariant(),
            "I" or "upper-roman" => Roman(number),
            _ => number.ToString(CultureInfo.InvariantCulture),
        } + ".";
    }

    private static string Type(IElement list)
    {
        var style = list.GetAttribute("style") ?? "";
        var at = style.IndexOf("list-style", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return list.GetAttribute("type")?.Trim() ?? "";
        var value = style[at..].Split(':', ';');
        return value.Length > 1 ? value[1].Trim().Split(' ')[0] : "";
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Letters(int number, char first)
    {
        if (number < 1)
            return number.ToString(CultureInfo.InvariantCulture);
        var letters = new StringBuilder();
        for (; number > 0; number = (number - 1) / 26)
            letters.Insert(0, (char)(first + (number - 1) % 26));
        return letters.ToString();
    }

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999)
            return number.ToString(CultureInfo.InvariantCulture);
        var roman = new StringBuilder();
        foreach (var (value, sign) in (ReadOnlySpan<(int, string)>)[(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")])
            for (; number >= value; number -= value)
                roman.Append(sign);
        return roman.ToString();
    }
}
