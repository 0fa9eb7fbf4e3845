using PerfEval.Parsing.Cli.Inputs;
using PerfEval.Parsing.Cli.Outputs;
using PerfEval.Parsing.Evaluation;

namespace PerfEval.Parsing.Cli.Evaluating;

/// <summary>One run of <c>perfeval eval</c>: read the gold, parse its files or look up what they gave before, judge, write.</summary>
internal sealed class EvalRun(EvalSettings settings, Terminal terminal)
{
    private readonly ProgressView _view = new(terminal);
    private readonly InputParser _parser = new(new ReportParser(new ReportParserOptions { Passwords = settings.Passwords, Vocabulary = settings.Vocabulary }), terminal.Input);

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var corpus = GoldCorpus.Open(settings.Corpus);
            (GoldCase Gold, string Path)[] files = [.. corpus.Cases.SelectMany(gold => gold.Files.Where(IsWanted).Select(path => (gold, path)))];
            if (files.Length == 0)
            {
                _view.Say($"{settings.Corpus}: there is gold, but no file beside it to judge.");
                return EvaluationExitCode.Unusable;
            }

            using var kept = settings.Parsed is { } path ? new KeptFiles(path) : null;
            var score = new CorpusScore(await ScoreAsync(files, kept, cancellationToken));
            Write(score);
            return score.All.Strict < settings.Least ? EvaluationExitCode.Findings : ExitCode.Success;
        }
        catch (Exception e) when (e is GoldException or KeptReportException)
        {
            _view.Say(e.Message);
            return EvaluationExitCode.Unusable;
        }
    }

    private bool IsWanted(string path) => settings.Formats.Count == 0 || settings.Formats.Contains(Path.GetExtension(path).TrimStart('.').ToLowerInvariant());

    private async Task<List<FileScore>> ScoreAsync((GoldCase Gold, string Path)[] files, KeptFiles? kept, CancellationToken cancellationToken)
    {
        var scores = new List<FileScore>();
        await _view.RunAsync(files.Length, async () =>
        {
            await foreach (var score in OrderedWork.RunAsync(files, settings.Jobs, (file, cancel) => kept?.Score(file.Gold, file.Path) ?? Parse(file.Gold, file.Path, cancel), cancellationToken))
            {
                scores.Add(score);
                _view.Advance();
            }
        });
        return scores;
    }

    private FileScore Parse(GoldCase gold, string path, CancellationToken cancellationToken)
    {
        var read = _parser.Parse(new InputFile(path, Path.GetFileName(path)) { Found = true }, cancellationToken);
        return read.Error is { } error ? gold.ScoreFailure(path, $"{error.Code}: {error.Message}") : gold.Score(path, read.Result!.Reports);
    }

    private void Write(CorpusScore score)
    {
        using var text = new MemoryStream();
        if (settings.Layout == "json")
            score.WriteJson(text);
        else if (settings.Layout == "html")
            score.WriteHtml(text);
        else
            using (var writer = new StreamWriter(text, Terminal.Utf8, leaveOpen: true))
                score.WriteText(writer, settings.Misses);
        if (settings.Output is { } path)
            File.WriteAllBytes(path, text.ToArray());
        else
            text.WriteTo(terminal.Output);
    }
}
