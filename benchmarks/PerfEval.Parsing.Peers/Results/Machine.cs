using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using DocumentFormat.OpenXml.Packaging;
using PerfEval.Parsing.Peers.Measuring;
using UglyToad.PdfPig;

namespace PerfEval.Parsing.Peers.Results;

/// <summary>What the figures were measured on and with. No path and no name of the machine.</summary>
internal static class Machine
{
    /// <summary>Lines of the page's head.</summary>
    public static IEnumerable<(string What, string Which)> Describe(RunOptions options)
    {
        var gibibytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30);
        yield return ("processor", string.Create(CultureInfo.InvariantCulture, $"{Processor()}, {Environment.ProcessorCount} logical, {gibibytes:0.#} GiB"));
        yield return ("system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}");
        yield return (".NET", RuntimeInformation.FrameworkDescription);
        yield return ("commit", options.Commit ?? "unknown");
        yield return ("command line", options.Cli is null ? "none" : options.IsCliNative ? "native (NativeAOT)" : "managed");
        yield return ("PdfPig", Version(typeof(PdfDocument)));
        yield return ("DocumentFormat.OpenXml", Version(typeof(WordprocessingDocument)));
        foreach (var (name, argument) in new[] { ("pandoc", "--version"), ("mutool", "-v"), ("pdftotext", "-v") })
            yield return (name, OutsideProgram.Find(name)?.Version(argument) ?? "not installed");
        yield return ("docx2txt", OutsideProgram.Find("docx2txt") is null ? "not installed" : "installed");
    }

    private static string Processor()
    {
        const string Names = "/proc/cpuinfo";
        var line = File.Exists(Names) ? File.ReadLines(Names).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line is null ? "unknown processor" : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }

    private static string Version(Type type) =>
        (type.Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown").Split('+')[0];
}
