using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.OfficeParts;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>Adds the text of those footnotes and endnotes that the body refers to, in the order in which it does.</summary>
internal static class DocxNotes
{
    internal static void Add(OfficePackage package, string main, OfficeRelationships relationships, DocxContent content, List<Block> blocks)
    {
        // Notes may refer to notes; what they add to the list is not followed.
        var references = content.Notes.ToArray();
        foreach (var isEndnote in (bool[])[false, true])
        {
            var ids = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (isEnd, id) in references)
                if (isEnd == isEndnote)
                    ids.Add(id);
            if (ids.Count == 0 || content.Output.IsFull)
                continue;
            var notes = Read(package, package.PartOf(main, relationships, isEndnote ? "endnotes" : "footnotes"), ids, content);
            foreach (var id in ids)
                if (notes.TryGetValue(id, out var note))
                    blocks.AddRange(note);
        }
    }

    private static Dictionary<string, IReadOnlyList<Block>> Read(OfficePackage package, string? part, HashSet<string> ids, DocxContent content)
    {
        var notes = new Dictionary<string, IReadOnlyList<Block>>(StringComparer.Ordinal);
        using var xml = part is null ? null : package.OpenXml(part, isOptional: false);
        if (xml is null || !xml.ReadRoot())
            return notes;
        var depth = xml.Enter();
        while (xml.NextChild(depth))
            if (xml.Name is "footnote" or "endnote" && xml.Attribute("type") is null or "normal" && xml.Attribute("id") is { } id && ids.Contains(id))
                notes.TryAdd(id, DocxBody.Read(xml, content, BlockRole.Note));
        return notes;
    }
}
