using System.Globalization;
using AngleSharp.Dom;

namespace PerfEval.Parsing.Reading.Html;

/// <summary>Names the elements of a page: <c>p[12]</c> is the twelfth <c>p</c> of the whole page, as <c>getElementsByTagName</c> counts.</summary>
internal sealed class ElementPaths
{
    private readonly Dictionary<IElement, int> _numbers = new(ReferenceEqualityComparer.Instance);

    /// <summary>Counts the elements of a page.</summary>
    public ElementPaths(IDocument page, ReadContext context)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        // A node's next sibling costs a search among all its siblings, so the walk keeps its place in every list of children.
        var open = new Stack<(INode Node, int Child)>();
        open.Push((page, 0));
        while (open.TryPop(out var place))
        {
            context.Step();
            if (place.Child >= place.Node.ChildNodes.Length)
                continue;
            open.Push((place.Node, place.Child + 1));
            if (place.Node.ChildNodes[place.Child] is not IElement element)
                continue;
            _numbers[element] = counts[element.LocalName] = counts.GetValueOrDefault(element.LocalName) + 1;
            open.Push((element, 0));
        }
    }

    /// <summary>The path of an element of the page.</summary>
    public string Of(IElement element) => string.Create(CultureInfo.InvariantCulture, $"{element.LocalName}[{_numbers[element]}]");
}
