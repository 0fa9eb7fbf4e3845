using System.Globalization;
using PerfEval.Parsing.Reading.OfficeParts;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>Reads a run: text, breaks, symbols, fields, drawings and references to notes.</summary>
internal sealed class DocxRuns(OfficeXml xml, DocxContent content, DocxParagraphs paragraphs, DocxDrawings drawings)
{
    /// <summary>Reads the current run.</summary>
    internal void Read(ParagraphDraft draft, DocxFlow flow)
    {
        var state = StateOf(draft.Style.Run);
        ReadChildren(draft, flow, ref state);
    }

    /// <summary>Adds text that stands in no run of its own, as formulas do.</summary>
    internal void AppendText(ParagraphDraft draft, DocxFlow flow, ReadOnlySpan<char> text) =>
        AppendText(draft, flow, text, StateOf(draft.Style.Run).Look);

    internal void AppendText(ParagraphDraft draft, DocxFlow flow, ReadOnlySpan<char> text, in RunLook look)
    {
        if (text.IsEmpty || !content.Output.AcceptText(text.Length))
            return;
        if (draft.Figures > 0 && !draft.HasText)
            DocxParagraphs.AddFigures(draft, flow);
        draft.Append(text, look);
        draft.IsContents |= paragraphs.Fields.IsContents;
        if (draft.HasText)
            content.Produced++;
    }

    /// <summary>Reads the text of the current element and adds it.</summary>
    internal void ReadText(ParagraphDraft draft, DocxFlow flow, in RunLook look)
    {
        var keepsSpace = xml.PreservesSpace;
        var depth = xml.Enter();
        while (xml.NextText(depth))
        {
            var text = xml.Value();
            AppendText(draft, flow, keepsSpace ? text : text.Trim(" \t\r\n"), look);
        }
    }

    private void ReadChildren(ParagraphDraft draft, DocxFlow flow, ref RunState state)
    {
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (xml.IsWord)
            {
                ReadChild(draft, flow, ref state);
            }
            else if (xml.Name == "AlternateContent")
            {
                var outer = state;
                paragraphs.ReadAlternatives(
                    () =>
                    {
                        var inner = outer;
                        ReadChildren(draft, flow, ref inner);
                    },
                    draft);
            }
        }
    }

    private void ReadChild(ParagraphDraft draft, DocxFlow flow, ref RunState state)
    {
        var name = xml.Name;
        if (name == "rPr")
            state = StateOf(draft.Style.Run, RunFormat.Read(xml));
        else if (name == "fldChar")
            ReadFieldMark(draft, flow, state);
        else if (name == "instrText")
            ReadFieldCode();
        else if (!state.IsHidden && !paragraphs.Fields.IsCode)
            ReadVisible(name, draft, flow, ref state);
    }

    private void ReadVisible(string name, ParagraphDraft draft, DocxFlow flow, ref RunState state)
    {
        switch (name)
        {
            case "t" when !state.IsNoteMark:
                ReadText(draft, flow, state.Look);
                break;
            case "tab" or "ptab":
                draft.Append('\t');
                break;
            case "br" when xml.Attribute("type") == "page":
                paragraphs.BreakPage(draft, flow);
                break;
            case "br" or "cr":
                draft.Append('\n');
                break;
            case "noBreakHyphen":
                AppendText(draft, flow, "-", state.Look);
                break;
            case "sym":
                ReadSymbol(draft, flow, state.Look);
                break;
            case "drawing" or "pict" or "object":
                ReadDrawing(draft, flow);
                break;
            case "ruby":
                ReadRuby(draft, flow);
                break;
            case "r":
                Read(draft, flow);
                break;
            case "footnoteReference" or "endnoteReference":
                ReadNoteReference(name, ref state);
                break;
        }
    }

    private RunState StateOf(in RunFormat format) => new(
        new RunLook(format.Bold == true, format.HalfPoints, format.Font, DocxSymbols.IsSymbolFont(format.Latin) ? format.Latin : null),
        format.Hidden == true);

    private RunState StateOf(RunFormat format, in RunFormat direct)
    {
        if (direct.Style is { } style)
            format.ApplyCharacterStyle(content.Styles.Character(style));
        format.Apply(direct);
        return StateOf(format);
    }

    private void ReadSymbol(ParagraphDraft draft, DocxFlow flow, in RunLook look)
    {
        if (!ushort.TryParse(xml.Attribute("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
            return;
        var symbol = DocxSymbols.Translate(xml.Attribute("font"), (char)code);
        AppendText(draft, flow, [symbol], look with { Symbols = null });
    }

    private void ReadDrawing(ParagraphDraft draft, DocxFlow flow)
    {
        var produced = content.Produced;
        if (drawings.Read(flow) && content.Produced == produced)
            draft.Figures++;
    }

    /// <summary>Only the base text of an annotated word is text; its reading is an annotation.</summary>
    private void ReadRuby(ParagraphDraft draft, DocxFlow flow)
    {
        var depth = xml.Enter();
        while (xml.NextChild(depth))
            if (xml.Name == "rubyBase")
                paragraphs.ReadInlines(draft, flow);
    }

    private void ReadNoteReference(string name, ref RunState state)
    {
        if (xml.Attribute("id") is { } id)
            content.Notes.Add((name == "endnoteReference", id));
        // A mark that the author chose follows as text in the same run.
        if (xml.Attribute("customMarkFollows") is "1" or "true" or "on")
            state = state with { IsNoteMark = true };
    }

    private void ReadFieldMark(ParagraphDraft draft, DocxFlow flow, in RunState state)
    {
        var fields = paragraphs.Fields;
        switch (xml.Attribute("fldCharType"))
        {
            case "begin":
                if (!fields.IsCode && !state.IsHidden && DocxFormFields.Read(xml) is { } shown)
                    AppendText(draft, flow, shown, state.Look);
                fields.Begin();
                break;
            case "separate":
                var wasContents = fields.IsContents;
                fields.Separate();
                if (fields.IsContents && !wasContents)
                    DocxParagraphs.BeginContents(flow);
                break;
            case "end":
                fields.End();
                break;
        }
    }

    private void ReadFieldCode()
    {
        var depth = xml.Enter();
        while (xml.NextText(depth))
            paragraphs.Fields.AddCode(xml.Value());
    }

    /// <summary>What holds for the rest of a run.</summary>
    private readonly record struct RunState(RunLook Look, bool IsHidden)
    {
        internal bool IsNoteMark { get; init; }
    }
}
