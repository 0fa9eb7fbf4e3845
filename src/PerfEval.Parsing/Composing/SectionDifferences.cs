using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Composing;

/// <summary>The sections that the body alone would not give as they are.</summary>
internal static class SectionDifferences
{
    /// <summary>Finds them.</summary>
    /// <param name="wanted">The report's sections in reading order.</param>
    /// <param name="read">The sections as read.</param>
    /// <param name="stated">The rows that were already read along.</param>
    /// <returns>The rows to add; empty where all sections are read as they are.</returns>
    public static List<DeclaredSection> Find(IReadOnlyList<DeclaredSection> wanted, IReadOnlyList<OutlineSection> read, HashSet<DeclaredSection> stated)
    {
        var given = read.SelectMany(s => s.Walk()).ToList();
        var rows = new List<DeclaredSection>();
        var next = 0;
        foreach (var section in wanted)
        {
            if (next < given.Count && Same(section, given[next]))
                next++;
            else if (stated.Contains(section))
                next++;
            else
            {
                rows.Add(section);
                // A heading is read as a section, whatever else is wrong with it.
                next += section.IsHeaded || (next < given.Count && given[next].Heading is null && given[next].Number.Length == 0) ? 1 : 0;
            }
        }

        return rows;
    }

    private static bool Same(DeclaredSection wanted, OutlineSection given) =>
        wanted.Number == given.Number && wanted.Heading == given.Heading && wanted.Level == given.Level && wanted.Kinds.SequenceEqual(given.Kinds)
        && wanted.Depth == given.Ancestors().Count() + 1;
}
