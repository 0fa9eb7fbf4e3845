using System.Security.Cryptography;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Viewing;
using PerfEval.Parsing.Vocabulary;
using Xunit;

namespace PerfEval.Parsing.Tests;

/// <summary>One parser and the shared writers under many threads at once, all they can do mixed: each thread gets what one alone gets.</summary>
public sealed class ThreadSafetyTests
{
    private const int Threads = 6;
    private const int Rounds = 2;

    private static readonly ReportParser Parser = new(new ReportParserOptions
    {
        Extractors = [new TitleLength()],
        Vocabulary = [VocabularyPack.Load(Repository.At("samples/vocabulary/lanchuan-2024.json"))],
    });

    [Fact]
    public void ManyThreadsGetWhatOneGets()
    {
        var files = Directory.GetFiles(Repository.At("samples/reports")).Append(Repository.At("samples/vocabulary/rural-bus-2024.html")).Order(StringComparer.Ordinal).ToList();
        var alone = files.Select(Everything).ToList();
        var differences = new List<string>();

        // Threads of their own, started together: a pool would let them in one after the other.
        using var start = new Barrier(Threads);
        var threads = Enumerable.Range(0, Threads).Select(number => new Thread(() =>
        {
            start.SignalAndWait();
            for (var i = 0; i < Rounds * files.Count; i++)
            {
                var at = (i + number) % files.Count;
                var got = Attempt(files[at]);
                if (got != alone[at])
                    lock (differences)
                        differences.Add($"{Path.GetFileName(files[at])} on thread {number}:\n{alone[at]}\n{got}");
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    /// <summary>The digest of all that a file gives: the result, its snapshot, explanations and page, and each format that can be written here.</summary>
    private static string Everything(string file)
    {
        var result = Parser.ParseFile(file);
        var parts = new List<string> { Text(result.ToSnapshot()), Text(string.Join('\n', result.Explain("/score").Select(e => $"{e.Pointer} {e.Value} {e.Rule?.Id}"))) };
        parts.Add(Written(stream => ReportView.Write(result, stream)));
        // A PDF needs a font, which not every machine has.
        parts.AddRange(ReportWriters.Formats.Where(f => f != "pdf").Select(format => Written(stream => ReportWriters.For(format).Write(result.Report, stream))));
        return string.Join(' ', parts);
    }

    // What a thread of one's own throws ends the process.
    private static string Attempt(string file)
    {
        try
        {
            return Everything(file);
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    private static string Text(string text) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..12];

    private static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Convert.ToHexStringLower(SHA256.HashData(stream.ToArray()))[..12];
    }

    private sealed class TitleLength : IFactExtractor
    {
        public void Extract(ReportOutline outline, ReportDraft draft)
        {
            if (outline.Title.Count > 0)
                draft.Add("firstTitleLine", outline.Title[0].Text, outline.Title[0].Span, 0.9, outline.Title[0].Text.Length);
        }
    }
}
