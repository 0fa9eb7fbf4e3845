using PerfEval.Parsing.Diagnostics;
namespace PerfEval.Parsing.Tests.Support.Places;

/// <summary>The documents on which evidence is tried: those beside the tests, the samples, and every one below the directory that PERFEVAL_CORPUS names.</summary>
internal static class EvidenceDocuments
{
    /// <summary>The formats of files in such a directory.</summary>
    public static readonly string[] Formats = ["docx", "txt", "html", "pdf", "xlsx"];

    /// <summary>The documents that are shipped with the tests, by their paths in the repository.</summary>
    public static IEnumerable<string> Shipped =>
        new[] { "tests/PerfEval.Parsing.Tests/Corpus", "samples/reports" }.SelectMany(folder => Directory.EnumerateFiles(Repository.At(folder)))
            .Where(f => Formats.Contains(Path.GetExtension(f).TrimStart('.')) && !f.EndsWith(".verified.txt", StringComparison.Ordinal) && !f.EndsWith(".received.txt", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal);

    /// <summary>The files of a format below the directory, none where none is named.</summary>
    public static IEnumerable<string> Named(string format) =>
        Environment.GetEnvironmentVariable("PERFEVAL_CORPUS") is { Length: > 0 } folder
            ? Directory.EnumerateFiles(folder, "*." + format, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            : [];

    /// <summary>Parses a file; <see langword="null"/> where it holds nothing to read.</summary>
    public static (byte[] Bytes, ParseResult Result)? Parse(string path)
    {
        var bytes = File.ReadAllBytes(path);
        try
        {
            return (bytes, ReportParser.Default.Parse(bytes, Path.GetFileName(path)));
        }
        catch (UnreadableDocumentException)
        {
            return null;
        }
    }
}
