using System.Buffers;
using System.IO.Compression;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace PerfEval.Parsing.Peers.Floors;

/// <summary>The content streams of a PDF's pages as they lie in the file. What it costs to inflate them and take them apart is the least that any reader pays.</summary>
internal sealed class ContentStreams
{
    private readonly List<byte[]> _deflated = [];

    /// <summary>Finds the streams; this is not measured.</summary>
    public ContentStreams(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        Pages = document.NumberOfPages;
        for (var page = 1; page <= Pages; page++)
            if (document.GetPage(page).Dictionary.TryGet(NameToken.Contents, out IToken contents))
                Collect(document, contents);
    }

    /// <summary>How many pages there are.</summary>
    public int Pages { get; }

    /// <summary>Inflates every stream and counts its tokens.</summary>
    public long InflateAndTokenise()
    {
        var tokens = 0L;
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        foreach (var deflated in _deflated)
        {
            var length = 0;
            using (var inflate = new ZLibStream(new MemoryStream(deflated, writable: false), CompressionMode.Decompress))
                for (int read; (read = inflate.Read(buffer.AsSpan(length))) > 0;)
                {
                    length += read;
                    if (length == buffer.Length)
                        buffer = Grown(buffer);
                }

            tokens += ContentTokens.Count(buffer.AsSpan(0, length));
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return tokens;
    }

    private void Collect(PdfDocument document, IToken contents)
    {
        switch (contents)
        {
            case IndirectReferenceToken reference:
                Collect(document, document.Structure.GetObject(reference.Data).Data);
                break;
            case ArrayToken array:
                foreach (var item in array.Data)
                    Collect(document, item);
                break;
            case StreamToken stream:
                _deflated.Add([.. stream.Data.Span]);
                break;
        }
    }

    private static byte[] Grown(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
