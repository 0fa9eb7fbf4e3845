using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.OfficeParts;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>
/// Reads Office Open XML text (.docx, .docm, .dotx), as Word, WPS Office and others write it, in the transitional and the strict form. The text is
/// what is printed when all tracked changes are accepted: hidden and deleted text, comments and field codes are left out, automatic numbers are
/// computed. Damaged packages are read as far as they go.
/// </summary>
public sealed class DocxReader : IDocumentReader
{
    /// <inheritdoc/>
    public DocumentFormat Format => DocumentFormat.Docx;

    /// <inheritdoc/>
    public SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Step();
        FileSize.Check(bytes.Length, context.Limits);

        var package = OfficePackage.Open(bytes, context);
        var main = DocxMainPart.Of(package, context);
        var relationships = OfficeRelationships.Read(package, main);
        var content = ReadDefinitions(package, main, relationships, context);

        var blocks = new List<Block>(ReadMain(package, main, content));
        AddRunningHeads(package, relationships, content, blocks);
        DocxNotes.Add(package, main, relationships, content, blocks);
        // The page breaks of a document that declares its structure are layout.
        var isDeclared = IsDeclared(blocks);
        if (isDeclared)
            blocks.RemoveAll(b => b is PageBreak);
        return new SourceDocument { Blocks = blocks, IsDeclared = isDeclared };
    }

    private static bool IsDeclared(List<Block> blocks)
    {
        var body = blocks.Where(b => b.Role == BlockRole.Body && b is not PageBreak).ToList();
        return body.Count > 0 && body.TrueForAll(b => b.Declared != DeclaredPart.None);
    }

    private static DocxContent ReadDefinitions(OfficePackage package, string main, OfficeRelationships relationships, ReadContext context)
    {
        var styles = DocxStyles.Read(package, package.PartOf(main, relationships, "styles"));
        var numbering = DocxNumbering.Read(package, package.PartOf(main, relationships, "numbering"), styles);
        var theme = new DocxTheme(package, package.PartOf(main, relationships, "theme"));
        return new DocxContent(styles, numbering, theme, context);
    }

    private static IReadOnlyList<Block> ReadMain(OfficePackage package, string main, DocxContent content)
    {
        using var xml = package.OpenXml(main, isOptional: false)
            ?? throw new UnreadableDocumentException(UnreadableReason.Corrupt, $"The part {main} cannot be read. Fetch the file again from its source.");
        IReadOnlyList<Block> blocks = [];
        var isDocument = xml.ReadRoot() && xml.IsWord;
        var depth = isDocument ? xml.Enter() : -1;
        while (xml.NextChild(depth))
            if (xml.IsWord && xml.Name == "body")
                blocks = DocxBody.Read(xml, content, BlockRole.Body);
        return blocks.Count > 0 || (isDocument && xml.Fault is null) ? blocks : throw Unreadable(xml, package, content.Context.Log);
    }

    private static UnreadableDocumentException Unreadable(OfficeXml xml, OfficePackage package, DiagnosticLog log)
    {
        if (xml.Fault == DiagnosticCode.LimitReached)
            return LimitPassed.Before($"any text of {xml.Part}", log);
        return package.IsSalvaged
            ? new UnreadableDocumentException(UnreadableReason.Truncated, "The file ends before any text. Fetch it again from its source.")
            : new UnreadableDocumentException(UnreadableReason.Corrupt, $"The part {xml.Part} is damaged before any text. Fetch the file again from its source.");
    }

    private static void AddRunningHeads(OfficePackage package, OfficeRelationships relationships, DocxContent content, List<Block> blocks)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (role, id) in content.RunningHeads)
        {
            if (relationships.Target(id) is not { } part || !seen.Add(part) || content.Output.IsFull)
                continue;
            using var xml = package.OpenXml(part, isOptional: false);
            if (xml is not null && xml.ReadRoot() && xml.IsWord)
                blocks.AddRange(DocxBody.Read(xml, content, role));
        }
    }
}
