namespace PerfEval.Parsing.Reading.Markdown;

/// <summary>Takes Markdown apart into its pieces; each line is looked at a fixed number of times.</summary>
internal sealed class MarkdownParser
{
    private readonly string[] _lines;
    private readonly ReadContext _context;
    private readonly List<MarkdownNode> _nodes = [];
    private int _at;

    private MarkdownParser(string text, ReadContext context) =>
        (_lines, _context) = (text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n'), context);

    /// <summary>The pieces in order.</summary>
    public static List<MarkdownNode> Parse(string text, ReadContext context)
    {
        var parser = new MarkdownParser(text, context);
        parser.Parse();
        return parser._nodes;
    }

    private void Parse()
    {
        while (_at < _lines.Length && !((_nodes.Count & 0xFF) == 0 && _context.IsTimeUp()))
        {
            _context.Step();
            if (Line(_at).IsBlank)
                _at++;
            else if (_nodes.Count < _context.Limits.MaxBlocks)
                ParseNode();
            else
            {
                _context.Log.Reached(nameof(ParseLimits.MaxBlocks), _context.Limits.MaxBlocks, "The text has more blocks than");
                return;
            }
        }
    }

    private void ParseNode()
    {
        var line = Line(_at);
        if (line.Fence is { Length: > 0 } fence)
            ParseCode(fence);
        else if (line.HeadingSigns is { Length: > 0 } signs)
            Add(new MarkdownNode(MarkdownKind.Heading, _at + 1, line.IsQuoted, HeadingText(line.Text[signs.Length..])) { Level = signs.Length }, 1);
        else if (line.IsBreak)
            Add(new MarkdownNode(MarkdownKind.Break, _at + 1, line.IsQuoted, ""), 1);
        else if (line.IsHtmlTable)
            AddLines(MarkdownKind.HtmlTable, HtmlTableEnd());
        else if (IsPipeTable(_at))
            AddLines(MarkdownKind.PipeTable, PipeTableEnd());
        else
            ParseText(line);
    }

    private void ParseText(MarkdownLine first)
    {
        var item = first.Item;
        var end = _at + 1;
        var underline = 0;
        for (; end < _lines.Length && Continues(end, first.IsQuoted); end++)
        {
            _context.Step();
            if (item.Length == 0 && (underline = Line(end).UnderlineLevel) > 0)
                break;
        }

        var text = string.Join('\n', Enumerable.Range(_at, end - _at).Select(i => Line(i).Text));
        var (kind, level) = item.Length > 0 ? (MarkdownKind.Item, 0) : underline > 0 ? (MarkdownKind.Heading, underline) : (MarkdownKind.Paragraph, 0);
        Add(new MarkdownNode(kind, _at + 1, first.IsQuoted, text[item.Length..]) { Level = level, Label = item.Length > 0 ? item.Value.Trim() : null }, end - _at + (underline > 0 ? 1 : 0));
    }

    // An underline looks like a break or an item; below text it is an underline.
    private bool Continues(int at, bool quoted)
    {
        var line = Line(at);
        return !line.IsBlank && line.IsQuoted == quoted
            && (line.UnderlineLevel > 0 || !(line.IsBreak || line.IsHtmlTable || line.Fence.Length > 0 || line.HeadingSigns.Length > 0 || line.Item.Length > 0 || IsPipeTable(at)));
    }

    private bool IsPipeTable(int at)
    {
        if (at + 1 == _lines.Length)
            return false;
        var (head, rule) = (Line(at), Line(at + 1));
        return head.IsQuoted == rule.IsQuoted && head.Text.Contains('|', StringComparison.Ordinal) && rule.IsTableRule
            && MarkdownTable.Split(head.Text).Count == MarkdownTable.Split(rule.Text).Count;
    }

    private int PipeTableEnd()
    {
        var quoted = Line(_at).IsQuoted;
        var end = _at + 2;
        while (end < _lines.Length && !Line(end).IsBlank && Line(end).IsQuoted == quoted && Line(end).Text.Contains('|', StringComparison.Ordinal))
            end++;
        return end;
    }

    private int HtmlTableEnd()
    {
        var quoted = Line(_at).IsQuoted;
        for (var end = _at; end < _lines.Length; end++)
        {
            if (Line(end).IsBlank || Line(end).IsQuoted != quoted)
                return end;
            if (_lines[end].Contains("</table>", StringComparison.OrdinalIgnoreCase))
                return end + 1;
        }

        return _lines.Length;
    }

    private void ParseCode(string fence)
    {
        var end = _at + 1;
        while (end < _lines.Length && !Line(end).Text.StartsWith(fence, StringComparison.Ordinal))
            end++;
        var (start, quoted) = (_at, Line(_at).IsQuoted);
        Add(new MarkdownNode(MarkdownKind.Code, start + 1, quoted, string.Join('\n', Enumerable.Range(start + 1, end - start - 1).Select(i => Line(i).Text))), end - start + 1);
    }

    // A closing row of signs belongs to the heading's markup.
    private static string HeadingText(string text)
    {
        text = text.Trim(' ', '\t');
        var bare = text.TrimEnd('#');
        return bare.Length == 0 || bare[^1] is ' ' or '\t' ? bare.TrimEnd(' ', '\t') : text;
    }

    private void AddLines(MarkdownKind kind, int end) =>
        Add(new MarkdownNode(kind, _at + 1, Line(_at).IsQuoted, string.Join('\n', Enumerable.Range(_at, end - _at).Select(i => Line(i).Text))), end - _at);

    private void Add(MarkdownNode node, int lines)
    {
        _nodes.Add(node);
        _at += lines;
    }

    private MarkdownLine Line(int at) => MarkdownLine.Of(_lines[at]);
}
