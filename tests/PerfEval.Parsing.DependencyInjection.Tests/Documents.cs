using System.Text;
using PerfEval.Parsing.Tests.Support;

namespace PerfEval.Parsing.DependencyInjection.Tests;

/// <summary>Small documents of every kind of end.</summary>
internal static class Documents
{
    /// <summary>Stands in documents, names, passwords and messages, and must come out nowhere but in the model.</summary>
    public const string Marker = "秘密标记Q7";

    public static byte[] Docx { get; } = File.ReadAllBytes(Repository.At("samples/reports/rural-water-2023.docx"));

    public static string Text { get; } = Repository.Read("samples/reports/road-maintenance-2023.txt");

    public static byte[] Gb18030(string text) => CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!.GetBytes(text);

    /// <summary>A report whose title, units, headings and malformed citation hold the marker.</summary>
    public static byte[] Marked { get; } = Encoding.UTF8.GetBytes(
        Text.Replace("石桥镇", Marker, StringComparison.Ordinal).Replace("《梧桐县财政局关于", $"《{Marker}《", StringComparison.Ordinal));

    /// <summary>A report's JSON that breaks off after the marker.</summary>
    public static byte[] BrokenJson { get; } = Encoding.UTF8.GetBytes($$"""{"schemaVersion":"1","source":{"path":"{{Marker}}","format":{"{{Marker}}":""");

    /// <summary>Bytes of no format.</summary>
    public static byte[] Garbage { get; } = [.. Enumerable.Range(0, 4096).Select(i => (byte)((i * 7919) ^ (i >> 3)))];
}
