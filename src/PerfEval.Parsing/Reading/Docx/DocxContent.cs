using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>What all parts of a document share while it is read, and what the body says about other parts.</summary>
internal sealed class DocxContent(DocxStyles styles, DocxNumbering numbering, DocxTheme theme, ReadContext context)
{
    internal DocxStyles Styles { get; } = styles;

    internal DocxNumbering Numbering { get; } = numbering;

    internal DocxTheme Theme { get; } = theme;

    internal ReadContext Context { get; } = context;

    internal DocxOutput Output { get; } = new(context);

    /// <summary>The notes referred to, in order.</summary>
    internal List<(bool IsEndnote, string Id)> Notes { get; } = [];

    /// <summary>The relationships of the running heads and feet, in order.</summary>
    internal List<(BlockRole Role, string Id)> RunningHeads { get; } = [];

    /// <summary>Grows with every piece of visible text: tells which of several alternatives says anything.</summary>
    internal long Produced { get; set; }
}
