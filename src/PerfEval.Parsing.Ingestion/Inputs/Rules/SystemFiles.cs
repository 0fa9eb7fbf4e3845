namespace PerfEval.Parsing.Ingestion.Inputs.Rules;

/// <summary>The files that programs and systems leave for themselves: no documents, wherever they lie.</summary>
internal static class SystemFiles
{
    private static readonly (Glob Pattern, string Origin)[] Known =
    [
        (Glob.Parse("~$*"), "A lock file of an office program (Microsoft Office, WPS)."),
        (Glob.Parse(".~lock.*#"), "A lock file of LibreOffice."),
        (Glob.Parse(".DS_Store"), "Settings of the macOS Finder."),
        (Glob.Parse("__MACOSX"), "What macOS adds to zip archives beside their files."),
        (Glob.Parse("._*"), "Attributes of a file, as macOS keeps them on foreign disks (AppleDouble)."),
        (Glob.Parse("{Thumbs,ehthumbs}.db"), "Previews of the Windows Explorer."),
        (Glob.Parse("desktop.ini"), "Settings of the Windows Explorer."),
        (Glob.Parse("/System Volume Information"), "Windows' own directory at the top of a disk."),
        (Glob.Parse("$RECYCLE.BIN"), "The recycle bin of Windows."),
        (Glob.Parse("@eaDir"), "Previews of Synology storage."),
    ];

    /// <summary>Whose file it is; <see langword="null"/> for any other.</summary>
    public static string? OriginOf(string path)
    {
        foreach (var (pattern, origin) in Known)
            if (pattern.Fits(path))
                return origin;
        return null;
    }
}
