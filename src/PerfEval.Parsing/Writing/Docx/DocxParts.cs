using System.IO.Packaging;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PerfEval.Parsing.Writing.Packages;

namespace PerfEval.Parsing.Writing.Docx;

/// <summary>The parts of the file. Their relationships have ids of our own: those that the SDK makes up differ every time.</summary>
internal static class DocxParts
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private const string CompatibilityUri = "http://schemas.microsoft.com/office/word";
    private const string CoreNamespace = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>Writes a file.</summary>
    /// <param name="title">The document's title; empty where it has none.</param>
    /// <param name="numbering">The headings' numbers.</param>
    /// <param name="writeBody">Writes the text.</param>
    /// <param name="output">Where the bytes go.</param>
    public static void Write(string title, HeadingNumbering numbering, Action<WordXml> writeBody, Stream output)
    {
        using var built = new MemoryStream();
        using (var package = WordprocessingDocument.Create(built, WordprocessingDocumentType.Document, autoSave: false))
        {
            // What is packed here would be unpacked at once.
            package.CompressionOption = CompressionOption.NotCompressed;
            var main = package.AddNewPart<MainDocumentPart>(MainType, "rId1");
            Save(main.AddNewPart<StyleDefinitionsPart>("rId1"), StyleSheet.Create(numbering));
            Save(main.AddNewPart<NumberingDefinitionsPart>("rId2"), NumberingSheet.Create(numbering));
            Save(main.AddNewPart<DocumentSettingsPart>("rId3"), Settings());
            Save(main.AddNewPart<FontTablePart>("rId4"), Fonts());
            Save(main.AddNewPart<FooterPart>(PageSetup.OddFooter), PageNumber(JustificationValues.Right));
            Save(main.AddNewPart<FooterPart>(PageSetup.EvenFooter), PageNumber(JustificationValues.Left));
            using (var stream = main.GetStream(FileMode.Create))
            using (var xml = new WordXml(stream))
                writeBody(xml);
            WriteProperties(package.AddNewPart<CoreFilePropertiesPart>("rId2"), title);
        }

        StablePackage.Write(built, output);
    }

    private static void Save(OpenXmlPart part, OpenXmlPartRootElement root)
    {
        using var stream = part.GetStream(FileMode.Create);
        root.Save(stream);
    }

    private static Settings Settings() => new(
        new Zoom { Percent = "100" },
        new EvenAndOddHeaders(),
        new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
        new Compatibility(
            new SpaceForUnderline(), new BalanceSingleByteDoubleByteWidth(), new DoNotExpandShiftReturn(), new UseFarEastLayout(),
            new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = CompatibilityUri, Val = "15" }),
        new ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" },
        new DecimalSymbol { Val = "." },
        new ListSeparator { Val = "," });

    private static Fonts Fonts() => new(Typeface.All.Where(t => t.Substitute is not null).Select(t =>
        new Font(new AltName { Val = t.Substitute }, new FontCharSet { Val = "86" }, new FontFamily { Val = FontFamilyValues.Auto }) { Name = t.Name }));

    // — 1 — one character from the outer edge (GB/T 9704—2012, 7.5).
    private static Footer PageNumber(EnumValue<JustificationValues> side)
    {
        var indentation = side.Value == JustificationValues.Right
            ? new Indentation { Right = "280", RightChars = 100 } : new Indentation { Left = "280", LeftChars = 100 };
        return new Footer(new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = StyleSheet.Footer }, indentation, new Justification { Val = side }),
            Dash("— "),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            new Run(new FieldCode("PAGE")),
            new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
            new Run(new Text("1")),
            new Run(new FieldChar { FieldCharType = FieldCharValues.End }),
            Dash(" —")));
    }

    private static Run Dash(string text) => new(
        new RunProperties(new RunFonts { Hint = FontTypeHintValues.EastAsia }), new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static void WriteProperties(OpenXmlPart part, string title)
    {
        using var stream = part.GetStream(FileMode.Create);
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("cp", "coreProperties", CoreNamespace);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        if (title.Length > 0)
            xml.WriteElementString("title", DublinCore, title);
        xml.WriteElementString("language", DublinCore, "zh-CN");
        xml.WriteEndElement();
    }
}
