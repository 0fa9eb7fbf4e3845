using System.Globalization;
using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

/// <summary>What every reader must do, whatever its format. A reader's tests inherit it and give a sample of at least three blocks of text.</summary>
public abstract class DocumentReaderContract
{
    protected abstract IDocumentReader Reader { get; }

    /// <summary>A healthy document of at least three blocks with text.</summary>
    protected abstract byte[] Sample();

    [Fact]
    public void AHealthySampleIsReadWithoutComplaint()
    {
        var (document, log) = Read(Sample());

        Assert.True(document.Blocks.Count(b => b.Text.Length > 0) >= 3);
        Assert.Empty(log.Items);
    }

    [Fact]
    public void EmptyInputIsUnreadable()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => Read([]));

        Assert.Equal(UnreadableReason.Empty, error.Reason);
    }

    [Fact]
    public void AFileOverTheLimitIsUnreadable()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => Read(Sample(), new ParseLimits { MaxFileBytes = 10 }));

        Assert.Equal(UnreadableReason.TooLarge, error.Reason);
    }

    [Fact]
    public void TruncatedInputGivesBlocksOrTheOneException()
    {
        var sample = Sample();
        for (var part = 1; part < 20; part++)
        {
            try
            {
                Assert.NotNull(Read(sample[..(sample.Length * part / 20)]).Document.Blocks);
            }
            catch (UnreadableDocumentException error)
            {
                Assert.NotEmpty(error.Message);
            }
        }
    }

    [Fact]
    public void FlippedBytesGiveBlocksOrTheOneException()
    {
        var sample = Sample();
        var step = Math.Max(1, sample.Length / 200);
        for (var at = 0; at < sample.Length; at += step)
        {
            var damaged = (byte[])sample.Clone();
            damaged[at] ^= 0x55;
            try
            {
                Assert.NotNull(Read(damaged).Document.Blocks);
            }
            catch (UnreadableDocumentException error)
            {
                Assert.NotEmpty(error.Message);
            }
        }
    }

    [Fact]
    public void ACancelledReadStops()
    {
        var context = new ReadContext(ParseLimits.Default, new DiagnosticLog(), new CancellationToken(canceled: true));

        Assert.ThrowsAny<OperationCanceledException>(() => Reader.Read(Sample(), context));
    }

    [Fact]
    public void TwoReadsGiveTheSame() => Assert.Equal(Dump(Read(Sample()).Document), Dump(Read(Sample()).Document));

    [Fact]
    public void ManyThreadsMayReadAtOnce()
    {
        var sample = Sample();
        var expected = Dump(Read(sample).Document);
        var results = new string[16];

        Parallel.For(0, results.Length, i => results[i] = Dump(Read(sample).Document));

        Assert.All(results, r => Assert.Equal(expected, r));
    }

    [Fact]
    public void TheBytesMayBeASliceOfALargerBuffer()
    {
        var sample = Sample();
        byte[] padded = [1, 2, 3, .. sample, 4, 5];
        var context = new ReadContext(ParseLimits.Default, new DiagnosticLog(), CancellationToken.None);

        var document = Reader.Read(padded.AsMemory(3, sample.Length), context);

        Assert.Equal(Dump(Read(sample).Document), Dump(document));
    }

    [Fact]
    public void TextIsInNormalForm()
    {
        foreach (var paragraph in Read(Sample()).Document.Blocks.OfType<Paragraph>())
        {
            Assert.NotEmpty(paragraph.Text);
            Assert.Equal(paragraph.Text.Trim(), paragraph.Text);
            Assert.DoesNotContain(paragraph.Text, c => c is '\u200B' or '\uFEFF' or '\u00AD' or '\u00A0' or '\r');
            Assert.InRange(paragraph.BoldLead, 0, paragraph.Text.Length);
        }
    }

    [Fact]
    public void TheLimitOfBlocksIsObeyed()
    {
        var (document, log) = Read(Sample(), new ParseLimits { MaxBlocks = 2 });

        Assert.True(document.Blocks.Count <= 2);
        Assert.Contains(log.Items, d => d.Code == DiagnosticCode.LimitReached);
    }

    [Fact]
    public void TheLimitOfCharactersIsObeyed()
    {
        var (document, log) = Read(Sample(), new ParseLimits { MaxCharacters = 4 });

        Assert.True(document.Blocks.Sum(b => b.Text.Length) <= 4);
        Assert.Contains(log.Items, d => d.Code == DiagnosticCode.LimitReached);
    }

    protected (SourceDocument Document, DiagnosticLog Log) Read(byte[] bytes, ParseLimits? limits = null)
    {
        var log = new DiagnosticLog();
        return (Reader.Read(bytes, new ReadContext(limits ?? ParseLimits.Default, log, CancellationToken.None)), log);
    }

    /// <summary>All that a document says, as text: records with lists inside do not compare by value.</summary>
    protected static string Dump(SourceDocument document)
    {
        var text = new StringBuilder();
        foreach (var block in document.Blocks)
        {
            text.Append(CultureInfo.InvariantCulture, $"{block.GetType().Name} {block.Role} {block.Page} {block.Path} | {block.Text}\n");
            if (block is Paragraph p)
                text.Append(CultureInfo.InvariantCulture, $"  {p.Label} {p.Style} {p.BoldLead} {p.Indented}\n");
            if (block is Table t)
                foreach (var (row, cell) in t.Rows.SelectMany(r => r.Cells.Select(c => (r, c))))
                    text.Append(CultureInfo.InvariantCulture, $"  {row.IsHeader} {cell.Text} {cell.RowSpan}x{cell.ColumnSpan} {cell.Nested.Count}\n");
        }

        return text.ToString();
    }
}
