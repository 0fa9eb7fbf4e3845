namespace PerfEval.Parsing.Writing.Pdf.Fonts;

/// <summary>
/// Finds an installed font that has Chinese characters: the first of a fixed list of files that lies in one of the usual directories. Faces for the body
/// of official documents come first: 仿宋, then 宋体 and its kin, then 黑体.
/// </summary>
internal static class InstalledFonts
{
    /// <summary>Windows; macOS; Linux and BSD.</summary>
    private static readonly string[] Directories =
    [
        @"C:\Windows\Fonts", "/Library/Fonts", "/System/Library/Fonts", "/System/Library/AssetsV2", "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/texmf/fonts",
    ];

    private static readonly (string Name, int Index)[] Known =
    [
        ("simfang.ttf", 0), ("STFANGSO.TTF", 0), ("FangSong.ttf", 0), ("STFANGSO.ttf", 0),
        ("simsun.ttc", 0), ("STSONG.TTF", 0), ("Songti.ttc", 6), ("SimSun.ttf", 0),
        ("SourceHanSerifSC-Regular.otf", 0), ("SourceHanSerifCN-Regular.otf", 0), ("NotoSerifCJKsc-Regular.otf", 0), ("NotoSerifSC-Regular.otf", 0), ("NotoSerifCJK-Regular.ttc", 2),
        ("uming.ttc", 0), ("gbsn00lp.ttf", 0),
        ("SourceHanSansSC-Regular.otf", 0), ("SourceHanSansCN-Regular.otf", 0), ("NotoSansCJKsc-Regular.otf", 0), ("NotoSansSC-Regular.otf", 0), ("NotoSansCJK-Regular.ttc", 2),
        ("msyh.ttc", 0), ("simhei.ttf", 0), ("STHeiti Light.ttc", 1), ("wqy-zenhei.ttc", 0), ("wqy-microhei.ttc", 0), ("DroidSansFallbackFull.ttf", 0), ("Arial Unicode.ttf", 0),
    ];

    private static readonly EnumerationOptions Deep = new() { RecurseSubdirectories = true, MaxRecursionDepth = 6, IgnoreInaccessible = true };

    /// <summary>The fonts that are installed, the best first.</summary>
    public static List<(string Path, int Index)> Find() => Find(Directories);

    /// <summary>The known fonts in some directories, the best first.</summary>
    public static List<(string Path, int Index)> Find(IEnumerable<string> directories)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var directory in directories.Where(Directory.Exists))
            foreach (var file in Directory.EnumerateFiles(directory, "*", Deep).Order(StringComparer.Ordinal))
                found.TryAdd(Path.GetFileName(file), file);
        return [.. Known.Where(k => found.ContainsKey(k.Name)).Select(k => (found[k.Name], k.Index))];
    }
}
