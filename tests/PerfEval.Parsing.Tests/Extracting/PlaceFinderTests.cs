using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using Xunit;

namespace PerfEval.Parsing.Tests.Extracting;

public sealed class PlaceFinderTests
{
    // | 甲       | 乙 |
    // | (甲)     |    |
    // | 丙 | 丁  | 戊 |
    private static readonly Table Merged = new(
    [
        new TableRow([new TableCell("甲", RowSpan: 2, ColumnSpan: 2), new TableCell("乙")]),
        new TableRow([new TableCell("")]),
        new TableRow([new TableCell("丙"), new TableCell("丁"), new TableCell("戊")]),
    ])
    {
        Path = "word/document.xml#7",
    };

    private static readonly PlaceFinder Finder = new(new SourceDocument { Blocks = [new Paragraph { Text = "表1", Path = "word/document.xml#6" }, Merged] });

    [Theory]
    [InlineData("甲", 1, 1)]
    [InlineData("乙", 1, 3)]
    [InlineData("丙", 3, 1)]
    [InlineData("丁", 3, 2)]
    [InlineData("戊", 3, 3)]
    public void ACellsRowAndColumnAreThoseOfTheGrid(string text, int row, int column)
    {
        var place = Finder.Find(new SourceSpan(1, Merged.Text.IndexOf(text, StringComparison.Ordinal), 1));

        Assert.Equal((text, row, column, "word/document.xml#7"), (place.Text, place.Row, place.Column, place.Path));
    }

    [Fact]
    public void AStretchOfTwoCellsHasNoRow()
    {
        var place = Finder.Find(new SourceSpan(1, Merged.Text.IndexOf('丙', StringComparison.Ordinal), 3));

        Assert.Equal("丙\t丁", place.Text);
        Assert.Null(place.Row);
        Assert.Null(place.Column);
    }

    [Fact]
    public void EmptyCellsDoNotTakeTheirNeighboursPlace()
    {
        var table = new Table([new TableRow([new TableCell(""), new TableCell(""), new TableCell("甲"), new TableCell("")])]);
        var place = new PlaceFinder(new SourceDocument { Blocks = [table] }).Find(new SourceSpan(0, 2, 1));

        Assert.Equal(("甲", 1, 3), (place.Text, place.Row, place.Column));
    }

    [Fact]
    public void ATableOfNothingHasNoCell() => Assert.Null(new PlaceFinder(new SourceDocument { Blocks = [new Table([])] }).Find(new SourceSpan(0, 0, 1)).Row);

    [Fact]
    public void AParagraphHasNoRow() => Assert.Null(Finder.Find(new SourceSpan(0, 0, 2)).Row);

    [Fact]
    public void WhatReachesBeyondTheTextIsCutOff()
    {
        var place = Finder.Find(new SourceSpan(0, 1, 10));

        Assert.Equal(("1", 1, 1), (place.Text, place.Start, place.Length));
    }

    [Fact]
    public void APlacesPageIsThatOfItsFirstCharacter()
    {
        var layout = new TextLayout([new PlacedLine(0, 4, new PageBox(10, 20, 30, 30), [10f, 20f, 30f]), new PlacedLine(2, 5, new PageBox(10, 700, 20, 710), [10f, 20f])]);
        var finder = new PlaceFinder(new SourceDocument { Blocks = [new Paragraph { Text = "甲乙丙", Page = 4, Layout = layout }] });

        Assert.Equal((4, new PageBox(20, 20, 30, 30)), (finder.Find(new SourceSpan(0, 1, 2)).Page!.Value, finder.Find(new SourceSpan(0, 1, 2)).Box!.Value));
        Assert.Equal(5, finder.Find(new SourceSpan(0, 2, 1)).Page);
    }

    [Fact]
    public void ALineIsThatOfTheFirstCharacter()
    {
        var finder = new PlaceFinder(new SourceDocument { Blocks = [new Paragraph { Text = "甲乙丙", Lines = new SourceLines([new(0, 3, 40), new(2, 4, 50)]) }] });

        Assert.Equal((3, 41), (finder.Find(new SourceSpan(0, 1, 2)).Line!.Value, finder.Find(new SourceSpan(0, 1, 2)).Offset!.Value));
    }
}
