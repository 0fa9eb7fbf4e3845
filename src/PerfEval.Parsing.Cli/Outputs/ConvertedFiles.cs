using System.Globalization;
using PerfEval.Parsing.Cli.Commands;
using PerfEval.Parsing.Cli.Inputs;

namespace PerfEval.Parsing.Cli.Outputs;

/// <summary>Where converted reports go: one file for each report, or standard output.</summary>
internal sealed class ConvertedFiles(ConvertSettings settings, InputList inputs, Stream standardOutput)
{
    // Some file systems do not tell A from a: names that differ only so must not meet.
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes the reports of one input.</summary>
    public void Write(InputFile input, IReadOnlyList<byte[]> reports)
    {
        if (settings.ToStandardOutput)
        {
            foreach (var report in reports)
                standardOutput.Write(report);
            standardOutput.Flush();
            return;
        }

        for (var i = 0; i < reports.Count; i++)
        {
            var path = FreePath(input, reports.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $".{i + 1}"));
            if (Path.GetDirectoryName(path) is { Length: > 0 } directory)
                Directory.CreateDirectory(directory);
            File.WriteAllBytes(path, reports[i]);
        }
    }

    // In a directory the files keep their names and inner tree: a/report.doc becomes a/report.pdf.
    private string FreePath(InputFile input, string part)
    {
        var extension = settings.ToDirectory ? "." + settings.Format : Path.GetExtension(settings.Output);
        var stem = settings.ToDirectory ? Path.Join(settings.Output, Path.ChangeExtension(input.Name, null)) : Path.ChangeExtension(settings.Output, null);
        var free = stem + part + extension;
        for (var i = 2; inputs.Contains(free) || !_taken.Add(free); i++)
            free = string.Create(CultureInfo.InvariantCulture, $"{stem}{part}-{i}{extension}");
        return free;
    }
}
