using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Reading.Markdown;

/// <summary>One line: whether it is quoted, and the text behind the signs of quotation.</summary>
internal readonly partial record struct MarkdownLine(string Text, bool IsQuoted)
{
    /// <summary>Whether nothing is on it.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    /// <summary>Whether it parts the text (<c>***</c>, <c>---</c>).</summary>
    public bool IsBreak => Text is ['*' or '-' or '_', ..] && Text.AsSpan().Count(Text[0]) >= 3 && Text.AsSpan().TrimStart(" \t" + Text[0]).IsEmpty;

    /// <summary>Whether a table in HTML begins on it.</summary>
    public bool IsHtmlTable => Text.StartsWith("<table", StringComparison.OrdinalIgnoreCase) && (Text.Length == 6 || Text[6] is '>' or ' ');

    /// <summary>The sign between which code stands; empty where none begins.</summary>
    public string Fence => FenceSigns().Match(Text).Value;

    /// <summary>The signs of a heading; empty where it is none.</summary>
    public string HeadingSigns => HeadingStart().Match(Text).Groups[1].Value;

    /// <summary>The level that the line as an underline gives to the line above; 0 where it is none.</summary>
    public int UnderlineLevel => !Underline().IsMatch(Text) ? 0 : Text[0] == '=' ? 1 : 2;

    /// <summary>Whether it parts a table's head from its body.</summary>
    public bool IsTableRule => Text is ['|' or ':' or '-', ..] && MarkdownTable.Split(Text).TrueForAll(IsRuleCell);

    /// <summary>The sign of a list item with the space behind it; its length is 0 where it is none.</summary>
    public Match Item => ItemStart().Match(Text);

    /// <summary>Takes a line apart.</summary>
    public static MarkdownLine Of(string line)
    {
        var text = line.TrimStart(' ', '\t');
        var quoted = text.StartsWith('>');
        return new MarkdownLine(quoted ? text.TrimStart('>', ' ', '\t') : text, quoted);
    }

    private static bool IsRuleCell(string cell)
    {
        var dashes = cell.AsSpan(cell.StartsWith(':') ? 1 : 0);
        dashes = dashes.EndsWith(":") ? dashes[..^1] : dashes;
        return !dashes.IsEmpty && !dashes.ContainsAnyExcept('-');
    }

    [GeneratedRegex(@"^(?:`{3,}|~{3,})")]
    private static partial Regex FenceSigns();

    [GeneratedRegex(@"^(#{1,6})(?:[ \t]|$)")]
    private static partial Regex HeadingStart();

    [GeneratedRegex(@"^(?:=+|-+)[ \t]*$")]
    private static partial Regex Underline();

    [GeneratedRegex(@"^(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)[ \t]*")]
    private static partial Regex ItemStart();
}
