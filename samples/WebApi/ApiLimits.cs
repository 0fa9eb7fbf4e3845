using System.ComponentModel.DataAnnotations;

namespace PerfEval.Parsing.Samples.WebApi;

/// <summary>What the server allows, from the section <c>Api</c>. What one document may cost stands in <c>PerfEval:Limits</c>.</summary>
internal sealed class ApiLimits
{
    /// <summary>How long a request may take, its upload and its waiting included.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many documents are parsed at once. Parsing keeps a core busy: more than there are cores gains nothing.</summary>
    [Range(1, 1024)]
    public int ParallelParses { get; set; } = Environment.ProcessorCount;

    /// <summary>How many documents may wait for their turn; the next is told to come back later.</summary>
    [Range(0, 100_000)]
    public int WaitingParses { get; set; } = 16;

    /// <summary>How many connections there may be. Each may hold one document in memory.</summary>
    [Range(1, 100_000)]
    public int MaxConnections { get; set; } = 64;
}
