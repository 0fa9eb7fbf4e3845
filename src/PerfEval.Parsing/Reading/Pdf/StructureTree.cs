using PerfEval.Parsing.Reading.Pdf.Files;
using UglyToad.PdfPig.Tokens;

namespace PerfEval.Parsing.Reading.Pdf;

/// <summary>The headings of a tagged PDF (ISO 32000-1, 14.7 and 14.8): which marked content of which page is a heading, and of what level.</summary>
internal sealed class StructureTree
{
    private const int Most = 500_000;
    private const int Deepest = 256;

    private static readonly Dictionary<int, int> None = [];

    /// <summary>The levels by the page's key in the parent tree (StructParents), then by the content's id.</summary>
    private readonly Dictionary<int, Dictionary<int, int>> _levels = [];

    public static StructureTree Read(DictionaryToken catalog, PdfObjects objects)
    {
        var tree = new StructureTree();
        if (objects.TryGet<DictionaryToken>(catalog, "StructTreeRoot", out var root))
            tree.Walk(root, objects);
        return tree;
    }

    /// <summary>The levels of a page's marked content, by its id.</summary>
    public IReadOnlyDictionary<int, int> LevelsOf(DictionaryToken page, PdfObjects objects) =>
        _levels.Count > 0 && objects.Number(page, "StructParents") is { } key && _levels.TryGetValue((int)key, out var levels) ? levels : None;

    private void Walk(DictionaryToken root, PdfObjects objects)
    {
        var roles = objects.TryGet<DictionaryToken>(root, "RoleMap", out var map) ? map : DictionaryToken.Empty;
        var open = new Stack<(IToken Token, IToken? Page, int Level, int Depth)>();
        var visited = new HashSet<(long, int)>();
        if (root.Data.TryGetValue("K", out var kids))
            open.Push((kids, null, 0, 0));
        for (var count = 0; open.Count > 0 && count < Most; count++)
        {
            var (token, page, level, depth) = open.Pop();
            if (token is IndirectReferenceToken reference && !visited.Add((reference.Data.ObjectNumber, reference.Data.Generation)))
                continue;
            if (objects.TryGet<ArrayToken>(token, out var array))
            {
                foreach (var kid in array.Data)
                    open.Push((kid, page, level, depth + 1));
            }
            else if (objects.TryGet<NumericToken>(token, out var id))
            {
                if (level > 0)
                    Note(page, id.Int, level, objects);
            }
            else if (depth < Deepest && objects.TryGet<DictionaryToken>(token, out var element))
            {
                page = element.Data.TryGetValue("Pg", out var own) ? own : page;
                if (objects.Number(element, "MCID") is { } content && level > 0)
                    Note(page, (int)content, level, objects);
                var kind = objects.Name(element, "S") is { } name ? objects.Name(roles, name) ?? name : null;
                if (element.Data.TryGetValue("K", out var below))
                    open.Push((below, page, LevelOf(kind) ?? level, depth + 1));
            }
        }
    }

    private void Note(IToken? page, int id, int level, PdfObjects objects)
    {
        if (!objects.TryGet<DictionaryToken>(page, out var dictionary) || objects.Number(dictionary, "StructParents") is not { } key)
            return;
        if (!_levels.TryGetValue((int)key, out var levels))
            _levels[(int)key] = levels = [];
        levels[id] = level;
    }

    private static int? LevelOf(string? kind) => kind is ['H', >= '1' and <= '6'] ? kind[1] - '0' : kind is "H" ? 1 : null;
}
