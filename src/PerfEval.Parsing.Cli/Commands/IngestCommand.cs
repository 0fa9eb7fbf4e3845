using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PerfEval.Parsing.Cli.Ingesting;
using PerfEval.Parsing.Ingestion;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Cli.Commands;

/// <summary><c>perfeval ingest</c>: its arguments and help; <see cref="IngestRun"/> does the work.</summary>
internal sealed class IngestCommand : ExplainedCommand
{
    private const string All = "all";

    private readonly Argument<string[]> _inputs = new("inputs")
    {
        Description = "Directories, files, patterns ('archive/**/*.docx') and zip archives; - for a list of paths on standard input, a line each.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string> _output = new("--output", "-o")
    {
        Description = "Where records go: NAME.duckdb, NAME.jsonl or jsonl:DIR, parquet:DIR, postgresql://USER@HOST/DATABASE.",
        HelpName = "target",
        Required = true,
    };

    private readonly Option<string?> _journal = new("--journal")
    {
        Description = "The journal from which an interrupted run goes on; beside the target unless given.",
        HelpName = "file",
    };

    private readonly Option<int> _jobs = Number("--jobs", "How many documents are parsed at once; one for each processor unless given.", "n", Environment.ProcessorCount, "-j");

    private readonly Option<string[]> _include = new("--include") { Description = "Only paths below the inputs that fit this pattern ('**/*.docx'); may be given several times.", HelpName = "pattern" };

    private readonly Option<string[]> _exclude = new("--exclude") { Description = "Not paths that fit this pattern; may be given several times.", HelpName = "pattern" };

    private readonly Option<string[]> _retry = new("--retry")
    {
        Description = "Ingest again what ended with this reason before (Timeout, Encrypted …; all for every one); may be given several times.",
        HelpName = "reason",
    };

    private readonly Option<bool> _large = new("--large") { Description = "Give every document the large limits at once (5 minutes, 4 GiB): for --retry." };

    private readonly Option<int> _timeout = Number("--timeout", "Seconds that a document may take.", "s", 60);

    private readonly Option<int> _memory = Number("--memory", "MiB that a worker may take.", "MiB", 1024);

    private readonly Option<bool> _null = new("--null", "-0") { Description = "The list on standard input is parted by NUL, as find -print0 gives it." };

    private readonly Option<bool> _links = new("--follow-links") { Description = "Follow symbolic links, but never out of the input or in a circle." };

    private readonly Option<bool> _noArchives = new("--no-archives") { Description = "Do not look into zip archives." };

    private readonly Option<bool> _noDedupe = new("--no-dedupe") { Description = "Parse equal contents each time." };

    private readonly Option<bool> _noIsolation = new("--no-isolation") { Description = "Parse in this process: faster to start, but a hostile file can end the run. For trusted files." };

    private readonly Option<string> _progress = new("--progress")
    {
        Description = "How to show that it goes on: one live line, plain lines every ten seconds, or nothing; live on a terminal unless given.",
        HelpName = "live|plain|none",
    };

    private readonly Option<string?> _summary = new("--summary") { Description = "Write the account as JSON to this file too.", HelpName = "file" };

    private readonly PasswordOption _passwords = new();

    private readonly VocabularyOption _vocabulary = new();

    public IngestCommand(Terminal terminal)
        : base("ingest", "Ingests whole archives into a database: isolated, resumable, every file accounted for.")
    {
        Add(_inputs);
        Add(_output);
        Add(_journal);
        Add(_jobs);
        Add(_include);
        Add(_exclude);
        Add(_retry);
        Add(_large);
        Add(_timeout);
        Add(_memory);
        Add(_null);
        Add(_links);
        Add(_noArchives);
        Add(_noDedupe);
        Add(_noIsolation);
        Add(_passwords);
        Add(_vocabulary);
        Add(_progress.AcceptOnlyFromAmong("live", "plain", "none"));
        Add(_summary);
        Validators.Add(Check);
        SetAction((line, cancellationToken) => new IngestRun(Settings(line), terminal).RunAsync(cancellationToken));
    }

    public override string ExitCodes => IngestExitCode.Explanation;

    public override string Notes => """
        Examples:
          perfeval ingest archive/ -o archive.duckdb                      everything below archive/, members of zips too
          perfeval ingest archive/ -o archive.duckdb                      the same again: only what is new or changed
          perfeval ingest archive/ -o archive.duckdb --retry Timeout --large
          find archive -name '*.pdf' -print0 | perfeval ingest - -0 -o pdf.jsonl
          perfeval ingest archive/ -o postgresql://perfeval@localhost/archive
          perfeval failures archive.duckdb                                what failed, and why

        Killed, out of disk, out of power: the same command goes on where it was. The tables, views and ten questions with
        their SQL are in docs/ingestion-sql.md; reasons, limits and the promise in docs/ingestion.md.
        """;

    private static Option<int> Number(string name, string description, string unit, int value, params string[] aliases)
    {
        var option = new Option<int>(name, aliases) { Description = description, HelpName = unit, DefaultValueFactory = _ => value };
        option.CustomParser = argument =>
        {
            if (int.TryParse(argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
                return number;
            argument.AddError($"{name} must be a whole number of at least 1.");
            return value;
        };
        return option;
    }

    private void Check(CommandResult line)
    {
        foreach (var path in (line.GetValue(_inputs) ?? []).Where(path => path.Length > 1 && path[0] == '-'))
            line.AddError($"There is no option {path}; a file of that name is written ./{path}.");
        foreach (var reason in (line.GetValue(_retry) ?? []).Where(name => name != All && !IsReason(name)))
            line.AddError($"There is no reason {reason}; docs/ingestion.md lists them.");
    }

    private static bool IsReason(string name) => Enum.GetNames<IngestionReason>().Contains(name, StringComparer.Ordinal);

    private IngestSettings Settings(System.CommandLine.ParseResult line)
    {
        var target = line.GetValue(_output)!;
        var retry = line.GetValue(_retry) ?? [];
        var limits = new WorkerLimits();
        var seconds = line.GetValue(_timeout);
        var large = IngestionOptions.Default.LargeLimits;
        return new IngestSettings
        {
            Inputs = line.GetValue(_inputs) ?? [],
            NullList = line.GetValue(_null),
            Target = target,
            SummaryPath = line.GetValue(_summary),
            Progress = line.GetValue(_progress) switch
            {
                "live" => ProgressStyle.Live,
                "plain" => ProgressStyle.Plain,
                "none" => ProgressStyle.None,
                _ => null,
            },
            Options = new IngestionOptions
            {
                Parser = new ReportParserOptions { Passwords = line.GetValue(_passwords) ?? [], Vocabulary = line.GetValue(_vocabulary) ?? [] },
                Workers = line.GetValue(_jobs),
                OwnWorker = WorkerOfThisProgram.Command,
                Isolation = line.GetValue(_noIsolation) ? WorkerIsolation.None : WorkerIsolation.Process,
                Limits = line.GetValue(_large) ? large : limits with
                {
                    SoftTimeout = TimeSpan.FromSeconds(seconds),
                    HardTimeout = TimeSpan.FromSeconds(seconds * 1.5),
                    MaxMemory = (long)line.GetValue(_memory) << 20,
                },
                Include = line.GetValue(_include) ?? [],
                Exclude = line.GetValue(_exclude) ?? [],
                FollowLinks = line.GetValue(_links),
                ExpandArchives = !line.GetValue(_noArchives),
                Deduplicate = !line.GetValue(_noDedupe),
                Retry = retry.Contains(All) ? Enum.GetValues<IngestionReason>() : [.. retry.Select(Enum.Parse<IngestionReason>)],
                JournalPath = line.GetValue(_journal) ?? IngestSettings.JournalBeside(target),
            },
        };
    }
}
