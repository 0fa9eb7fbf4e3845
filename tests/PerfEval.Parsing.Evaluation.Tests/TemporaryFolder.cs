using System.Text;

namespace PerfEval.Parsing.Evaluation.Tests;

/// <summary>A directory of its own for one test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("perfeval-eval-").FullName;

    public string Write(string name, string text)
    {
        var path = Path.Join(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
