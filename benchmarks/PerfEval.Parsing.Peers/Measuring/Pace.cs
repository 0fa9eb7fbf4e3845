namespace PerfEval.Parsing.Peers.Measuring;

/// <summary>How much is measured.</summary>
/// <param name="WarmCalls">Calls before the first measurement: fewer than about 40 leave code of the first tier in the figures.</param>
/// <param name="WarmTime">The longest that these calls may take, if there are a few.</param>
/// <param name="Batch">The shortest stretch of work that is timed.</param>
/// <param name="Rounds">How many times each contender has its turn.</param>
/// <param name="LongRounds">The same where one turn takes seconds, or is many whole processes.</param>
/// <param name="Files">Files that whole-process programs are given one after the other.</param>
/// <param name="IngestedFiles">Files of the archive that is ingested.</param>
internal sealed record Pace(int WarmCalls, TimeSpan WarmTime, TimeSpan Batch, int Rounds, int LongRounds, int Files, int IngestedFiles)
{
    /// <summary>For results.</summary>
    public static Pace Full { get; } = new(100, TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(50), 15, 3, 60, 1000);

    /// <summary>For trying.</summary>
    public static Pace Quick { get; } = new(40, TimeSpan.FromSeconds(0.5), TimeSpan.FromMilliseconds(10), 5, 2, 6, 200);
}
