using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Writing.Pdf.Fonts;

/// <summary>The fonts that a writer uses, each read once and again when its file has changed. Safe for many threads.</summary>
internal sealed class FontLibrary(PdfWriterOptions options)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Path, int Index), (long Length, DateTime Written, FontFace Face)> _read = [];
    private List<(string Path, int Index)>? _installed;

    /// <summary>The fonts in the order in which characters are looked for in them.</summary>
    /// <exception cref="UnwritableReportException">There is no font, or it cannot be used.</exception>
    public IReadOnlyList<Lazy<FontFace>> Faces()
    {
        var faces = new List<Lazy<FontFace>>();
        if (options.FontFile is { } file)
        {
            faces.Add(Later(file, options.FontIndex));
        }
        else
        {
            var first = Usable().FirstOrDefault() ?? throw new UnwritableReportException(
                UnwritableReason.FontMissing,
                $"No font with Chinese characters was found. Install one (SimSun, FangSong, Noto Serif CJK, Source Han Serif), or name its file in {nameof(PdfWriterOptions)}.{nameof(PdfWriterOptions.FontFile)}.");
            faces.AddRange([new(first), new(() => Usable().Skip(1).FirstOrDefault() ?? first)]);
        }

        if (options.FallbackFontFile is { } fallback)
            faces.Add(Later(fallback, options.FallbackFontIndex));
        // The first font is needed in any case: what is wrong with it is said before anything is written.
        _ = faces[0].Value;
        return faces;
    }

    private Lazy<FontFace> Later(string path, int index) => new(() => Read(path, index));

    private IEnumerable<FontFace> Usable()
    {
        List<(string Path, int Index)> installed;
        lock (_lock)
            installed = _installed ??= InstalledFonts.Find();
        foreach (var (path, index) in installed)
            if (TryRead(path, index) is { } face)
                yield return face;
    }

    private FontFace? TryRead(string path, int index)
    {
        try
        {
            return Read(path, index);
        }
        // An installed font that cannot be used is passed over: nobody asked for it.
        catch (UnwritableReportException)
        {
            return null;
        }
    }

    private FontFace Read(string path, int index)
    {
        try
        {
            var file = new FileInfo(path);
            var (length, written) = (file.Length, file.LastWriteTimeUtc);
            lock (_lock)
            {
                if (_read.TryGetValue((path, index), out var known) && known.Length == length && known.Written == written)
                    return known.Face;
                var face = new FontFace(File.ReadAllBytes(path), index);
                if (face.IsRestricted)
                    throw new UnwritableReportException(UnwritableReason.FontRestricted, $"The font {Path.GetFileName(path)} may not be embedded in part, as its maker says in it. Name another font.");
                _read[(path, index)] = (length, written, face);
                return face;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnwritableReportException(UnwritableReason.FontUnreadable, $"The font file cannot be opened: {e.Message}", e);
        }
        catch (InvalidDataException e)
        {
            throw Unreadable(e);
        }
    }

    /// <summary>The failure that a font's damage means.</summary>
    public static UnwritableReportException Unreadable(InvalidDataException e) =>
        new(UnwritableReason.FontUnreadable, $"The font cannot be used: {e.Message} Name another font, TrueType or OpenType with CFF outlines.", e);
}
