using System.Text;
using PerfEval.Parsing.Reading.Pdf.Files;

namespace PerfEval.Parsing.Reading.Pdf.Content;

/// <summary>What stands in front of BMC or BDC: the tag and its properties.</summary>
internal sealed class MarkedTag
{
    /// <summary>Whether the content is page furniture.</summary>
    public bool IsFurniture { get; private init; }

    /// <summary>Whether the content stands on a layer.</summary>
    public bool IsLayer { get; private init; }

    /// <summary>Whether that layer is switched off.</summary>
    public bool IsHidden { get; set; }

    /// <summary>The name under which the page's resources hold the properties, where they are not given here.</summary>
    public string? Properties { get; private init; }

    /// <summary>The content's id in the document's structure.</summary>
    public int? Id { get; set; }

    /// <summary>The text that stands for what is shown.</summary>
    public string? ActualText { get; set; }

    public static MarkedTag Read(ref ContentLexer lexer, in Operands o)
    {
        var name = o.Count > 0 && o.All[0].Kind == TokenKind.Name ? lexer.TextOf(o.All[0]) : default;
        var tag = new MarkedTag
        {
            IsFurniture = name.SequenceEqual("Artifact"u8),
            IsLayer = name.SequenceEqual("OC"u8),
            Properties = o.Count == 2 && o.All[1].Kind == TokenKind.Name ? Encoding.Latin1.GetString(lexer.TextOf(o.All[1])) : null,
        };
        for (var i = 1; i + 1 < o.Count; i++)
        {
            if (o.All[i].Kind != TokenKind.Name)
                continue;
            if (lexer.TextOf(o.All[i]).SequenceEqual("MCID"u8) && o.All[i + 1].Kind == TokenKind.Number)
                tag.Id = (int)o.All[i + 1].Number;
            else if (lexer.TextOf(o.All[i]).SequenceEqual("ActualText"u8) && o.All[i + 1].Kind == TokenKind.String)
                tag.ActualText = PdfText.Of(lexer.TextOf(o.All[i + 1]));
        }

        return tag;
    }
}
