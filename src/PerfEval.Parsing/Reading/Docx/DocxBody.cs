using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.OfficeParts;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>
/// One streaming pass over a part: paragraphs, tables, content controls and sections in order. Whatever is not understood is passed over;
/// recursion is as deep as the elements, which are bounded.
/// </summary>
internal sealed class DocxBody
{
    private readonly OfficeXml _xml;
    private readonly DocxContent _content;
    private readonly BlockFlow _story;
    private readonly DocxParagraphs _paragraphs;
    private readonly DocxTables _tables;
    private readonly Action _readSection;
    private int _boxes;
    private bool _sectionEnds;

    private DocxBody(OfficeXml xml, DocxContent content, BlockFlow story)
    {
        (_xml, _content, _story) = (xml, content, story);
        _paragraphs = new DocxParagraphs(xml, content, this);
        _tables = new DocxTables(xml, content, this);
        _readSection = () =>
        {
            ReadSection();
            _sectionEnds = true;
        };
    }

    /// <summary>Reads the blocks in the current element: a body, a running head or a note.</summary>
    internal static IReadOnlyList<Block> Read(OfficeXml xml, DocxContent content, BlockRole role)
    {
        var story = new BlockFlow(content.Output, content.Theme, xml.Part, role);
        var body = new DocxBody(xml, content, story);
        body.ReadBlocks(story);
        story.Finish(body._paragraphs.IsContentsOpen);
        return story.Blocks;
    }

    /// <summary>Reads the blocks in the current element into a flow.</summary>
    internal void ReadBlocks(DocxFlow flow)
    {
        ReadChildren(flow);
        EndBlocks(flow);
    }

    /// <summary>Ends a flow of blocks.</summary>
    internal void EndBlocks(DocxFlow flow) => _paragraphs.Flush(flow);

    /// <summary>Reads a text box where it is anchored: its paragraphs come before the paragraph that holds it.</summary>
    internal void ReadTextBox(DocxFlow flow)
    {
        _boxes++;
        var outer = _paragraphs.BeginBox();
        ReadBlocks(flow);
        _paragraphs.EndBox(outer);
        _boxes--;
    }

    /// <summary>Reads the children of the current element as blocks.</summary>
    internal void ReadChildren(DocxFlow flow)
    {
        var depth = _xml.Enter();
        while (_xml.NextChild(depth))
        {
            ReadBlock(flow);
            if (_content.Output.IsFull)
                _xml.Stop();
        }
    }

    /// <summary>Reads the current element as a block, if it is one.</summary>
    internal void ReadBlock(DocxFlow flow)
    {
        if (!_xml.IsWord)
        {
            if (_xml.Namespace == OfficeNamespace.Compatibility && _xml.Name == "AlternateContent")
                _paragraphs.ReadAlternatives(() => ReadChildren(flow), null);
            else if (_xml.Namespace == OfficeNamespace.Math)
                ReadParagraph(flow);
            return;
        }

        switch (_xml.Name)
        {
            case "p":
                ReadParagraph(flow);
                break;
            case "tbl":
                _paragraphs.Flush(flow);
                var element = _xml.Blocks;
                if (_tables.Read() is { } table)
                    flow.AddTable(table, element);
                break;
            case "sdt":
                ReadControl(flow);
                break;
            case "customXml" or "smartTag" or "ins" or "moveTo":
                ReadChildren(flow);
                break;
            case "sectPr":
                ReadSection();
                break;
            case "altChunk":
                _content.Context.Log.Add(DiagnosticCode.PartMissing, $"{_xml.Part}: an embedded document (altChunk) was left out.");
                break;
        }
    }

    private void ReadParagraph(DocxFlow flow)
    {
        _paragraphs.Read(flow, ReferenceEquals(flow, _story) && _boxes == 0 ? _readSection : null);
        if (!_sectionEnds)
            return;
        _sectionEnds = false;
        _story.EndSection(_xml.Blocks);
    }

    private void ReadControl(DocxFlow flow)
    {
        var outer = flow.IsContents;
        var depth = _xml.Enter();
        while (_xml.NextChild(depth))
        {
            if (_xml.Name == "sdtPr")
                flow.IsContents |= IsContentsGallery();
            else if (_xml.Name == "sdtContent")
                ReadChildren(flow);
        }

        flow.IsContents = outer;
    }

    private bool IsContentsGallery()
    {
        var result = false;
        var depth = _xml.Enter();
        while (_xml.NextChild(depth))
        {
            if (_xml.Name is not ("docPartObj" or "docPartList"))
                continue;
            var inner = _xml.Enter();
            while (_xml.NextChild(inner))
                if (_xml.Name == "docPartGallery")
                    result = _xml.Val() == "Table of Contents";
        }

        return result;
    }

    private void ReadSection()
    {
        var isOnSamePage = false;
        var depth = _xml.Enter();
        while (_xml.NextChild(depth))
        {
            if (_xml.Name == "type")
                isOnSamePage = _xml.Val() is "continuous" or "nextColumn";
            else if (_xml.Name is "headerReference" or "footerReference" && _xml.Attribute("id") is { } id)
                _content.RunningHeads.Add((_xml.Name == "headerReference" ? BlockRole.Header : BlockRole.Footer, id));
        }

        if (isOnSamePage)
            _story.TakeSectionBreakBack();
    }
}
