using System.Buffers;
using System.Globalization;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Content;
using PerfEval.Parsing.Reading.Pdf.Files;
using PerfEval.Parsing.Reading.Pdf.Fonts;
using PerfEval.Parsing.Reading.Pdf.Layout;
using UglyToad.PdfPig.Tokens;

namespace PerfEval.Parsing.Reading.Pdf;

/// <summary>Reads the pages of an open file one after another: content, annotations, repairs, layout.</summary>
internal sealed class PdfPages(PdfFile file, ReadContext context)
{
    private readonly PdfObjects _objects = file.Objects;
    private readonly FontLoader _fonts = new(file.Objects);
    private readonly HiddenLayers _layers = HiddenLayers.Of(file.Catalog, file.Objects);
    private readonly TextQuality _quality = new();
    private readonly List<int> _struck = [];
    private readonly PageLayouter _layouter = new();
    private readonly ArrayBufferWriter<byte> _joined = new();
    private StructureTree? _structure;
    private PageContent? _spent;

    /// <summary>The layouts of all pages that can be read.</summary>
    public List<PageLayout> Read()
    {
        var pages = new List<PageLayout>(Math.Min(file.PageCount, 1000));
        for (var number = 1; number <= file.PageCount; number++)
        {
            context.Step();
            if (context.IsTimeUp())
                break;
            if (number > context.Limits.MaxPages)
            {
                context.Log.Reached(nameof(ParseLimits.MaxPages), context.Limits.MaxPages, $"The document has {file.PageCount} pages, more than");
                break;
            }

            if (file.Page(number, context.Log) is { } source)
                pages.Add(_layouter.LayOut(Content(number, source)));
        }

        NoteLostPages();
        _quality.Report(context.Log);
        if (_struck.Count > 0)
            context.Log.Add(DiagnosticCode.StruckTextLeftOut, $"Text that is struck out was left out on {_struck.Count} pages, the first of them page {_struck[0]}.");
        return pages;
    }

    /// <summary>A damaged page tree gives fewer pages than it announces.</summary>
    private void NoteLostPages()
    {
        if (_objects.TryGet<DictionaryToken>(file.Catalog, "Pages", out var tree) && _objects.Number(tree, "Count") is { } announced && announced > file.PageCount)
            context.Log.Add(DiagnosticCode.PageUnreadable, string.Create(CultureInfo.InvariantCulture, $"The file announces {announced} pages; {file.PageCount} of them can be found."));
    }

    /// <summary>What a page shows, as its content says it: without repairs.</summary>
    /// <remarks>It lasts until the next page is asked for.</remarks>
    public PageContent Shown(int number, PdfPageSource source)
    {
        var page = new PageContent(number, Visible(source), _spent);
        _spent = page;
        var resources = new PageResources(_objects, Resources(source));
        var interpreter = new ContentInterpreter(_objects, _fonts, source.Fonts, _layers, page, context);
        interpreter.Run(Streams(source.Dictionary, number).Span, resources);
        new Annotations(_objects, page, interpreter, resources, context).Read(source.Dictionary);
        return page;
    }

    private PageContent Content(int number, PdfPageSource source)
    {
        var page = Shown(number, source);
        _structure ??= StructureTree.Read(file.Catalog, file.Objects);
        page.HeadingLevels = _structure.LevelsOf(source.Dictionary, _objects);
        if (GbkRepair.JoinPairs(page))
            _quality.NoteRepair("A font's letters were bytes of GBK and were read as such.");
        if (GbkRepair.ReplaceFounderAscii(page))
            _quality.NoteRepair("Letters and figures that a Founder font stores as rare characters were put right.");
        _quality.See(page);
        if (StruckText.Mark(page) > 0)
            _struck.Add(number);
        return page;
    }

    private PageBox Visible(PdfPageSource source)
    {
        var media = source.MediaBox;
        if (source.Dictionary.Data.TryGetValue("CropBox", out var token) && _objects.Box(token) is { } crop && crop.Right - crop.Left > 1 && crop.Top - crop.Bottom > 1)
            media = (Math.Max(crop.Left, media.Left), Math.Max(crop.Bottom, media.Bottom), Math.Min(crop.Right, media.Right), Math.Min(crop.Top, media.Top));
        return new PageBox(media.Left, media.Bottom, media.Right, media.Top);
    }

    private List<DictionaryToken> Resources(PdfPageSource source)
    {
        var found = new List<DictionaryToken>();
        if (_objects.TryGet<DictionaryToken>(source.Dictionary, "Resources", out var own))
            found.Add(own);
        found.AddRange(source.ParentResources.Reverse());
        return found;
    }

    /// <summary>The page's content: of several streams, one after another.</summary>
    private ReadOnlyMemory<byte> Streams(DictionaryToken page, int number)
    {
        if (!page.Data.TryGetValue("Contents", out var token))
        {
            // An empty page needs no content, but then it needs no fonts either.
            if (!page.Data.ContainsKey("Annots") && _objects.TryGet<DictionaryToken>(page, "Resources", out var own) && _objects.TryGet<DictionaryToken>(own, "Font", out var fonts) && fonts.Data.Count > 0)
                Missing(number);
            return default;
        }

        if (_objects.TryGet<StreamToken>(token, out var single))
            return _objects.Decode(single);
        if (!_objects.TryGet<ArrayToken>(token, out var parts))
        {
            Missing(number);
            return default;
        }

        _joined.ResetWrittenCount();
        foreach (var part in parts.Data)
        {
            if (!_objects.TryGet<StreamToken>(part, out var stream))
            {
                Missing(number);
                continue;
            }

            _joined.Write(_objects.Decode(stream).Span);
            _joined.Write("\n"u8);
        }

        return _joined.WrittenMemory;
    }

    private void Missing(int number) =>
        context.Log.Add(DiagnosticCode.PageUnreadable, string.Create(CultureInfo.InvariantCulture, $"Content of page {number} is missing from the file."));
}
