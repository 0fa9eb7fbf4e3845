using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.ScriptedWorker;

/// <summary>
/// Takes "archives" apart that script their members: a line <c>name length</c> each; <c>die marker</c> ends the process where the file
/// of that name does not exist yet, and makes it; <c>fall</c> always does; <c>stall</c> stops for good.
/// </summary>
internal sealed class ScriptedExpander : IArchiveExpander
{
    public async IAsyncEnumerable<ArchiveMember> ExpandAsync(
        DocumentContent archive, ArchiveLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(archive.Open());
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            var words = line.Split(' ');
            if (words[0] == "fall" || (words[0] == "die" && !File.Exists(words[1])))
            {
                if (words.Length > 1)
                    await File.WriteAllTextAsync(words[1], "", cancellationToken);
                Environment.FailFast("scripted");
            }

            if (words[0] == "stall")
                Thread.Sleep(Timeout.Infinite);
            if (words[0] is not ("die" or "fall"))
                yield return Member(words[0], long.Parse(words[1], CultureInfo.InvariantCulture));
        }

        yield return new ArchiveMember { RawName = default, Name = "", End = true, Reason = IngestionReason.ArchiveSalvaged, Detail = "scripted" };
    }

    private static ArchiveMember Member(string name, long length)
    {
        var bytes = new byte[length];
        new Random(name.Length).NextBytes(bytes);
        return new ArchiveMember
        {
            RawName = Encoding.UTF8.GetBytes(name),
            Name = name,
            Length = length,
            Modified = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Content = length > 0 ? new HeldContent(bytes) : null,
            Reason = length > 0 ? null : IngestionReason.CrcMismatch,
        };
    }
}
