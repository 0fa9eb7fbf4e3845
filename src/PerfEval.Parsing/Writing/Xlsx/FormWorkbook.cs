using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PerfEval.Parsing.Vocabulary;
using PerfEval.Parsing.Writing.Forms;

namespace PerfEval.Parsing.Writing.Xlsx;

/// <summary>A workbook of one form.</summary>
internal static class FormWorkbook
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /// <summary>The package, not yet byte-stable; the caller disposes of it.</summary>
    internal static MemoryStream Build(FormSheet form)
    {
        var bytes = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            // Every id is given: the library would make them up at random.
            var workbook = package.AddNewPart<WorkbookPart>(MainType, "rId1");
            var styles = new FormStyles();
            workbook.AddNewPart<WorksheetPart>("rId1").Worksheet = FormWorksheet.Build(form, styles);
            workbook.AddNewPart<WorkbookStylesPart>("rId2").Stylesheet = styles.ToStylesheet();
            workbook.Workbook = Workbook(form);
        }

        return bytes;
    }

    private static Workbook Workbook(FormSheet form)
    {
        var name = FormVocabulary.Default.Sheet;
        return new Workbook(
            new BookViews(new WorkbookView()),
            new Sheets(new Sheet { Name = name, SheetId = 1, Id = "rId1" }),
            // The heads of the indicators stand on every page.
            new DefinedNames(new DefinedName($"'{name}'!${form.HeadRow + 1}:${form.HeadRow + 1}") { Name = "_xlnm.Print_Titles", LocalSheetId = 0 }));
    }
}
