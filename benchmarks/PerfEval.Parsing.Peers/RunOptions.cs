using System.Globalization;
using PerfEval.Parsing.Peers.Measuring;

namespace PerfEval.Parsing.Peers;

/// <summary>How this program was called.</summary>
internal sealed record RunOptions
{
    /// <summary>What it says when it was called wrongly.</summary>
    public const string Usage = """
        usage: PerfEval.Parsing.Peers [--quick] [--only PART,PART] [--cli FILE] [--commit NAME] [--output FILE]
               PerfEval.Parsing.Peers documents DIRECTORY
        """;

    public bool IsQuick { get; init; }

    /// <summary>The names of the parts that are measured; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>The program <c>perfeval</c> as it is installed.</summary>
    public string? Cli { get; init; }

    public string? Commit { get; init; }

    /// <summary>Where the page goes; the console where there is none.</summary>
    public string? Output { get; init; }

    public string Date { get; } = DateTime.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public Pace Pace => IsQuick ? Pace.Quick : Pace.Full;

    /// <summary>A managed program has its library beside it.</summary>
    public bool IsCliNative => Cli is not null && !File.Exists(Path.ChangeExtension(Cli, ".dll"));

    /// <summary>The options that some arguments mean.</summary>
    /// <exception cref="ArgumentException">They mean none.</exception>
    public static RunOptions Of(IEnumerable<string> arguments)
    {
        var options = new RunOptions();
        var left = new Queue<string>(arguments);
        while (left.TryDequeue(out var argument))
            options = argument switch
            {
                "--quick" => options with { IsQuick = true },
                "--only" => options with { Only = Value().Split(',') },
                "--cli" => options with { Cli = Path.GetFullPath(Value()) },
                "--commit" => options with { Commit = Value() },
                "--output" => options with { Output = Value() },
                _ => throw new ArgumentException($"What is {argument}?"),
            };
        return options;

        string Value() => left.TryDequeue(out var value) ? value : throw new ArgumentException("A value is missing.");
    }
}
