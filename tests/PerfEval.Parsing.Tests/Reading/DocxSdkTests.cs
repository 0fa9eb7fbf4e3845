using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PerfEval.Parsing.Documents;
using Xunit;

using Block = PerfEval.Parsing.Documents.Block;
using Paragraph = PerfEval.Parsing.Documents.Paragraph;
using Table = PerfEval.Parsing.Documents.Table;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace PerfEval.Parsing.Tests.Reading;

/// <summary>Packages as another library writes them.</summary>
public sealed class DocxSdkTests
{
    [Fact]
    public void ADocumentWrittenByTheSdkIsRead()
    {
        var blocks = Blocks(main => main.Document = new Document(new Body(
            new Word.Paragraph(new Run(new RunProperties(new Bold()), new Text("一、基本情况"))),
            new Word.Table(new Word.TableRow(new Word.TableCell(new Word.Paragraph(new Run(new Text("产出")))))),
            new Word.Paragraph(new Run(new Text("二、结论"))))));

        Assert.Equal(["一、基本情况", "产出", "二、结论"], blocks.Select(b => b.Text));
        Assert.True(((Paragraph)blocks[0]).Style.Bold);
        Assert.Single(((Table)blocks[1]).Rows);
    }

    [Fact]
    public void ListsAndStylesOfTheSdkAreResolved()
    {
        var blocks = Blocks(main =>
        {
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(new Style(
                new StyleName { Val = "heading 1" }, new StyleParagraphProperties(new OutlineLevel { Val = 0 }), new StyleRunProperties(new FontSize { Val = "32" }))
            {
                Type = StyleValues.Paragraph,
                StyleId = "H1",
            });
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(new Level(
                    new StartNumberingValue { Val = 3 }, new NumberingFormat { Val = NumberFormatValues.ChineseCountingThousand }, new LevelText { Val = "%1、" })
                {
                    LevelIndex = 0,
                })
                {
                    AbstractNumberId = 0,
                },
                new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 });
            main.Document = new Document(new Body(new Word.Paragraph(
                new ParagraphProperties(
                    new ParagraphStyleId { Val = "H1" },
                    new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 })),
                new Run(new Text("结论")))));
        });

        var heading = Assert.IsType<Paragraph>(Assert.Single(blocks));
        Assert.Equal("三、", heading.Label);
        Assert.Equal(new TextStyle { Bold = false, Size = 16, OutlineLevel = 1, StyleName = "heading 1" }, heading.Style);
    }

    private static IReadOnlyList<Block> Blocks(Action<MainDocumentPart> build)
    {
        using var bytes = new MemoryStream();
        using (var package = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
            build(package.AddMainDocumentPart());
        var (document, log) = DocxReading.Read(bytes.ToArray());
        Assert.Empty(log.Items);
        return document.Blocks;
    }
}
