namespace PerfEval.Parsing.Evaluation.Comparing;

/// <summary>Which report of one parse is which of the other.</summary>
internal static class ReportMatching
{
    /// <summary>
    /// The pairs in the order of the new parse, then what only the old one has. First the same bytes and part at the same path, then the same bytes and part
    /// wherever they are (an archive that was moved), then the same path and part (a document that was replaced, or failed).
    /// </summary>
    public static IEnumerable<(KeptReport? Old, KeptReport? New)> Match(IReadOnlyList<KeptReport> old, IReadOnlyList<KeptReport> @new)
    {
        var matched = new KeptReport?[@new.Count];
        var free = new HashSet<KeptReport>(old, ReferenceEqualityComparer.Instance);
        Pair(report => report.Sha256 is null ? null : (report.Sha256, report.Path, report.Part));
        Pair(report => report.Sha256 is null ? null : (report.Sha256, "", report.Part));
        Pair(report => ("", report.Path, report.Part));
        return matched.Select((match, i) => (match, (KeptReport?)@new[i])).Concat(old.Where(free.Contains).Select(left => ((KeptReport?)left, (KeptReport?)null)));

        void Pair(Func<KeptReport, (string Hash, string Path, int Part)?> key)
        {
            var open = new Dictionary<(string Hash, string Path, int Part), Queue<KeptReport>>();
            foreach (var report in old)
                if (free.Contains(report) && key(report) is { } name)
                {
                    if (!open.TryGetValue(name, out var queue))
                        open.Add(name, queue = new Queue<KeptReport>(1));
                    queue.Enqueue(report);
                }

            for (var i = 0; i < @new.Count; i++)
                if (matched[i] is null && key(@new[i]) is { } name && open.TryGetValue(name, out var queue) && queue.TryDequeue(out var match))
                {
                    matched[i] = match;
                    free.Remove(match);
                }
        }
    }
}
