using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Html;
using PerfEval.Parsing.Reading.PlainText;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

// Inside the namespace, where it goes before the Open XML SDK's root namespace of the same name.
using DocumentFormat = PerfEval.Parsing.Reading.DocumentFormat;

public sealed class DocumentReadersTests
{
    private static readonly DocumentReaders Readers = new([new PlainTextReader(), new HtmlReader()]);

    [Theory]
    [InlineData("绩效评价报告", DocumentFormat.Txt)]
    [InlineData("<html><body>绩效评价报告</body></html>", DocumentFormat.Html)]
    public void TheContentChoosesTheReader(string content, DocumentFormat expected)
    {
        var document = Readers.Read(Encoding.UTF8.GetBytes(content), null, TextReading.Context(), out var format);

        Assert.Equal((expected, "绩效评价报告"), (format, document.Blocks[0].Text));
    }

    [Theory]
    [InlineData("a.txt", true)]
    [InlineData("A.HTM", false)]
    [InlineData("a.dat", false)]
    [InlineData("a", false)]
    [InlineData(null, false)]
    public void ANameThatSaysOtherwiseIsNoted(string? name, bool noted)
    {
        var log = new DiagnosticLog();

        Readers.Read("<html><body>a</body></html>"u8.ToArray(), name, TextReading.Context(log: log), out _);

        Assert.Equal(noted, log.Items.Any(d => d.Code == DiagnosticCode.ExtensionMismatch));
    }

    [Theory]
    [InlineData("", UnreadableReason.Empty, "empty")]
    [InlineData("{\\rtf1}", UnreadableReason.UnsupportedFormat, "soffice --convert-to docx")]
    [InlineData("%PDF-1.7", UnreadableReason.UnsupportedFormat, "PDF")]
    [InlineData("GIF89a", UnreadableReason.NoTextLayer, "OCR")]
    [InlineData("\u0001\u0002\u0003\u0004\u0005\u0006", UnreadableReason.UnknownFormat, "no known format")]
    public void WhatCannotBeReadSaysWhyAndWhatToDo(string content, UnreadableReason reason, string advice)
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => Readers.Read(Encoding.UTF8.GetBytes(content), null, TextReading.Context(), out _));

        Assert.Equal(reason, error.Reason);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WordDocument", UnreadableReason.UnsupportedFormat)]
    [InlineData("EncryptedPackage", UnreadableReason.Encrypted)]
    public void AnOleFileIsRefusedWithItsReason(string stream, UnreadableReason reason)
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Encoding.Unicode.GetBytes(stream), .. new byte[64]];

        Assert.Equal(reason, Assert.Throws<UnreadableDocumentException>(() => Readers.Read(ole, null, TextReading.Context(), out _)).Reason);
    }

    [Fact]
    public void EveryFormatWithoutAReaderIsRefused()
    {
        foreach (var format in Enum.GetValues<DocumentFormat>())
            Assert.NotEmpty(UnreadFormats.Refuse(format).Message);
    }

    [Fact]
    public void AReadersDefectIsToldFromABadFile()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => With(() => throw new InvalidOperationException("x")));

        Assert.Equal(UnreadableReason.InternalError, error.Reason);
        Assert.IsType<InvalidOperationException>(error.InnerException);
    }

    [Fact]
    public void TypedFailuresAndCancellationPassUnchanged()
    {
        Assert.Equal(UnreadableReason.Corrupt, Assert.Throws<UnreadableDocumentException>(() => With(() => throw new UnreadableDocumentException(UnreadableReason.Corrupt, "x"))).Reason);
        Assert.Throws<OperationCanceledException>(() => With(() => throw new OperationCanceledException()));
    }

    [Fact]
    public void TheFirstReaderOfAFormatIsUsedAndTheSetIsFrozen()
    {
        var list = new List<IDocumentReader> { new Stub(() => Document("甲")), new Stub(() => Document("乙")) };
        var readers = new DocumentReaders(list);
        list.Clear();

        Assert.Equal("甲", readers.Read("a"u8.ToArray(), null, TextReading.Context(), out _).Blocks[0].Text);
    }

    private static SourceDocument With(Func<SourceDocument> read) => new DocumentReaders([new Stub(read)]).Read("a"u8.ToArray(), null, TextReading.Context(), out _);

    private static SourceDocument Document(string text) => new() { Blocks = [new Paragraph { Text = text }] };

    private sealed class Stub(Func<SourceDocument> read) : IDocumentReader
    {
        public DocumentFormat Format => DocumentFormat.Txt;

        public SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadContext context) => read();
    }
}
