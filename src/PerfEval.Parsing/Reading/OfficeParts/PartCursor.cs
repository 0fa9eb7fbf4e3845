using System.Xml;

namespace PerfEval.Parsing.Reading.OfficeParts;

/// <summary>The nodes of a part's XML one after another, without comments, processing instructions and white space that means nothing.</summary>
internal abstract class PartCursor : IDisposable
{
    internal XmlNodeType NodeType { get; private protected set; }

    /// <summary>How many elements are around the current node.</summary>
    internal int Depth { get; private protected set; }

    internal bool IsEmptyElement { get; private protected set; }

    internal OfficeNamespace Namespace { get; private protected set; }

    /// <summary>Whether the current node is the beginning of a paragraph or table of Word.</summary>
    internal bool IsBlock { get; private protected set; }

    /// <summary>How many attributes the current node has, declarations of namespaces included.</summary>
    internal int AttributeCount { get; private protected set; }

    /// <summary>The current element's local name.</summary>
    internal abstract string Name { get; }

    /// <summary>Whether white space at the ends of the text counts.</summary>
    internal abstract bool PreservesSpace { get; }

    /// <summary>Moves to the next node; <see langword="false"/> at the end.</summary>
    /// <exception cref="XmlException">The part is malformed here.</exception>
    internal abstract bool Read();

    /// <summary>The current element's first attribute of the given local name, whatever its prefix.</summary>
    internal abstract string? Attribute(string name);

    /// <summary>The current piece of character data, valid until the next one is asked for.</summary>
    /// <param name="most">After how many characters the rest may be left out.</param>
    /// <param name="fault">What ended the piece in its middle, if something did.</param>
    internal abstract ReadOnlySpan<char> Value(int most, out XmlException? fault);

    /// <inheritdoc/>
    public abstract void Dispose();
}
