using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Reading.PlainText;

/// <summary>What converters from Word leave in text: bookmarks, conditional comments and field codes. None of it was ever visible.</summary>
internal static partial class ConverterArtefacts
{
    /// <summary>A text without any of these holds no artefact.</summary>
    private static readonly SearchValues<string> Triggers = SearchValues.Create(
        ["[bookmark", "[endif", "[if ", "[if!", "HYPERLINK", "EMBED ", "PAGEREF", "PAGE ", " \\", "FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN", "INCLUDEPICTURE"],
        StringComparison.OrdinalIgnoreCase);

    // A field code is taken for one only with a switch (\h) or a quoted argument, so that English words stay.
    private const string Switches = """(?:\s*\\[a-z*@#!]+(?:\s*["“”][^"“”\n]{0,80}["“”]|\s+(?:MERGEFORMAT|ARABIC|CHARFORMAT|Arabic|CHINESENUM\d)\b)?)""";

    /// <summary>The patterns, each with an example of what it removes.</summary>
    private static readonly (Regex Pattern, string Example)[] Patterns =
    [
        (Bookmark(), "[bookmark: _GoBack]"),
        (Conditional(), "<!--[if !supportLists]-->, [endif]"),
        (Hyperlink(), "HYPERLINK \"http://example.org/\" \\l \"_Toc1\""),
        (PageReference(), "PAGEREF _Toc123 \\h"),
        (ContentsField(), "TOC \\o \"1-3\" \\h \\z \\u"),
        (Embedded(), "EMBED Equation.3"),
        (PageTwice(), "PAGE 4PAGE 5"),
        (SwitchedField(), "PAGE \\* MERGEFORMAT"),
        (FormField(), "FORMTEXT"),
    ];

    /// <summary>Whether a text can hold any artefact; most do not.</summary>
    public static bool MayOccurIn(string text) => text.AsSpan().ContainsAny(Triggers);

    /// <summary>Removes the artefacts from a line; what stands around them stays as it is.</summary>
    public static void Remove(TracedText line)
    {
        line.Replace(Circled(), static m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is var n and >= 1 and <= 20 ? ((char)('\u245F' + n)).ToString() : m.Value);
        foreach (var (pattern, _) in Patterns)
            line.Replace(pattern, static _ => "");
    }

    [GeneratedRegex(@"\[bookmark\s*:\s*[^\]\n]{0,100}\]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bookmark();

    [GeneratedRegex(@"(?:<!(?:--)?)?\[(?:endif|if\s*!?\s?[a-z][^\]\n]{0,60})\](?:(?:--)?>)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Conditional();

    [GeneratedRegex("""HYPERLINK(?:\s+\\[a-z])*\s*["“”][^"“”\n]{0,400}["“”]""" + Switches + "* ?")]
    private static partial Regex Hyperlink();

    [GeneratedRegex(@"PAGEREF\s+_?\w{1,40}" + Switches + "*")]
    private static partial Regex PageReference();

    [GeneratedRegex(@"\bTOC" + Switches + "+ ?")]
    private static partial Regex ContentsField();

    [GeneratedRegex(@"EMBED\s+[A-Za-z][A-Za-z.]{2,30}[.\d]*" + Switches + "*")]
    private static partial Regex Embedded();

    [GeneratedRegex(@"PAGE\s+\d{1,3}\s*PAGE\s+\d{1,3}?(?=20\d\d年|\D|$)")]
    private static partial Regex PageTwice();

    [GeneratedRegex("""\b(?:PAGE|NUMPAGES|SECTIONPAGES|SHAPE|DATE|TIME|SAVEDATE|PRINTDATE|(?:SEQ|REF|STYLEREF|MERGEFIELD|INCLUDEPICTURE|ADDIN|QUOTE)\s+["“]?[^\s"“”\\]{1,200}["”]?)\s*""" + Switches + "+ ?")]
    private static partial Regex SwitchedField();

    [GeneratedRegex(@"\bFORM(?:TEXT|CHECKBOX|DROPDOWN)\b ?")]
    private static partial Regex FormField();

    /// <summary>Word's enclosed characters: the field prints a circled number, which is content.</summary>
    [GeneratedRegex(@"\bEQ\s*\\o\s*\\ac\s*\(\s*[○〇]\s*[,，]\s*(\d{1,2})\s*\)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Circled();
}
