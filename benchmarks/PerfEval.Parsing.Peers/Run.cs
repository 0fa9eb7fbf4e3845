using PerfEval.Parsing.BenchmarkDocuments;
using PerfEval.Parsing.Peers.Measuring;
using PerfEval.Parsing.Peers.Results;

namespace PerfEval.Parsing.Peers;

/// <summary>One run: what it was asked for, where it measures and what it finds.</summary>
internal sealed class Run : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("perfeval-peers-");

    public Run(RunOptions options) => (Options, Contest) = (options, new Contest(options.Pace));

    public RunOptions Options { get; }

    public Pace Pace => Options.Pace;

    public Contest Contest { get; }

    public Findings Findings { get; } = new();

    /// <summary>Our command line; <see langword="null"/> where none was named.</summary>
    public OutsideProgram? Cli => Options.Cli is { } path ? new OutsideProgram("perfeval", path) : null;

    /// <summary>A path for a file of that name; it goes when the run ends.</summary>
    public string PathOf(string name) => Path.Join(_directory.FullName, name);

    /// <summary>Saves a document for programs that read files.</summary>
    public string Save(BenchmarkFile file)
    {
        var path = PathOf(file.Name);
        File.WriteAllBytes(path, file.Bytes.Span);
        return path;
    }

    /// <summary>Saves an archive.</summary>
    /// <returns>Its directory.</returns>
    public string SaveArchive(string name, int files)
    {
        var directory = Directory.CreateDirectory(PathOf(name)).FullName;
        foreach (var file in MixedArchive.Files(files))
            File.WriteAllBytes(Path.Join(directory, file.Name), file.Bytes.Span);
        return directory;
    }

    public void Dispose() => _directory.Delete(recursive: true);

    /// <summary>Parses a document that must have a report in it.</summary>
    public static ParseResult Parse(ReadOnlyMemory<byte> bytes) => ReportParser.Default.Parse(bytes);
}
