using System.Buffers.Binary;
using System.Text;
using PerfEval.Parsing.Reading.Csv;
using PerfEval.Parsing.Reading.Encodings;
using PerfEval.Parsing.Reading.Html;

namespace PerfEval.Parsing.Reading;

/// <summary>Tells a file's format by its content; names are never looked at.</summary>
internal static class FormatSniffer
{
    /// <summary>How far from the start a PDF's header may stand: what viewers accept.</summary>
    private const int PdfHeaderWithin = 1024;

    private const int TextSampleBytes = 64 * 1024;

    private static readonly (byte[] Magic, DocumentFormat Format)[] Magics =
    [
        ([0x50, 0x4B, 0x03, 0x04], DocumentFormat.Zip),
        ([0x50, 0x4B, 0x05, 0x06], DocumentFormat.Zip),
        ([0x50, 0x4B, 0x07, 0x08], DocumentFormat.Zip),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], DocumentFormat.Doc),
        ("{\\rtf"u8.ToArray(), DocumentFormat.Rtf),
        ("Rar!\x1A\x07"u8.ToArray(), DocumentFormat.Archive),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], DocumentFormat.Archive),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], DocumentFormat.Image),
        ([0xFF, 0xD8, 0xFF], DocumentFormat.Image),
        ("GIF87a"u8.ToArray(), DocumentFormat.Image),
        ("GIF89a"u8.ToArray(), DocumentFormat.Image),
        ([0x49, 0x49, 0x2A, 0x00], DocumentFormat.Image),
        ([0x4D, 0x4D, 0x00, 0x2A], DocumentFormat.Image),
    ];

    /// <summary>The parts whose presence names a zip's kind, in the order of trust.</summary>
    private static readonly (byte[] Entry, DocumentFormat Format)[] ZipKinds =
    [
        ("word/"u8.ToArray(), DocumentFormat.Docx),
        ("xl/"u8.ToArray(), DocumentFormat.Xlsx),
        ("ppt/"u8.ToArray(), DocumentFormat.Pptx),
        ("OFD.xml"u8.ToArray(), DocumentFormat.Ofd),
    ];

    /// <summary>The stream names in an OLE directory that name its kind, in the order of trust.</summary>
    private static readonly (byte[] Stream, DocumentFormat Format)[] OleKinds =
    [
        (Encoding.Unicode.GetBytes("EncryptedPackage"), DocumentFormat.EncryptedOffice),
        (Encoding.Unicode.GetBytes("WordDocument"), DocumentFormat.Doc),
        (Encoding.Unicode.GetBytes("Workbook\0"), DocumentFormat.Xls),
        (Encoding.Unicode.GetBytes("Book\0"), DocumentFormat.Xls),
    ];

    /// <summary>The format of a file's content; <see cref="DocumentFormat.Unknown"/> for none that is known and for no bytes.</summary>
    public static DocumentFormat Sniff(ReadOnlySpan<byte> bytes) => Sniff(bytes, out _);

    /// <summary>The format of a file's content.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="text">The text, where all of it had to be decoded to tell; otherwise <see langword="null"/>.</param>
    public static DocumentFormat Sniff(ReadOnlySpan<byte> bytes, out DecodedText? text)
    {
        text = null;
        if (bytes.IsEmpty)
            return DocumentFormat.Unknown;
        if (ClosingLines.FormatOf(bytes) is { } written)
            return written;
        foreach (var (magic, format) in Magics)
            if (bytes.StartsWith(magic))
                return format switch
                {
                    DocumentFormat.Zip => ZipKind(bytes),
                    DocumentFormat.Doc => OleKind(bytes),
                    _ => format,
                };
        if (ReportJsonSignature.Matches(bytes))
            return DocumentFormat.Json;
        if (bytes[..Math.Min(bytes.Length, PdfHeaderWithin)].IndexOf("%PDF-"u8) >= 0)
            return DocumentFormat.Pdf;
        return IsBitmap(bytes) ? DocumentFormat.Image : TextKind(bytes, out text);
    }

    private static DocumentFormat ZipKind(ReadOnlySpan<byte> bytes)
    {
        var kind = DocumentFormat.Zip;
        var rank = ZipKinds.Length;
        foreach (var name in new ZipEntryNames(bytes))
        {
            if (name.SequenceEqual("mimetype"u8) && bytes[..Math.Min(bytes.Length, 256)].IndexOf("application/vnd.oasis.opendocument.text"u8) >= 0)
                return DocumentFormat.Odt;
            for (var i = 0; i < rank; i++)
            {
                // Some writers use back slashes or another case.
                if (!StartsWithName(name, ZipKinds[i].Entry))
                    continue;
                kind = ZipKinds[i].Format;
                rank = i;
            }
        }

        return kind;
    }

    private static bool StartsWithName(ReadOnlySpan<byte> name, ReadOnlySpan<byte> entry)
    {
        if (name is [(byte)'/', ..])
            name = name[1..];
        if (name.Length < entry.Length)
            return false;
        for (var i = 0; i < entry.Length; i++)
            if (Fold(name[i]) != Fold(entry[i]))
                return false;
        return true;

        static byte Fold(byte b) => b == '\\' ? (byte)'/' : b is >= (byte)'A' and <= (byte)'Z' ? (byte)(b | 0x20) : b;
    }

    private static DocumentFormat OleKind(ReadOnlySpan<byte> bytes)
    {
        foreach (var (stream, format) in OleKinds)
            if (bytes.IndexOf(stream) >= 0)
                return format;
        return DocumentFormat.Doc;
    }

    private static bool IsBitmap(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 26 && bytes.StartsWith("BM"u8) && BinaryPrimitives.ReadUInt32LittleEndian(bytes[14..]) is 12 or 40 or 64 or 108 or 124
        && BinaryPrimitives.ReadUInt32LittleEndian(bytes[6..]) == 0;

    private static DocumentFormat TextKind(ReadOnlySpan<byte> bytes, out DecodedText? text)
    {
        var isWhole = bytes.Length <= TextSampleBytes;
        var decoded = EncodingDetector.Choose(isWhole ? bytes : bytes[..TextSampleBytes]);
        text = isWhole ? decoded : null;
        if (HtmlSignature.Matches(decoded.Text))
            return DocumentFormat.Html;
        var sample = decoded.Sample;
        // Zeros are no text, but some exports pad with them; a cut last character must not decide about a short file.
        var odd = sample.Broken + decoded.Text.AsSpan().Count('\0') - 1;
        if (odd * 20 > sample.Length)
            return DocumentFormat.Unknown;
        return CsvSignature.Matches(decoded.Text, isWhole) ? DocumentFormat.Csv : DocumentFormat.Txt;
    }
}
