using PerfEval.Parsing.Ingestion.Records;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests;

public sealed class IngestionOptionsTests
{
    [Fact]
    public void OptionsAreEqualByValue()
    {
        Assert.Equal(new IngestionOptions(), IngestionOptions.Default);
        Assert.Equal(Some("*.docx"), Some("*.docx"));
        Assert.NotEqual(Some("*.docx"), Some("*.pdf"));

        static IngestionOptions Some(string pattern) => new()
        {
            Include = new List<string> { pattern },
            Exclude = ["old/**"],
            Retry = [IngestionReason.Timeout],
            WorkerCommand = ["worker"],
            Parser = new ReportParserOptions { Passwords = ["123"] },
        };
    }
}
