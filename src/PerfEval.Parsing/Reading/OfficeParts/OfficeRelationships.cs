namespace PerfEval.Parsing.Reading.OfficeParts;

/// <summary>Which parts a part refers to. Types are compared by their last word, which the transitional and the strict standard share.</summary>
internal sealed class OfficeRelationships
{
    private readonly Dictionary<string, string> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byType = new(StringComparer.Ordinal);

    private OfficeRelationships()
    {
    }

    /// <summary>The relationships of a part, or of the package where the name is empty. None where there is no such part.</summary>
    internal static OfficeRelationships Read(OfficePackage package, string part)
    {
        var result = new OfficeRelationships();
        var folder = FolderOf(part);
        using var xml = package.OpenXml($"{folder}_rels/{part[folder.Length..]}.rels", isOptional: true);
        if (xml is null || !xml.ReadRoot())
            return result;
        var depth = xml.Enter();
        while (xml.NextChild(depth))
            if (xml.Name == "Relationship" && xml.Attribute("TargetMode") != "External")
                result.Add(xml.Attribute("Id"), xml.Attribute("Type"), Resolve(folder, xml.Attribute("Target") ?? ""));
        return result;
    }

    /// <summary>The part that an id names; <see langword="null"/> where there is no such id.</summary>
    internal string? Target(string? id) => id is not null && _byId.TryGetValue(id, out var target) ? target : null;

    /// <summary>The first part of a type, <c>styles</c> for instance.</summary>
    internal string? FirstOfType(string type) => _byType.GetValueOrDefault(type);

    internal static string FolderOf(string part) => part[..(part.LastIndexOf('/') + 1)];

    private void Add(string? id, string? type, string target)
    {
        if (id is not null)
            _byId.TryAdd(id, target);
        if (type is not null)
            _byType.TryAdd(type[(type.LastIndexOf('/') + 1)..], target);
    }

    private static string Resolve(string folder, string target)
    {
        var path = target.Replace('\\', '/');
        if (path.StartsWith('/'))
            folder = "";
        var parts = new List<string>();
        foreach (var step in (folder + path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
                parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            else if (step != ".")
                parts.Add(step);
        }

        return string.Join('/', parts);
    }
}
