using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>How one run of text looks, all styles resolved.</summary>
/// <param name="Bold">Whether it is bold.</param>
/// <param name="HalfPoints">Its size; <see langword="null"/> where nobody says.</param>
/// <param name="Font">Its East Asian font.</param>
/// <param name="Symbols">The symbol font in which its Latin letters are set, if any.</param>
internal readonly record struct RunLook(bool Bold, int? HalfPoints, string? Font, string? Symbols);

/// <summary>A paragraph that is being read. Used again and again.</summary>
internal sealed class ParagraphDraft
{
    private readonly List<(int Size, int Count)> _sizes = [];
    private readonly List<(string Font, int Count)> _fonts = [];
    private char[] _text = new char[256];
    private int _length;
    private int _boldCount;
    private int _plainCount;
    private int _boldLead;

    internal ParagraphFormat Format;

    /// <summary>The number of the element in its part in which the text begins; see <see cref="Block.Path"/>.</summary>
    internal int Element { get; set; }

    internal ParagraphStyle Style { get; set; } = new();

    /// <summary>Whether text was added while a table of contents was being printed.</summary>
    internal bool IsContents { get; set; }

    /// <summary>The text comes after a page's end in the middle of a paragraph: it bears no label.</summary>
    internal bool IsContinued { get; set; }

    /// <summary>Pictures seen that are not yet handed on.</summary>
    internal int Figures { get; set; }

    /// <summary>Whether there is text other than white space.</summary>
    internal bool HasText => _boldCount + _plainCount > 0;

    internal void Clear()
    {
        ClearText();
        (Format, IsContents, IsContinued, Figures) = (default, false, false, 0);
    }

    internal void ClearText()
    {
        (_length, _boldCount, _plainCount, _boldLead) = (0, 0, 0, 0);
        _sizes.Clear();
        _fonts.Clear();
    }

    /// <summary>Adds a break, tab or other character as it stands.</summary>
    internal void Append(char c)
    {
        Reserve(1);
        _text[_length++] = c;
    }

    internal void Append(ReadOnlySpan<char> text, in RunLook look)
    {
        Reserve(text.Length);
        var start = _length;
        _length += DocxText.Clean(text, _text.AsSpan(_length), Style.IsDeclared);
        if (!Style.IsDeclared && (look.Symbols is not null || text.IndexOfAnyInRange('\uF020', '\uF0FF') >= 0))
            for (var i = start; i < _length; i++)
                _text[i] = DocxSymbols.Translate(look.Symbols, _text[i]);
        var visible = _text.AsSpan(start, _length - start).TrimEnd().Length;
        if (visible > 0)
            Measure(look, start + visible, visible);
    }

    /// <summary>Makes the paragraph; <see langword="null"/> where it has no text.</summary>
    internal Paragraph? ToParagraph(string? label, DocxTheme theme, TextStyle? like, BlockRole role, string path)
    {
        var text = TakeText(out var cut);
        if (text.Length == 0)
            return null;
        return new Paragraph
        {
            Role = role,
            Path = path,
            Declared = Style.Part,
            Text = text,
            Label = label,
            Style = ToStyle(theme, like),
            BoldLead = _boldCount > 0 && _plainCount > 0 ? Math.Clamp(_boldLead - cut, 0, text.Length) : 0,
            Indented = IsIndented(cut),
        };
    }

    /// <summary>The text in normal form.</summary>
    /// <param name="cut">How many characters of white space stood before it.</param>
    internal string TakeText(out int cut)
    {
        var trimmed = _text.AsSpan(0, _length).TrimStart();
        cut = _length - trimmed.Length;
        trimmed = trimmed.TrimEnd();
        if (trimmed.IsEmpty)
            return "";
        var text = DocxText.Compose(trimmed.ToString());
        if (Style.IsDeclared)
            return DocxText.TrimLines(text);
        return text.Contains('[') ? DocxText.WithoutArtefacts(text).Trim() : text;
    }

    private bool IsIndented(int cut)
    {
        var format = Style.Paragraph;
        format.Apply(Format);
        if (format.FirstLineIndented == true || format.LeftIndented == true)
            return true;
        var lead = _text.AsSpan(0, cut);
        return lead.Contains('\u3000') || lead.Contains('\t') || lead.Count(' ') >= 2;
    }

    private TextStyle ToStyle(DocxTheme theme, TextStyle? like)
    {
        var bold = _plainCount == 0 && _boldCount > 0;
        var font = theme.Resolve(Most(_fonts));
        double? size = Most(_sizes) is > 0 and var halfPoints ? halfPoints / 2.0 : null;
        var alignment = Format.Alignment ?? Style.Paragraph.Alignment ?? TextAlignment.Unknown;
        var level = Format.OutlineLevel ?? Style.Paragraph.OutlineLevel ?? Style.NamedLevel;
        var outline = level is >= 0 and < 9 ? level + 1 : null;
        // Most paragraphs look like the one before.
        if (like is not null && like.Bold == bold && like.Size == size && like.Alignment == alignment && like.OutlineLevel == outline
            && like.Font == font && like.StyleName == Style.Name)
            return like;
        return new TextStyle { Bold = bold, Font = font, Size = size, Alignment = alignment, OutlineLevel = outline, StyleName = Style.Name };
    }

    private void Measure(in RunLook look, int end, int count)
    {
        if (look.Bold)
        {
            _boldCount += count;
            if (_plainCount == 0)
                _boldLead = end;
        }
        else
        {
            _plainCount += count;
        }

        Add(_sizes, look.HalfPoints ?? 0, count);
        if (look.Font is not null)
            Add(_fonts, look.Font, count);
    }

    private static void Add<T>(List<(T Value, int Count)> counts, T value, int count)
        where T : IEquatable<T>
    {
        for (var i = 0; i < counts.Count; i++)
        {
            if (!counts[i].Value.Equals(value))
                continue;
            counts[i] = (value, counts[i].Count + count);
            return;
        }

        counts.Add((value, count));
    }

    private static T? Most<T>(List<(T Value, int Count)> counts)
    {
        var best = -1;
        for (var i = 0; i < counts.Count; i++)
            if (best < 0 || counts[i].Count > counts[best].Count)
                best = i;
        return best < 0 ? default : counts[best].Value;
    }

    private void Reserve(int count)
    {
        if (_length + count > _text.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _length + count));
    }
}
