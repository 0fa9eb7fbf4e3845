using PerfEval.Parsing.Reading.OfficeParts;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>One level of a list.</summary>
internal sealed class NumberingLevel
{
    internal int Start { get; private set; }

    /// <summary>The format's name; with <c>custom</c> the pattern is in <see cref="Pattern"/>.</summary>
    internal string Format { get; private set; } = "decimal";

    /// <summary>The first numbers of a format that the standard does not name (<c>001, 002</c>).</summary>
    internal string? Pattern { get; private set; }

    /// <summary>The label, in which %1 to %9 stand for the numbers of the levels.</summary>
    internal string Text { get; private set; } = "";

    /// <summary>The label's font, if it is one of symbols.</summary>
    internal string? Font { get; private set; }

    /// <summary>The style whose paragraphs are on this level.</summary>
    internal string? Style { get; private set; }

    /// <summary>The level (1-based) below which this one counts on; 0 never begins anew.</summary>
    internal int? RestartAfter { get; private set; }

    /// <summary>All numbers of the label are printed in digits (isLgl).</summary>
    internal bool IsLegal { get; private set; }

    internal bool IsHidden { get; private set; }

    private bool _isPicture;

    internal static NumberingLevel Read(OfficeXml xml)
    {
        var level = new NumberingLevel();
        var depth = xml.Enter();
        while (xml.NextChild(depth))
            level.ReadProperty(xml);
        if (level._isPicture || level.Format == "bullet")
            level.Text = BulletOf(level);
        return level;
    }

    private void ReadProperty(OfficeXml xml)
    {
        switch (xml.Name)
        {
            case "start":
                Start = xml.Number() ?? 0;
                break;
            case "numFmt":
                (Format, Pattern) = (xml.Val() ?? "decimal", xml.Attribute("format"));
                break;
            case "lvlText":
                Text = xml.Val() ?? "";
                break;
            case "lvlRestart":
                RestartAfter = xml.Number();
                break;
            case "pStyle":
                Style = xml.Val();
                break;
            case "isLgl":
                IsLegal = xml.Flag();
                break;
            case "lvlPicBulletId":
                _isPicture = true;
                break;
            case "rPr":
                var run = RunFormat.Read(xml);
                (Font, IsHidden) = (run.Latin, run.Hidden == true);
                break;
            case "AlternateContent":
                ReadChoice(xml);
                break;
        }
    }

    /// <summary>Newer formats stand in a choice, before the older one that replaces them.</summary>
    private void ReadChoice(OfficeXml xml)
    {
        var depth = xml.Enter();
        if (!xml.NextChild(depth))
            return;
        var choice = xml.Enter();
        while (xml.NextChild(choice))
            ReadProperty(xml);
        while (xml.NextChild(depth))
        {
        }
    }

    private static string BulletOf(NumberingLevel level)
    {
        if (level._isPicture)
            return "●";
        var text = level.Text.ToCharArray();
        for (var i = 0; i < text.Length; i++)
            text[i] = DocxSymbols.Translate(level.Font, text[i]);
        return new string(text);
    }
}
