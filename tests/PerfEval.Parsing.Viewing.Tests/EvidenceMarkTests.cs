using PerfEval.Parsing.Model;
using Xunit;

namespace PerfEval.Parsing.Viewing.Tests;

public sealed class EvidenceMarkTests(Chromium chromium) : IClassFixture<Chromium>
{
    // Chooses each value as a reader does, and each of its places; gives the marked characters and the card's.
    private const string ChooseAll = """
        (pointers) => pointers.map((pointer) => {
          const link = document.body.appendChild(document.createElement("a"));
          link.href = "#" + pointer;
          link.click();
          link.remove();
          return [...document.querySelectorAll("#card .place")].flatMap((place, i) => {
            document.querySelectorAll("#card .place")[i].click();
            const marked = [...document.querySelectorAll("#text mark.now")].map((mark) => mark.textContent).join("");
            return [marked, document.querySelectorAll("#card .place q")[i].textContent];
          });
        })
        """;

    [ChromiumTheory]
    [InlineData("rural-water-2023.docx")]
    [InlineData("rural-water-2023.pdf")]
    [InlineData("road-maintenance-2023.txt")]
    [InlineData("public-toilets-2023.html")]
    [InlineData("rural-water-2023.docx", "txt")]
    [InlineData("rural-water-2023.docx", "md")]
    public async Task WhatIsMarkedIsTheEvidence(string sample, string? convertedTo = null)
    {
        var result = convertedTo is null ? OpenPage.Sample(sample) : OpenPage.Sample(sample, convertedTo);
        await using var open = await OpenPage.Of(chromium, result);
        var evidence = result.Report.Evidence;
        Assert.NotEmpty(evidence);

        var shown = await open.Page.EvaluateAsync<string[][]>(ChooseAll, evidence.Select(e => e.Pointer));

        var expected = evidence.Select(e => Places(e.Evidence).SelectMany(p => (string[])[OfCells(p.Text), p.Text]).ToArray());
        Assert.Equal(expected, shown.Select(texts => texts.Select((text, i) => i % 2 == 0 ? OfCells(text) : text).ToArray()));
    }

    [ChromiumFact]
    public async Task AValueOfSeveralPlacesIsMarkedInAllOfThem()
    {
        var result = OpenPage.Sample("rural-water-2023.docx");
        var score = result.Evidence.For("/score/value")!;
        var name = result.Evidence.For("/projectName")!;
        var both = score with { More = [At(name)] };
        await using var open = await OpenPage.Of(chromium, With(result, new EvidenceEntry("/score/value", both)));

        await open.Value("/score/value").ClickAsync();

        Assert.Equal(name.Text + score.Text, await open.Marked("pin"));
        Assert.Equal(score.Text, await open.Marked("now"));
        await open.Page.Locator("#card .place").Nth(1).ClickAsync();
        Assert.Equal(name.Text, await open.Marked("now"));
        Assert.True(await open.IsInView("mark.now"));
    }

    [ChromiumFact]
    public async Task AChosenTextGivesTheValueWithTheFewestCharacters()
    {
        var result = OpenPage.Sample("rural-water-2023.docx");
        var name = result.Evidence.For("/projectName")!;
        var block = result.Document!.Blocks[name.Block].Text;
        var whole = new EvidenceEntry("/sections/0/blocks/0", new Evidence { Text = block, Block = name.Block, Length = block.Length, Confidence = 1 });
        await using var open = await OpenPage.Of(chromium, With(result, whole));
        var holder = open.Page.Locator($"[data-b='{name.Block}'] [data-s]").Last;
        var box = (await holder.BoundingBoxAsync())!;

        // Near its end the paragraph holds the name; its first character belongs to the label before it.
        await open.Page.Mouse.ClickAsync(box.X + box.Width - 12, box.Y + box.Height / 2);
        Assert.Equal(name.Text, await open.Marked("pin"));
        Assert.Equal("true", await open.Value("/projectName").GetAttributeAsync("aria-current"));

        await open.Page.Mouse.ClickAsync(box.X + 4, box.Y + box.Height / 2);
        Assert.Equal(block, await open.Marked("pin"));
    }

    [ChromiumFact]
    public async Task AHeadingOfTheOutlineLeadsToItsText()
    {
        var result = OpenPage.Sample("rural-water-2023.docx");
        var last = result.Report.Sections.Count - 1;
        var heading = result.Report.Sections[last].Heading!;
        var block = result.Document!.Blocks.Select((b, i) => (b.Text, Index: i)).Last(b => b.Text.EndsWith(heading, StringComparison.Ordinal));
        var evidence = new Evidence { Text = heading, Block = block.Index, Start = block.Text.Length - heading.Length, Length = heading.Length, Confidence = 1 };
        await using var open = await OpenPage.Of(chromium, With(result, new EvidenceEntry($"/sections/{last}/heading", evidence)));

        await open.Value($"/sections/{last}/heading").ClickAsync();

        Assert.Equal(heading, await open.Marked("now"));
        Assert.True(await open.IsInView("mark.now"));
    }

    [ChromiumFact]
    public async Task AReportWithoutItsFileShowsTheWordsOfItsEvidence()
    {
        var result = OpenPage.Sample("rural-water-2023.docx") with { Document = null };
        await using var open = await OpenPage.Of(chromium, result);

        await open.Value("/score/value").ClickAsync();

        Assert.Equal(result.Evidence.For("/score/value")!.Text, await open.Page.Locator("#card q").TextContentAsync());
    }

    private static ParseResult With(ParseResult result, EvidenceEntry entry) =>
        result with { Reports = [result.Report with { Evidence = [entry, .. result.Report.Evidence.Where(e => e.Pointer != entry.Pointer)] }] };

    private static EvidencePlace At(Evidence e) => new() { Text = e.Text, Block = e.Block, Start = e.Start, Length = e.Length };

    private static IEnumerable<Place> Places(Evidence evidence) => [evidence, .. evidence.More];

    // Between the cells of a table stand tabs and line feeds that are in no cell.
    private static string OfCells(string text) => string.Concat(text.Where(c => c is not ('\t' or '\n')));
}
