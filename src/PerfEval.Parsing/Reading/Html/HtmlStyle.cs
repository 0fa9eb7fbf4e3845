using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Reading.Html;

/// <summary>How text looks at a place of the page, as far as inline styles and presentational elements say; inherited downwards.</summary>
internal readonly partial record struct HtmlStyle(bool Bold, string? Font, double? Size, TextAlignment Alignment, bool Indent, bool Preformatted)
{
    /// <summary>The style inside an element.</summary>
    public HtmlStyle Inside(IElement element)
    {
        var style = ByElement(element);
        if (element.GetAttribute("align") is { } align && element.LocalName is not ("table" or "img"))
            style = style with { Alignment = ParseAlignment(align) ?? style.Alignment };
        return element.GetAttribute("style") is { Length: > 0 } css ? style.ByCss(css) : style;
    }

    private HtmlStyle ByElement(IElement element) => element.LocalName switch
    {
        "b" or "strong" or "th" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => this with { Bold = true },
        "center" => this with { Alignment = TextAlignment.Center },
        "pre" or "xmp" => this with { Preformatted = true },
        "font" => this with { Font = FirstFont(element.GetAttribute("face")) ?? Font },
        // A table does not inherit how the paragraph around it begins.
        "table" or "li" => this with { Indent = false },
        _ => this,
    };

    private HtmlStyle ByCss(string css)
    {
        var style = this;
        foreach (var range in css.AsSpan().Split(';'))
        {
            var declaration = css.AsSpan()[range];
            var colon = declaration.IndexOf(':');
            if (colon < 0)
                continue;
            var value = declaration[(colon + 1)..].Trim();
            style = declaration[..colon].Trim().ToString().ToLowerInvariant() switch
            {
                "font-weight" => style with { Bold = value.StartsWith("bold", StringComparison.OrdinalIgnoreCase) || (int.TryParse(value, CultureInfo.InvariantCulture, out var weight) && weight >= 600) },
                "font-size" => style with { Size = Points(value) ?? style.Size },
                "font-family" => style with { Font = FirstFont(value.ToString()) ?? style.Font },
                "text-align" => style with { Alignment = ParseAlignment(value.ToString()) ?? style.Alignment },
                "text-indent" or "padding-left" => style with { Indent = IsPositive(value) },
                "white-space" => style with { Preformatted = value.StartsWith("pre", StringComparison.OrdinalIgnoreCase) && !value.Equals("pre-line", StringComparison.OrdinalIgnoreCase) },
                _ => style,
            };
        }

        return style;
    }

    private static TextAlignment? ParseAlignment(string value) => value.Trim().ToLowerInvariant() switch
    {
        "left" or "start" => TextAlignment.Left,
        "center" or "middle" => TextAlignment.Center,
        "right" or "end" => TextAlignment.Right,
        "justify" => TextAlignment.Justify,
        _ => null,
    };

    private static string? FirstFont(string? families)
    {
        var first = families?.Split(',')[0].Trim().Trim('"', '\'').Trim();
        return string.IsNullOrEmpty(first) ? null : first;
    }

    private static double? Points(ReadOnlySpan<char> value)
    {
        if (Length().Match(value.ToString()) is not { Success: true } match)
            return null;
        var number = double.Parse(match.Groups[1].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return match.Groups[2].Value.ToLowerInvariant() switch
        {
            "pt" => number,
            "px" => Math.Round(number * 0.75, 2),
            _ => null,
        };
    }

    private static bool IsPositive(ReadOnlySpan<char> value) =>
        Length().Match(value.ToString()) is { Success: true } match && double.Parse(match.Groups[1].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) > 0;

    [GeneratedRegex(@"^(\d{1,5}(?:\.\d{1,9})?)\s*(pt|px|em|rem|%|cm|mm|char|ch)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Length();
}
