using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading.OfficeParts;

namespace PerfEval.Parsing.Reading.Xlsx;

/// <summary>The workbook: which sheets there are, in order, and which parts serve them all.</summary>
internal sealed class XlsxWorkbook
{
    private const string SheetFolder = "worksheets/sheet";

    private readonly OfficePackage _package;
    private readonly string _part;
    private readonly OfficeRelationships _relationships;

    private XlsxWorkbook(OfficePackage package, string part)
    {
        (_package, _part) = (package, part);
        _relationships = OfficeRelationships.Read(package, part);
    }

    /// <summary>The visible sheets in order.</summary>
    internal IReadOnlyList<(string Name, string Part)> Sheets { get; private set; } = [];

    /// <summary>Whether day 0 is 1 January 1904, as in workbooks of the first Macintosh.</summary>
    internal bool CountsFrom1904 { get; private set; }

    internal static XlsxWorkbook Read(OfficePackage package, ReadContext context)
    {
        var target = OfficeRelationships.Read(package, "").FirstOfType("officeDocument");
        if (target?.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) == true)
            throw new UnreadableDocumentException(UnreadableReason.UnsupportedFormat, "The file is a binary workbook (.xlsb), which is not read. Save it as .xlsx.");
        var workbook = new XlsxWorkbook(package, target is not null && package.Contains(target) ? target : "xl/workbook.xml");
        workbook.Sheets = workbook.ReadSheets(context);
        if (workbook.Sheets.Count == 0)
            workbook.Sheets = workbook.SheetsByName();
        if (workbook.Sheets.Count > 0 || context.Log.Items.Any(d => d.Code == DiagnosticCode.HiddenContentLeftOut))
            return workbook;
        throw package.IsSalvaged
            ? new UnreadableDocumentException(UnreadableReason.Truncated, "The archive is damaged and its sheets are lost. Fetch the file again from its source.")
            : new UnreadableDocumentException(UnreadableReason.Corrupt, "The archive holds no sheet. Fetch the file again from its source, or check what kind of file it is.");
    }

    /// <summary>The part that serves the workbook: the one referred to, else the one of the usual name beside it; <see langword="null"/> for none.</summary>
    internal string? PartOf(string type) => _package.PartOf(_part, _relationships, type);

    private List<(string Name, string Part)> ReadSheets(ReadContext context)
    {
        var sheets = new List<(string, string)>();
        using var xml = _package.OpenXml(_part, isOptional: false);
        if (xml is null || !xml.ReadRoot())
            return sheets;
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.Name == "workbookPr")
                CountsFrom1904 = xml.Attribute("date1904") is "1" or "true";
            else if (xml.Name == "sheets")
                for (var inner = xml.Enter(); xml.NextChild(inner);)
                    if (xml.Name == "sheet")
                        Add(xml, context, sheets);
        }

        return sheets;
    }

    private void Add(OfficeXml xml, ReadContext context, List<(string Name, string Part)> sheets)
    {
        var name = xml.Attribute("name") ?? "";
        if (xml.Attribute("state") is "hidden" or "veryHidden")
        {
            context.Log.Add(DiagnosticCode.HiddenContentLeftOut, $"The sheet {name} is hidden and was left out.");
            return;
        }

        // The attribute r:id; sheetId is another name.
        if (_relationships.Target(xml.Attribute("id")) is { } part && _package.Contains(part))
        {
            // Sheets of charts and of macros of old hold no cells.
            if (part.Contains("/worksheets/", StringComparison.OrdinalIgnoreCase))
                sheets.Add((name, part));
        }
        else
        {
            context.Log.Add(DiagnosticCode.PartMissing, $"The part of the sheet {name} is missing.");
        }
    }

    // Where the workbook is lost, its sheets are found by their names, in the order of their numbers.
    private List<(string Name, string Part)> SheetsByName() =>
    [
        .. _package.PartNames.Where(p => p.Contains(SheetFolder, StringComparison.OrdinalIgnoreCase) && p.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            .OrderBy(p => p.Length).ThenBy(p => p, StringComparer.Ordinal).Select(p => (p, p)),
    ];
}
