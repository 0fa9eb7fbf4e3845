using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Writing.Docx;

/// <summary>Writes the lines of a cover: the title in large type above the middle, lines with a label in a column, all others centred.</summary>
internal sealed class CoverWriter
{
    private const int TitleHalfPoints = 52;
    private const int TitleLine = 760;
    private const int GapBelowTitle = 1800;
    private const int LongestLabel = 12;

    private readonly WordXml _xml;
    private int _spaceAbove;
    private bool _isFirstLine = true;

    /// <summary>A writer of one cover.</summary>
    /// <param name="xml">Where.</param>
    /// <param name="blocks">The cover's blocks, the title among them.</param>
    public CoverWriter(WordXml xml, IEnumerable<Block> blocks)
    {
        _xml = xml;
        var height = GapBelowTitle;
        foreach (var block in blocks)
            height += block.Declared == DeclaredPart.Title ? TitleLine * TextWidth.Lines(block.Text, PageSetup.TextWidth / (TitleHalfPoints * 5))
                : PageSetup.Line * TextWidth.Lines(block.Text, PageSetup.TextWidth / (StyleSheet.BodyHalfPoints * 5));
        // Two parts above and three below look like the middle.
        _spaceAbove = Math.Max(0, PageSetup.TextHeight - height) * 2 / 5;
    }

    /// <summary>Writes a line of the cover; tables with their captions and figures are left to others.</summary>
    public bool TryWrite(Block block)
    {
        if (block is not Paragraph { Declared: DeclaredPart.Title or DeclaredPart.Cover } line)
            return false;
        var isTitle = line.Declared == DeclaredPart.Title;
        var label = isTitle ? 0 : Label(line.Text);
        _xml.Start("p").Start("pPr").Value("pStyle", isTitle ? DeclaredStyle.Title.Id : DeclaredStyle.Cover.Id);
        WriteSpacing(isTitle);
        WriteIndentation(isTitle, label);
        _xml.End().Run(line.Text, isTitle ? TitleHalfPoints : null);
        _xml.End();
        return true;
    }

    private void WriteSpacing(bool isTitle)
    {
        var above = _spaceAbove + (!isTitle && _isFirstLine ? GapBelowTitle : 0);
        if (isTitle)
            _xml.Start("spacing").With("before", above).With("after", 0).With("line", TitleLine).With("lineRule", "exact").End();
        else if (above > 0)
            _xml.Start("spacing").With("before", above).End();
        _spaceAbove = 0;
        _isFirstLine &= isTitle;
    }

    private void WriteIndentation(bool isTitle, int label)
    {
        if (label > 0)
            // What runs over stands below the value, not below the label.
            _xml.Start("ind").With("leftChars", 200 + label * 50).With("left", 640 + label * 160).With("hangingChars", label * 50).With("hanging", label * 160).End();
        else if (!isTitle)
            _xml.Start("ind").With("leftChars", 0).With("left", 0).With("firstLineChars", 0).With("firstLine", 0).End().Value("jc", "center");
    }

    /// <summary>The width of the label that a line begins with (评价机构：).</summary>
    private static int Label(string text)
    {
        var colon = text.AsSpan().IndexOfAny('：', ':');
        return colon is > 0 and <= LongestLabel ? new TextWidth(text[..(colon + 1)]).Total : 0;
    }
}
