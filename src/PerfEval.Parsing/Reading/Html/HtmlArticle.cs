using AngleSharp.Dom;

namespace PerfEval.Parsing.Reading.Html;

/// <summary>Finds the element of a page that holds the article: by the names that publishing systems give it, otherwise by where the text is.</summary>
internal sealed class HtmlArticle
{
    /// <summary>Of two candidates one inside the other, the inner one is taken if it holds this share of the text.</summary>
    private const double NearlyAll = 0.9;

    private const int FewestCharacters = 40;

    private readonly Dictionary<IElement, Weight> _weights = [];

    /// <summary>The article's element in a page's body.</summary>
    public static IElement Find(IElement body, ReadContext context)
    {
        var article = new HtmlArticle();
        article.Measure(body, context);
        return article.Named(body) ?? article.Densest(body);
    }

    /// <summary>The characters of text in every element, without and within links; one pass, children before their parents.</summary>
    private void Measure(IElement body, ReadContext context)
    {
        var open = new Stack<(IElement Element, int Child, Weight Weight, bool Link)>();
        open.Push((body, 0, default, false));
        while (open.TryPop(out var top))
        {
            context.Step();
            if (top.Child >= top.Element.ChildNodes.Length)
            {
                _weights[top.Element] = top.Weight;
                if (open.TryPop(out var parent))
                    open.Push(parent with { Weight = parent.Weight.Plus(top.Weight) });
                continue;
            }

            var node = top.Element.ChildNodes[top.Child++];
            if (node is IText text)
                top.Weight = top.Weight.Plus(Weight.Of(text.Data, top.Link));
            open.Push(top);
            if (node is IElement element && !HtmlFurniture.IsOmitted(element) && !(HtmlFurniture.IsNamed(element) && !HtmlFurniture.IsArticle(element)))
                open.Push((element, 0, default, top.Link || element.LocalName == "a"));
        }
    }

    private IElement? Named(IElement body)
    {
        var candidates = _weights.Keys.Where(HtmlFurniture.IsArticle).Where(e => _weights[e].Score >= FewestCharacters).ToList();
        if (candidates.Count == 0)
            return null;
        var best = candidates.Max(e => _weights[e].Score);
        // Children were measured before their parents, so the first good candidate in order of measuring is the innermost.
        var inner = candidates.Where(e => _weights[e].Score >= NearlyAll * best).OrderBy(e => _weights[e].Order).First();
        return _weights[inner].Score >= 0.3 * _weights[body].Score ? inner : null;
    }

    /// <summary>Descends from the body as long as one child holds nearly all of the text and no heading is left outside.</summary>
    private IElement Densest(IElement body)
    {
        var element = body;
        while (true)
        {
            var heaviest = element.Children.Where(_weights.ContainsKey).OrderByDescending(e => _weights[e].Score).FirstOrDefault();
            if (heaviest is null || heaviest.LocalName is "p" or "table" or "tbody" or "ul" or "ol" or "h1" or "h2" or "h3" or "span"
                || _weights[heaviest].Score < NearlyAll * _weights[element].Score || element.Children.Any(e => e != heaviest && e.LocalName is "h1" or "h2" or "h3"))
                return element;
            element = heaviest;
        }
    }

    private readonly record struct Weight(int Text, int Link, int Report, int Order)
    {
        /// <summary>Text of links counts against an element: lists of articles are made of it. The reports' own word counts for it.</summary>
        public double Score => Text - 2.0 * Link + 20.0 * Math.Min(Report, 20);

        public static Weight Of(string text, bool link)
        {
            var visible = 0;
            foreach (var c in text)
                visible += char.IsWhiteSpace(c) ? 0 : 1;
            return new Weight(visible, link ? visible : 0, link ? 0 : Count(text), 0);
        }

        public Weight Plus(Weight other) => new(Text + other.Text, Link + other.Link, Report + other.Report, Math.Max(Order, other.Order) + 1);

        private static int Count(string text) => text.AsSpan().Count("绩效");
    }
}
