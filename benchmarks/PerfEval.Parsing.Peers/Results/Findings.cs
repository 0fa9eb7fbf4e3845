using System.Globalization;
using PerfEval.Parsing.Peers.Measuring;

namespace PerfEval.Parsing.Peers.Results;

/// <summary>A line of the table of goals.</summary>
/// <param name="Work">What is measured.</param>
/// <param name="Goal">What it should be.</param>
/// <param name="Measured">What it is, or why it was not measured.</param>
/// <param name="IsMet">Whether that is enough; <see langword="null"/> where it was not measured or there is no goal.</param>
internal sealed record Finding(string Work, string Goal, string Measured, bool? IsMet);

/// <summary>One figure that a finding rests on.</summary>
/// <param name="Group">The table it belongs to.</param>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The figure with its unit.</param>
internal sealed record Figure(string Group, string Name, string Value);

/// <summary>What the run has found so far.</summary>
internal sealed class Findings
{
    private readonly List<Finding> _goals = [];
    private readonly List<Figure> _figures = [];

    public IReadOnlyList<Finding> Goals => _goals;

    public IReadOnlyList<Figure> Figures => _figures;

    /// <summary>A measured goal.</summary>
    public void Goal(string work, string goal, FormattableString measured, bool? isMet) => _goals.Add(new Finding(work, goal, Text(measured), isMet));

    /// <summary>Several measured figures that have one upper bound in common.</summary>
    public void AtMost(string work, double bound, string unit, params IReadOnlyList<(string Case, double Value)> cases) =>
        Goal(work, Text($"≤ {bound}{unit}"), $"{string.Join("; ", cases.Select(c => c.Case.Length == 0 ? Text($"{c.Value:0.##}{unit}") : Text($"{c.Case} {c.Value:0.###}{unit}")))}", cases.All(c => c.Value <= bound));

    /// <summary>A goal that cannot be measured here.</summary>
    public void Skipped(string work, string goal, string why) => _goals.Add(new Finding(work, goal, $"skipped: {why}", null));

    /// <summary>A figure that findings rest on.</summary>
    public void Figure(string group, string name, FormattableString value) => _figures.Add(new Figure(group, name, Text(value)));

    /// <summary>Timings that findings rest on.</summary>
    /// <param name="group">The table they belong to.</param>
    /// <param name="document">What was worked on.</param>
    /// <param name="timings">What it cost.</param>
    /// <param name="units">How many pages or megabytes it has, where the figures are for one.</param>
    public void Timings(string group, string document, IEnumerable<Timing> timings, double units = 1)
    {
        foreach (var timing in timings)
            Figure(group, $"{document}, {timing.Name}", $"{timing.Milliseconds / units:0.000} ms, {timing.Kilobytes / units:0} KB");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
