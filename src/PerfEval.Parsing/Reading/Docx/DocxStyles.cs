using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.OfficeParts;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>A paragraph style with all that it inherits.</summary>
internal sealed class ParagraphStyle
{
    internal string? Name { get; init; }

    internal ParagraphFormat Paragraph { get; init; }

    internal RunFormat Run { get; init; }

    /// <summary>The style's id and those it is based on, nearest first: numbering levels are linked to any of them.</summary>
    internal IReadOnlyList<string> Chain { get; init; } = [];

    /// <summary>Whether the style is one of those that Word gives to the lines of a table of contents.</summary>
    internal bool IsContents { get; init; }

    /// <summary>The outline level that a heading's name implies, 0-based, for files whose styles do not say it otherwise.</summary>
    internal int? NamedLevel { get; init; }

    /// <summary>The style's place among those that declare; <see langword="null"/> for all others.</summary>
    internal DeclaredStyle? Declares { get; init; }

    /// <summary>What paragraphs of the style are declared to be.</summary>
    internal DeclaredPart Part { get; init; }

    /// <summary>Whether paragraphs of the style hold text in its normal form, to be taken as it stands.</summary>
    internal bool IsDeclared => Declares is not null || Part != DeclaredPart.None;
}

/// <summary>The document's styles; inheritance is resolved when a style is first asked for.</summary>
internal sealed class DocxStyles
{
    private const int MaxChain = 64;
    private static readonly string[] HeadingNames = ["heading", "标题"];
    private static readonly string[] ContentsNames = ["toc", "目录", "contents"];

    private readonly Dictionary<string, Definition> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ParagraphStyle> _paragraphStyles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RunFormat> _characterStyles = new(StringComparer.Ordinal);
    private RunFormat _defaultRun;
    private ParagraphFormat _defaultParagraph;
    private string? _defaultParagraphStyle;
    private bool _declares;

    private DocxStyles()
    {
    }

    internal static DocxStyles Read(OfficePackage package, string? part)
    {
        var styles = new DocxStyles();
        using var xml = part is null ? null : package.OpenXml(part, isOptional: false);
        if (xml is null || !xml.ReadRoot())
            return styles;
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (!xml.IsWord)
                continue;
            if (xml.Name == "style")
                styles.ReadStyle(xml);
            else if (xml.Name == "docDefaults")
                styles.ReadDefaults(xml);
        }

        return styles;
    }

    /// <summary>The paragraph style of the given id, or the default one.</summary>
    internal ParagraphStyle Paragraph(string? id)
    {
        id ??= _defaultParagraphStyle ?? "";
        if (!_paragraphStyles.TryGetValue(id, out var style))
            _paragraphStyles[id] = style = Resolve(id);
        return style;
    }

    /// <summary>What a character style says, with what it inherits from other character styles.</summary>
    internal RunFormat Character(string id)
    {
        if (_characterStyles.TryGetValue(id, out var format))
            return format;
        var chain = ChainOf(id);
        for (var i = chain.Count - 1; i >= 0; i--)
            format.Apply(_definitions[chain[i]].Run);
        return _characterStyles[id] = format;
    }

    /// <summary>The list that a numbering style stands for.</summary>
    internal int? NumberOf(string styleId) => _definitions.TryGetValue(styleId, out var style) ? style.Paragraph.NumberId : null;

    /// <summary>What tables of a style are declared to be.</summary>
    internal DeclaredPart TablePart(string? id) =>
        id is not null && _definitions.TryGetValue(id, out var style) ? DeclaredStyle.Find(style.Name)?.Part ?? DeclaredPart.None : DeclaredPart.None;

    private ParagraphStyle Resolve(string id)
    {
        var chain = ChainOf(id);
        var (paragraph, run) = (_defaultParagraph, _defaultRun);
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            paragraph.Apply(_definitions[chain[i]].Paragraph);
            run.Apply(_definitions[chain[i]].Run);
        }

        // The id of a style that is not defined is all that is left of its name.
        var name = chain.Count > 0 ? _definitions[chain[0]].Name ?? id : id;
        var declares = DeclaredStyle.Find(name);
        return new ParagraphStyle
        {
            Declares = declares,
            Part = declares?.Part ?? (_declares && NumberAfter(name, HeadingNames) is >= 1 and <= 9 ? DeclaredPart.Heading : DeclaredPart.None),
            Name = name.Length == 0 ? null : name,
            Paragraph = paragraph,
            Run = run,
            Chain = chain,
            IsContents = IsContentsName(name),
            NamedLevel = paragraph.OutlineLevel is null && NumberAfter(name, HeadingNames) is >= 1 and <= 9 and var level ? level - 1 : null,
        };
    }

    private List<string> ChainOf(string id)
    {
        var chain = new List<string>();
        for (string? at = id; at is not null && _definitions.TryGetValue(at, out var style) && chain.Count < MaxChain; at = style.BasedOn)
        {
            if (chain.Contains(at))
                break;
            chain.Add(at);
        }

        return chain;
    }

    private void ReadStyle(OfficeXml xml)
    {
        if (xml.Attribute("styleId") is not { } id)
            return;
        var type = xml.Attribute("type");
        if (type is null or "paragraph" && xml.Attribute("default") is "1" or "true" or "on")
            _defaultParagraphStyle ??= id;
        var style = new Definition();
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (!xml.IsWord)
                continue;
            switch (xml.Name)
            {
                case "name":
                    style.Name = xml.Val();
                    break;
                case "basedOn":
                    style.BasedOn = xml.Val();
                    break;
                case "pPr":
                    style.Paragraph = ParagraphFormat.Read(xml, readSection: null);
                    break;
                case "rPr":
                    style.Run = RunFormat.Read(xml);
                    break;
            }
        }

        _definitions.TryAdd(id, style);
        _declares |= DeclaredStyle.Find(style.Name) is not null;
    }

    private void ReadDefaults(OfficeXml xml)
    {
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            var inner = xml.Enter();
            while (xml.NextChild(inner))
            {
                if (xml.Name == "rPr")
                    _defaultRun = RunFormat.Read(xml);
                else if (xml.Name == "pPr")
                    _defaultParagraph = ParagraphFormat.Read(xml, readSection: null);
            }
        }
    }

    internal static bool IsContentsName(string name) =>
        NumberAfter(name, ContentsNames) is not null
        || name.Equals("目录", StringComparison.Ordinal)
        || name.StartsWith("toc heading", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("TOC 标题", StringComparison.OrdinalIgnoreCase);

    /// <summary>The number in <c>heading 1</c>, <c>标题 1</c>, <c>Heading1</c>.</summary>
    private static int? NumberAfter(string name, string[] words)
    {
        foreach (var word in words)
            if (name.StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(name.AsSpan(word.Length).Trim(), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
                return number;
        return null;
    }

    private sealed class Definition
    {
        internal string? Name;
        internal string? BasedOn;
        internal ParagraphFormat Paragraph;
        internal RunFormat Run;
    }
}
