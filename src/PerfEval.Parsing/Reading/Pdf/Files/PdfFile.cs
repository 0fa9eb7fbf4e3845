using System.Globalization;
using PerfEval.Parsing.Diagnostics;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace PerfEval.Parsing.Reading.Pdf.Files;

/// <summary>An open PDF: its objects and its pages as dictionaries. What the library below throws ends here.</summary>
internal sealed class PdfFile : IDisposable
{
    private readonly PdfDocument _document;

    private PdfFile(PdfDocument document)
    {
        _document = document;
        _document.AddPageFactory<PdfPageSource, PageSourceFactory>();
        Objects = new PdfObjects(document.Structure.TokenScanner, document.Structure.FilterProvider);
    }

    /// <summary>Looks objects up and unpacks streams.</summary>
    public PdfObjects Objects { get; }

    /// <summary>The document's catalogue.</summary>
    public DictionaryToken Catalog => _document.Structure.Catalog.CatalogDictionary;

    public int PageCount => _document.NumberOfPages;

    /// <summary>Opens a file with the empty password or one of the given.</summary>
    /// <exception cref="UnreadableDocumentException">The file is encrypted or damaged beyond reading.</exception>
    public static PdfFile Open(ReadOnlyMemory<byte> bytes, ReadContext context)
    {
        XrefGuard.Check(bytes.Span, context);
        var options = new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new BoundedFilters(context) };
        options.Passwords.AddRange(context.Passwords);
        PdfDocument? document = null;
        try
        {
            document = PdfDocument.Open(bytes, options);
            var file = new PdfFile(document);
            if (file.PageCount == 0)
                throw Damaged(bytes.Span, null);
            document = null;
            return file;
        }
        catch (PdfDocumentEncryptedException e)
        {
            throw new UnreadableDocumentException(
                UnreadableReason.Encrypted,
                context.Passwords.Count == 0 ? "The document is protected by a password. Give the password, or save it without protection." : "The document is protected by a password, and none of those given opens it.",
                e);
        }
        // The library throws whatever its parsers meet (measured: NullReference, IndexOutOfRange, KeyNotFound, Overflow …): all mean a damaged file.
        catch (Exception e) when (e is not (UnreadableDocumentException or OperationCanceledException or OutOfMemoryException))
        {
            throw Damaged(bytes.Span, e);
        }
        finally
        {
            document?.Dispose();
        }
    }

    /// <summary>A page.</summary>
    /// <param name="number">Its number, 1-based.</param>
    /// <param name="log">Where it is noted that the page cannot be had.</param>
    /// <returns><see langword="null"/> where the page is missing or damaged.</returns>
    public PdfPageSource? Page(int number, DiagnosticLog log)
    {
        try
        {
            var page = _document.GetPage<PdfPageSource>(number);
            if (page.Dictionary.Data.Count > 0)
                return page;
            log.Add(DiagnosticCode.PageUnreadable, string.Create(CultureInfo.InvariantCulture, $"Page {number} is missing from the file."));
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            log.Add(DiagnosticCode.PageUnreadable, string.Create(CultureInfo.InvariantCulture, $"Page {number} cannot be read: {e.GetType().Name}."));
        }

        return null;
    }

    public void Dispose() => _document.Dispose();

    private static UnreadableDocumentException Damaged(ReadOnlySpan<byte> bytes, Exception? inner)
    {
        var tail = bytes[Math.Max(0, bytes.Length - 2048)..];
        return tail.IndexOf("%%EOF"u8) < 0
            ? new UnreadableDocumentException(UnreadableReason.Truncated, "The file ends before any page can be found. Fetch it again from its source.", inner)
            : new UnreadableDocumentException(UnreadableReason.Corrupt, "The file is damaged so that no page can be found. Fetch it again from its source.", inner);
    }
}

/// <summary>A page as the file gives it, before anything is interpreted.</summary>
/// <param name="Dictionary">The page's dictionary.</param>
/// <param name="ParentResources">The resources that it inherits, outermost first.</param>
/// <param name="MediaBox">The page's media box as left, bottom, right, top.</param>
/// <param name="Fonts">The library's fonts, for those that the page's own tables do not explain.</param>
internal sealed record PdfPageSource(
    DictionaryToken Dictionary, IReadOnlyList<DictionaryToken> ParentResources, (double Left, double Bottom, double Right, double Top) MediaBox, IResourceStore Fonts);

/// <summary>Made by the library, which asks for a factory of this constructor.</summary>
internal sealed class PageSourceFactory : IPageFactory<PdfPageSource>
{
    /// <summary>A4, for pages that do not say.</summary>
    private static readonly (double, double, double, double) A4 = (0, 0, 595.28, 841.89);

    private readonly PdfObjects _objects;
    private readonly IResourceStore _resources;

    // The constructor's shape is the library's; what parses content there is not used here.
    public PageSourceFactory(IPdfTokenScanner scanner, IResourceStore resources, ILookupFilterProvider filters, IPageContentParser _, ParsingOptions __) =>
        (_objects, _resources) = (new PdfObjects(scanner, filters), resources);

    public PdfPageSource Create(int number, DictionaryToken dictionary, PageTreeMembers pageTreeMembers, NamedDestinations namedDestinations)
    {
        var box = A4;
        if (dictionary.TryGet(NameToken.MediaBox, out var token) && _objects.Box(token) is { } own)
            box = own;
        else if (pageTreeMembers.MediaBox?.Bounds is { } inherited)
            box = (inherited.Left, inherited.Bottom, inherited.Right, inherited.Top);
        return new PdfPageSource(dictionary, [.. pageTreeMembers.ParentResources], box, _resources);
    }
}
