using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.OfficeParts;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>Reads a paragraph: its properties, then runs and what holds runs, as they are printed when all changes are accepted.</summary>
internal sealed class DocxParagraphs
{
    private readonly OfficeXml _xml;
    private readonly DocxContent _content;
    private readonly DocxRuns _runs;
    private readonly DocxMath _math;
    private readonly Stack<ParagraphDraft> _spare = [];
    private ParagraphDraft? _carried;
    private DocxFields _fields = new();

    internal DocxParagraphs(OfficeXml xml, DocxContent content, DocxBody body)
    {
        (_xml, _content) = (xml, content);
        _runs = new DocxRuns(xml, content, this, new DocxDrawings(xml, body, this));
        _math = new DocxMath(xml, _runs);
    }

    /// <summary>Fields that are open at the current place.</summary>
    internal DocxFields Fields => _fields;

    /// <summary>Whether the last table of contents was never closed.</summary>
    internal bool IsContentsOpen => _fields.IsContents;

    /// <summary>Reads the current paragraph into a flow.</summary>
    /// <param name="flow">Where it goes.</param>
    /// <param name="readSection">Reads the section that ends with it, where sections can.</param>
    internal void Read(DocxFlow flow, Action? readSection)
    {
        var draft = _carried ?? Rent();
        _carried = null;
        draft.Format = default;
        draft.Style = _content.Styles.Paragraph(null);
        if (_xml.Namespace == OfficeNamespace.Math)
        {
            _math.Read(draft, flow);
        }
        else
        {
            var depth = _xml.Enter();
            while (_xml.NextChild(depth))
            {
                if (_xml.IsWord && _xml.Name == "pPr")
                    ReadProperties(draft, flow, readSection);
                else
                    ReadInline(draft, flow);
            }
        }

        _fields.EndOfParagraph();
        Finish(draft, flow);
    }

    /// <summary>Hands on a paragraph whose end was deleted and that no other paragraph followed.</summary>
    internal void Flush(DocxFlow flow)
    {
        if (_carried is not { } draft)
            return;
        _carried = null;
        Emit(draft, flow);
        Return(draft);
    }

    /// <summary>Ends the page inside a paragraph: what was read so far stands before the break.</summary>
    internal void BreakPage(ParagraphDraft draft, DocxFlow flow)
    {
        if (draft.HasText)
        {
            Emit(draft, flow);
            draft.IsContinued = true;
        }

        draft.ClearText();
        flow.AddPageBreak(draft.Element);
    }

    /// <summary>Adds a line of its own, such as the text of a decorated heading.</summary>
    internal void AddLine(ReadOnlySpan<char> text, DocxFlow flow)
    {
        var draft = Rent();
        draft.Style = _content.Styles.Paragraph(null);
        _runs.AppendText(draft, flow, text, default);
        flow.AddParagraph(draft, null);
        Return(draft);
    }

    /// <summary>Text boxes have fields of their own.</summary>
    internal DocxFields BeginBox()
    {
        var outer = _fields;
        _fields = new DocxFields();
        return outer;
    }

    internal void EndBox(DocxFields outer) => _fields = outer;

    /// <summary>Reads the children of the current element as content of a paragraph.</summary>
    internal void ReadInlines(ParagraphDraft draft, DocxFlow flow)
    {
        var depth = _xml.Enter();
        while (_xml.NextChild(depth))
            ReadInline(draft, flow);
    }

    /// <summary>
    /// Reads the first of several alternatives that says anything. A newer and an older form of a drawing hold the same text: it must be read once.
    /// </summary>
    internal void ReadAlternatives(Action readChildren, ParagraphDraft? draft)
    {
        var produced = _content.Produced;
        var (before, most) = (draft?.Figures ?? 0, draft?.Figures ?? 0);
        var depth = _xml.Enter();
        while (_xml.NextChild(depth))
        {
            if (_content.Produced != produced || _xml.Name is not ("Choice" or "Fallback"))
                continue;
            readChildren();
            if (draft is null)
                continue;
            most = _content.Produced != produced ? before : Math.Max(most, draft.Figures);
            draft.Figures = before;
        }

        if (draft is not null)
            draft.Figures = most;
    }

    private void ReadInline(ParagraphDraft draft, DocxFlow flow)
    {
        switch (_xml.Namespace)
        {
            case OfficeNamespace.Word:
                ReadWordInline(draft, flow);
                break;
            case OfficeNamespace.Math:
                _math.Read(draft, flow);
                break;
            case OfficeNamespace.Compatibility when _xml.Name == "AlternateContent":
                ReadAlternatives(() => ReadInlines(draft, flow), draft);
                break;
        }
    }

    private void ReadWordInline(ParagraphDraft draft, DocxFlow flow)
    {
        switch (_xml.Name)
        {
            case "r":
                _runs.Read(draft, flow);
                break;
            case "hyperlink" or "smartTag" or "customXml" or "ins" or "moveTo" or "sdt" or "sdtContent" or "dir" or "bdo":
                ReadInlines(draft, flow);
                break;
            case "fldSimple":
                draft.IsContents |= DocxFields.IsContentsCode(_xml.Attribute("instr"));
                ReadInlines(draft, flow);
                break;
        }
    }

    private void ReadProperties(ParagraphDraft draft, DocxFlow flow, Action? readSection)
    {
        draft.Format = ParagraphFormat.Read(_xml, readSection);
        if (draft.Format.Style is { } style)
            draft.Style = _content.Styles.Paragraph(style);
        if ((draft.Format.PageBreakBefore ?? draft.Style.Paragraph.PageBreakBefore) == true)
            flow.AddPageBreak(_xml.Blocks);
    }

    private void Finish(ParagraphDraft draft, DocxFlow flow)
    {
        if (draft.Format.IsMarkDeleted && draft.HasText)
        {
            _carried = draft;
            return;
        }

        if (!draft.Format.IsMarkDeleted)
            Emit(draft, flow);
        AddFigures(draft, flow);
        Return(draft);
    }

    private void Emit(ParagraphDraft draft, DocxFlow flow)
    {
        // A paragraph of which nothing is visible, its mark included, is not counted.
        var isCounted = !draft.IsContinued && (draft.HasText || !draft.Format.IsMarkHidden);
        var label = isCounted ? _content.Numbering.Next(draft.Format, draft.Style) : null;
        if (label is not null)
            _content.Produced++;
        flow.AddParagraph(draft, label);
        // A picture put in a placeholder's stead is the same figure.
        if (draft.Style.Declares is { IsFigure: true })
            draft.Figures = 0;
    }

    /// <summary>Hands on the pictures seen so far.</summary>
    internal static void AddFigures(ParagraphDraft draft, DocxFlow flow)
    {
        var part = draft.Style.Part is DeclaredPart.None or DeclaredPart.Cover ? draft.Style.Part : DeclaredPart.Content;
        for (; draft.Figures > 0; draft.Figures--)
            flow.AddFigure(part, draft.Element);
    }

    /// <summary>A field that prints a table of contents begins.</summary>
    internal static void BeginContents(DocxFlow flow) => (flow as BlockFlow)?.BeginContents();

    private ParagraphDraft Rent()
    {
        if (_spare.TryPop(out var draft))
            draft.Clear();
        else
            draft = new ParagraphDraft();
        draft.Element = _xml.Blocks;
        return draft;
    }

    private void Return(ParagraphDraft draft) => _spare.Push(draft);
}
