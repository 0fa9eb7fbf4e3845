using System.Globalization;
using PerfEval.Parsing.Cli.Inputs;

namespace PerfEval.Parsing.Cli.Outputs;

/// <summary>One file for each input, named after it (<c>report.docx.json</c>); directories that were given keep their inner tree.</summary>
internal sealed class DirectoryOutput(string directory, OutputLayout layout) : ResultOutput
{
    // Some file systems do not tell A from a: names that differ only so must not meet.
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    public override void Write(InputFile input, IReadOnlyList<byte[]> texts)
    {
        if (texts.Count == 0)
            return;
        var path = Path.Join(directory, FreeName(input.Name));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new StreamOutput(File.Create(path), layout, several: false, ownsStream: true);
        file.Write(input, texts);
        file.Finish();
    }

    public override void Finish() => Directory.CreateDirectory(directory);

    public override void Dispose()
    {
    }

    private string FreeName(string name)
    {
        var extension = layout switch { OutputLayout.Json => ".json", OutputLayout.JsonLines => ".jsonl", _ => ".txt" };
        var free = name + extension;
        for (var i = 2; !_taken.Add(free); i++)
            free = string.Create(CultureInfo.InvariantCulture, $"{name}.{i}{extension}");
        return free;
    }
}
