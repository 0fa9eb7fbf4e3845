using System.Globalization;
using System.IO.Compression;
using System.Text;
using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Archives;

/// <summary>A directory tree of reports in several formats; one file of fifty is damaged or hostile. A list beside it says what each file is.</summary>
internal static class InventedArchive
{
    private const int FilesOfADirectory = 250;
    private const int OneHostileOf = 50;

    // What archives hold: mostly Word files, then PDF.
    private static readonly string[] Formats = ["docx", "docx", "docx", "docx", "pdf", "pdf", "pdf", "txt", "html", "html"];

    /// <summary>Writes the archive, and <c>DIRECTORY.manifest.tsv</c> with a line for each of the <paramref name="files"/>: path, kind. Some oddities come on top.</summary>
    public static void Write(string directory, int files, int seed)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var kinds = new string[files];
        // Each file has a generator of its own, so that the files are the same on any number of threads.
        Parallel.For(0, files, () => new InventedReports(), (i, _, reports) =>
        {
            var random = new Random(HashCode(seed, i));
            var folder = Path.Join(directory, $"{2012 + (i / FilesOfADirectory % 13)}年", $"批次{i / FilesOfADirectory:D4}");
            Directory.CreateDirectory(folder);
            var (name, bytes, kind) = i % OneHostileOf == OneHostileOf - 1 ? Hostile(i, random, reports) : Healthy(i, random, reports);
            File.WriteAllBytes(Path.Join(folder, name), bytes);
            kinds[i] = $"{Path.Join(folder, name)}\t{kind}";
            return reports;
        }, _ => { });
        WriteOddities(directory);
        File.WriteAllLines(directory.TrimEnd('/', '\\') + ".manifest.tsv", kinds);
    }

    /// <summary>What is no report but lies in every archive: copies, zips with names in GB18030, an office program's and the system's own files, a link to itself.</summary>
    private static void WriteOddities(string directory)
    {
        var some = Directory.EnumerateFiles(Directory.EnumerateDirectories(Directory.EnumerateDirectories(directory).Order().First()).Order().First()).Order().Take(20).ToList();
        var folder = Directory.CreateDirectory(Path.Join(directory, "其他")).FullName;
        foreach (var path in some.Take(10))
            File.Copy(path, Path.Join(folder, "副本-" + Path.GetFileName(path)));
        File.WriteAllBytes(Path.Join(folder, "~$报告.docx"), new byte[162]);
        File.WriteAllBytes(Path.Join(folder, "Thumbs.db"), new byte[512]);
        File.CreateSymbolicLink(Path.Join(folder, "回到上面"), directory);
        var inner = Zip(some.Skip(10).Take(5).Select(path => (Path.GetFileName(path), File.ReadAllBytes(path))));
        File.WriteAllBytes(Path.Join(folder, "打包.zip"), Zip(some.Skip(15).Select(path => ("内容/" + Path.GetFileName(path), File.ReadAllBytes(path))).Append(("内层.zip", inner))));
    }

    private static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> entries)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.GetEncoding("GB18030")))
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }

        return output.ToArray();
    }

    private static (string Name, byte[] Bytes, string Kind) Healthy(int i, Random random, InventedReports reports)
    {
        var format = Formats[random.Next(Formats.Length)];
        var report = reports.Next(random);
        var number = i.ToString("D6", CultureInfo.InvariantCulture);
        try
        {
            using var output = new MemoryStream();
            ReportWriters.For(format).Write(report, output);
            return ($"报告{number}.{format}", output.ToArray(), "healthy");
        }
        catch (UnwritableReportException) when (format == "pdf")
        {
            // A machine without a Chinese font: the shipped PDF, made another file by a remark at its end.
            return ($"报告{number}.pdf", [.. InventedReports.Shipped("rural-water-2023.pdf"), .. Encoding.ASCII.GetBytes($"\n%{number}\n")], "healthy");
        }
    }

    private static (string Name, byte[] Bytes, string Kind) Hostile(int i, Random random, InventedReports reports)
    {
        var (name, bytes, _) = Healthy(i, random, reports);
        var attack = HostileFiles.All[i / OneHostileOf % HostileFiles.All.Count];
        var made = attack.Make(bytes, name, random);
        return ($"{Path.GetFileNameWithoutExtension(name)}-{attack.Kind}{attack.Extension ?? Path.GetExtension(name)}", made, attack.Kind);
    }

    private static int HashCode(int seed, int i) => unchecked((seed * 1_000_003) ^ (i * 7_919));
}
