using PerfEval.Parsing.Reading.Pdf.Content;

namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>Drawn lines put together: pieces of one line joined, and lines that touch gathered into nets.</summary>
internal sealed class RuleNet
{
    /// <summary>Lines nearer than this are one: the two of a double border, the borders that two cells draw.</summary>
    private const float SameLine = 2.6f;

    /// <summary>A gap that a dotted line or a corner leaves.</summary>
    private const float Gap = 4f;

    /// <summary>How near to another line's end a crossing line counts as touching.</summary>
    private const float Touch = 3.5f;

    /// <summary>More crossings than any page has: such a page is a drawing.</summary>
    private const long MostPairs = 20_000_000;

    /// <summary>Level lines: Y0 = Y1.</summary>
    public List<Rule> Level { get; } = [];

    /// <summary>Upright lines: X0 = X1.</summary>
    public List<Rule> Upright { get; } = [];

    /// <summary>The nets of a page's lines; those that are too many to be a table's are left out.</summary>
    public static List<RuleNet> Of(IEnumerable<Rule> rules)
    {
        var all = new RuleNet();
        foreach (var rule in rules)
            (rule.X1 - rule.X0 >= rule.Y1 - rule.Y0 ? all.Level : all.Upright).Add(rule);
        var level = Join(all.Level.Select(r => (At: r.Y0, From: r.X0, To: r.X1)));
        var upright = Join(all.Upright.Select(r => (At: r.X0, From: r.Y0, To: r.Y1)));
        if ((long)level.Count * upright.Count > MostPairs)
            return [];
        return Connect(level, upright);
    }

    /// <summary>Joins pieces on the same line.</summary>
    private static List<(float At, float From, float To)> Join(IEnumerable<(float At, float From, float To)> pieces)
    {
        var joined = new List<(float At, float From, float To)>();
        var group = new List<(float At, float From, float To)>();
        foreach (var piece in pieces.OrderBy(p => p.At).ThenBy(p => p.From))
        {
            if (group.Count > 0 && piece.At - group[0].At > SameLine)
                Flush();
            group.Add(piece);
        }

        Flush();
        return joined;

        void Flush()
        {
            if (group.Count == 0)
                return;
            var at = group.MaxBy(p => p.To - p.From).At;
            group.Sort(static (a, b) => a.From.CompareTo(b.From));
            var (from, to) = (group[0].From, group[0].To);
            foreach (var piece in group)
            {
                if (piece.From - to > Gap)
                {
                    joined.Add((at, from, to));
                    (from, to) = (piece.From, piece.To);
                }

                to = Math.Max(to, piece.To);
            }

            joined.Add((at, from, to));
            group.Clear();
        }
    }

    private static List<RuleNet> Connect(List<(float At, float From, float To)> level, List<(float At, float From, float To)> upright)
    {
        var parent = new int[level.Count + upright.Count];
        for (var i = 0; i < parent.Length; i++)
            parent[i] = i;
        for (var i = 0; i < level.Count; i++)
            for (var j = 0; j < upright.Count; j++)
                if (upright[j].At >= level[i].From - Touch && upright[j].At <= level[i].To + Touch
                    && level[i].At >= upright[j].From - Touch && level[i].At <= upright[j].To + Touch)
                    parent[Root(i)] = Root(level.Count + j);

        var nets = new Dictionary<int, RuleNet>();
        for (var i = 0; i < level.Count; i++)
            Net(i).Level.Add(new Rule(level[i].From, level[i].At, level[i].To, level[i].At));
        for (var j = 0; j < upright.Count; j++)
            Net(level.Count + j).Upright.Add(new Rule(upright[j].At, upright[j].From, upright[j].At, upright[j].To));
        return [.. nets.Values];

        int Root(int i)
        {
            while (parent[i] != i)
                i = parent[i] = parent[parent[i]];
            return i;
        }

        RuleNet Net(int i)
        {
            if (!nets.TryGetValue(Root(i), out var net))
                nets[Root(i)] = net = new RuleNet();
            return net;
        }
    }
}
