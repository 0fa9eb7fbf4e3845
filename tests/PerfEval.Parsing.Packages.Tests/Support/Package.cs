using System.IO.Compression;
using System.Xml.Linq;

namespace PerfEval.Parsing.Packages.Tests.Support;

/// <summary>A package file, looked into.</summary>
internal sealed class Package(string path)
{
    // What the packing itself adds.
    private static readonly string[] Container = ["_rels/.rels", "[Content_Types].xml"];

    /// <summary>The files that somebody put in, in ordinal order; the description left out.</summary>
    public IReadOnlyList<string> Files =>
        [.. Read(zip => zip.Entries.Select(entry => entry.FullName).ToList())
            .Except(Container).Where(name => !name.StartsWith("package/", StringComparison.Ordinal) && !name.EndsWith(".nuspec", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>An element of the description; null if it has none.</summary>
    public XElement? Said(string element) => Description.Elements().FirstOrDefault(e => e.Name.LocalName == element);

    /// <summary>The packages that whoever takes this one gets as well, in ordinal order.</summary>
    public IReadOnlyList<string> Dependencies =>
        [.. Description.Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => e.Attribute("id")!.Value).Order(StringComparer.Ordinal)];

    /// <summary>The different dates of everything in it.</summary>
    public IReadOnlyList<DateTime> Dates => Read(zip => zip.Entries.Select(entry => entry.LastWriteTime.DateTime).Distinct().ToList());

    public byte[] Bytes(string file) => Read(zip =>
    {
        using var content = zip.GetEntry(file)!.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    });

    private XElement Description => Read(zip =>
    {
        using var nuspec = zip.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(nuspec).Root!.Elements().Single();
    });

    private T Read<T>(Func<ZipArchive, T> look)
    {
        using var zip = ZipFile.OpenRead(path);
        return look(zip);
    }
}
