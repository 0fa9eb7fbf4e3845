using PerfEval.Parsing.Evaluation.Comparing;
using PerfEval.Parsing.Evaluation.Writing;

namespace PerfEval.Parsing.Evaluation;

/// <summary>
/// Two parses of the same documents, set against each other: what an upgrade gains, loses and changes. Reports are matched by the SHA-256 of their document
/// and their part, what is left by path and part; they are read from the disk pair by pair, so that an archive of any size can be compared.
/// </summary>
/// <param name="oldReports">The old parse.</param>
/// <param name="newReports">The new parse.</param>
public sealed class ParseComparison(KeptReports oldReports, KeptReports newReports)
{
    private readonly KeptReports _old = oldReports ?? throw new ArgumentNullException(nameof(oldReports));
    private readonly KeptReports _new = newReports ?? throw new ArgumentNullException(nameof(newReports));

    /// <summary>Compares pair by pair: the reports of the new parse in their order, then those that only the old one has, in theirs.</summary>
    /// <param name="cancellationToken">Stops the comparison.</param>
    /// <returns>One entry for each report, also for those without a difference.</returns>
    /// <exception cref="KeptReportException">A report is damaged.</exception>
    /// <exception cref="OperationCanceledException">The comparison was cancelled.</exception>
    public IEnumerable<ReportDifference> Compare(CancellationToken cancellationToken = default)
    {
        foreach (var (old, @new) in ReportMatching.Match(_old.Entries, _new.Entries))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return Compare(old, @new);
        }
    }

    /// <summary>Writes what differs as text: the reports one by one, then the figures.</summary>
    /// <param name="output">Where it goes.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    /// <returns>The figures.</returns>
    public DifferenceSummary WriteText(TextWriter output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        return new DifferenceText(output).Write(Compare(cancellationToken));
    }

    /// <summary>Writes what differs as one JSON object; docs/evaluation.md describes it.</summary>
    /// <param name="output">Where it goes; it is not closed.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    /// <returns>The figures.</returns>
    public DifferenceSummary WriteJson(Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        return DifferenceJson.Write(Compare(cancellationToken), output);
    }

    /// <summary>Writes what differs as one web page that needs no network. It lists the first 2,000 reports that differ; the figures count all.</summary>
    /// <param name="output">Where it goes; it is not closed.</param>
    /// <param name="cancellationToken">Stops the comparison.</param>
    /// <returns>The figures.</returns>
    public DifferenceSummary WriteHtml(Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        return DifferencePage.Write(Compare(cancellationToken), output);
    }

    private ReportDifference Compare(KeptReport? old, KeptReport? @new)
    {
        var one = new ReportDifference((@new ?? old!).Path, (@new ?? old!).Part, Change(old, @new))
        {
            OldPath = old is not null && @new is not null && old.Path != @new.Path ? old.Path : null,
            IsOtherDocument = old?.Sha256 is { } before && @new?.Sha256 is { } now && before != now,
            Failure = @new?.Failure ?? old?.Failure,
        };
        if (one.Change != ReportChange.Same)
            return one;
        var differences = new ReportComparer(_old.Read(old!), _new.Read(@new!)).Differences();
        return differences.Count == 0 ? one : one with { Change = ReportChange.Differs, Differences = differences };
    }

    private static ReportChange Change(KeptReport? old, KeptReport? @new) => (old, @new) switch
    {
        (null, _) => ReportChange.Added,
        (_, null) => ReportChange.Removed,
        ({ Failure: not null }, { Failure: not null }) => ReportChange.StillFails,
        ({ Failure: not null }, _) => ReportChange.ReadsNow,
        (_, { Failure: not null }) => ReportChange.FailsNow,
        _ => ReportChange.Same,
    };
}
