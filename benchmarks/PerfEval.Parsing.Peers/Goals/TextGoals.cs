using System.Text;
using PerfEval.Parsing.BenchmarkDocuments;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Peers.Measuring;
using PerfEval.Parsing.Reading.Encodings;

namespace PerfEval.Parsing.Peers.Goals;

/// <summary>Plain text: the whole parse, and what deciding the encoding adds to decoding.</summary>
internal static class TextGoals
{
    private const string Group = "Text, warm, one thread, a MB";

    public static void Measure(Run run)
    {
        var text = PaperText.Of(new InventedPaper(BenchmarkLength.Huge, 1));
        var parses = new List<(string, double)>();
        var decisions = new List<(string, double)>();
        foreach (var encoding in new[] { new UTF8Encoding(false), Encoding.GetEncoding("GB18030") })
        {
            var name = encoding.WebName.ToUpperInvariant();
            var bytes = encoding.GetBytes(text);
            var megabytes = bytes.Length / 1e6;
            var timings = run.Contest.Run(
                new Contender("typed report", () => Run.Parse(bytes)),
                new Contender("decide the encoding and decode", () => EncodingDetector.Decode(bytes, new DiagnosticLog())),
                new Contender("decode as .NET does", () => encoding.GetString(bytes)));
            run.Findings.Timings(Group, name, timings, megabytes);
            parses.Add((name, timings[0].Milliseconds / megabytes));
            decisions.Add((name, (timings[1].Milliseconds - timings[2].Milliseconds) / megabytes));
        }

        run.Findings.AtMost("txt → typed report, a MB", 8, " ms", parses);
        run.Findings.AtMost("encoding decision (deciding and decoding, less decoding), a MB", 0.5, " ms", decisions);
    }
}
