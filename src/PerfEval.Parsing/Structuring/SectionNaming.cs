using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Structuring;

/// <summary>What a section is about, from its heading and its place in the tree.</summary>
internal sealed class SectionNaming(SectionClassifier classifier)
{
    /// <summary>The kinds whose content is a list of statements.</summary>
    public static readonly SectionKind[] ItemKinds = [SectionKind.Problems, SectionKind.Recommendations, SectionKind.Achievements, SectionKind.Experiences];

    // What stands below these is a list of principles, methods and papers, whatever its words are.
    private static readonly SectionKind[] Lists = [SectionKind.Basis, SectionKind.Principles, SectionKind.Methods, SectionKind.Standards, SectionKind.IndicatorSystem];

    /// <summary>The kinds of a section that has its place in the tree.</summary>
    /// <param name="heading">The heading without its number.</param>
    /// <param name="shape">The number's shape.</param>
    /// <param name="section">The section, already below its parent.</param>
    public IReadOnlyList<SectionKind> Kinds(string heading, NumberShape shape, OutlineSection section)
    {
        // A11 is one third-level indicator.
        if (shape == NumberShape.Letter2)
            return [];
        var ancestors = KindsAbove(section);
        if (section.Parent is { Kinds: [var only] } && Lists.Contains(only) && !section.Ancestors().Any(a => a.Level == 1 && a.Kinds.Any(Lists.Contains)))
            return [];
        if (ancestors.Any(ItemKinds.Contains) && !classifier.IsKnown(heading))
            return [];
        // A1 is a second-level indicator: it names a kind only where it is called exactly like one.
        return classifier.Classify(heading, ancestors, listedOnly: shape == NumberShape.Letter1);
    }

    private static List<SectionKind> KindsAbove(OutlineSection section)
    {
        var kinds = new List<SectionKind>();
        for (var above = section.Parent; above is not null; above = above.Parent)
            foreach (var kind in above.Kinds)
                if (!kinds.Contains(kind))
                    kinds.Add(kind);
        return kinds;
    }

    /// <summary>What only the finished tree can tell: 项目概况 as a chapter, 基本情况 within one.</summary>
    /// <param name="section">The section, its content in place.</param>
    public static void Settle(OutlineSection section)
    {
        if (section.Kinds is [SectionKind.Overview] && section.Level == 1)
            section.Kinds = section.Blocks.Count > 0 ? [SectionKind.Basics, SectionKind.Overview] : [SectionKind.Basics];
        else if (section.Kinds is [SectionKind.Basics] && section.Ancestors().Any(a => a.Kinds.Contains(SectionKind.Basics)))
            section.Kinds = [SectionKind.Overview];
    }
}
