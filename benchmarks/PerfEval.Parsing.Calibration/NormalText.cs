using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Calibration;

/// <summary>Values as they are compared: without white space, in one form of brackets and quotes, numbers to four places.</summary>
internal static partial class NormalText
{
    private const string Printed = "“”‘’—–～[]（）：，．％";
    private const string Plain = "\"\"''--~〔〕():,.%";

    /// <summary>A value; <see langword="null"/> for what says nothing.</summary>
    public static string? Of(JsonNode? value)
    {
        if (value is null || value is JsonArray { Count: 0 })
            return null;
        if (value is JsonArray list)
            return string.Join(',', list.Select(Of));
        var text = new StringBuilder();
        foreach (var c in value.ToString().Normalize(NormalizationForm.FormC))
            if (!char.IsWhiteSpace(c) && c != '\u200B')
                text.Append(Printed.IndexOf(c) is >= 0 and var at ? Plain[at] : c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c);
        return text.Length == 0 ? null
            : decimal.TryParse(text.ToString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? Math.Round(number, 4).ToString("0.####", CultureInfo.InvariantCulture)
                : text.ToString();
    }

    /// <summary>A project's name, with or without 项目 or 资金 at its end.</summary>
    public static string? Name(JsonNode? value) => Of(value) is { } name ? NameEnd().Replace(name, "") : null;

    /// <summary>What a citation is known by: its number, else its title.</summary>
    public static string Citation(JsonNode citation) => Of(citation["documentNumber"]) ?? "T:" + TitleMarks().Replace(Of(citation["title"]) ?? "", "");

    /// <summary>What an item is known by: the beginning of its head.</summary>
    public static string Item(JsonNode item)
    {
        var text = item is JsonValue ? item : item["heading"] ?? item["text"];
        var key = Marks().Replace(Counter().Replace(Of(text) ?? "", ""), "");
        return key[..Math.Min(8, key.Length)];
    }

    /// <summary>A heading without its punctuation and 附件1.</summary>
    public static string Heading(JsonNode? heading)
    {
        var key = Punctuation().Replace(Of(heading) ?? "", "");
        var plain = Annex().Replace(key, "");
        return plain.Length > 0 ? plain : key;
    }

    [GeneratedRegex("(项目|专项资金|资金)$")]
    private static partial Regex NameEnd();

    [GeneratedRegex("[《》〈〉<>]+")]
    private static partial Regex TitleMarks();

    [GeneratedRegex(@"^([一二三四五六七八九十]+[是、]|\(?\d+[).、．]|\([一二三四五六七八九十]+\))")]
    private static partial Regex Counter();

    [GeneratedRegex(@"[^\w]")]
    private static partial Regex Marks();

    [GeneratedRegex("[。：:、，,.]")]
    private static partial Regex Punctuation();

    [GeneratedRegex(@"^附[件表](\d{1,2}(?!\d))?")]
    private static partial Regex Annex();
}
