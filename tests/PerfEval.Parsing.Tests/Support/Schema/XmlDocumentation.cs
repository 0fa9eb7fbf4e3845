using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PerfEval.Parsing.Tests.Support.Schema;

/// <summary>The summaries of the library's XML documentation as plain text, with members called by their JSON names.</summary>
internal sealed partial class XmlDocumentation
{
    private readonly Dictionary<string, XElement> _summaries;

    public XmlDocumentation() => _summaries = XDocument.Load(Path.ChangeExtension(typeof(ReportParser).Assembly.Location, ".xml"))
        .Descendants("member")
        .Where(member => member.Element("summary") is not null)
        .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")!);

    public string Of(Type type) => Plain(_summaries["T:" + type.FullName]);

    public string Of(Type type, string member) =>
        _summaries.TryGetValue($"P:{type.FullName}.{member}", out var text) || _summaries.TryGetValue($"F:{type.FullName}.{member}", out text)
            ? Plain(text)
            : throw new InvalidOperationException($"{type.Name}.{member} has no summary.");

    private static string Plain(XElement summary) => Spaces().Replace(string.Concat(summary.Nodes().Select(Plain)), " ").Trim();

    private static string Plain(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see when see.Attribute("langword") is { } word => word.Value,
        XElement { Name.LocalName: "see" } see => JsonNamingPolicy.CamelCase.ConvertName(see.Attribute("cref")!.Value.Split('.')[^1]),
        XElement { Name.LocalName: "c" } code => code.Value,
        _ => throw new InvalidOperationException($"{node} cannot be put into a description."),
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
