using System.Text;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Workers;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Workers;

/// <summary>Parsing without isolation gives the same kinds of outcome.</summary>
public sealed class InProcessWorkersTests
{
    private static readonly string Report = "项目支出绩效评价报告\n\n一、项目基本情况\n项目名称：测试项目\n评价得分：92.5分，等级为优。\n";

    [Fact]
    public async Task ADocumentIsParsedAndItsTryIsNotedBefore()
    {
        var noted = new List<int>();
        await using var workers = new InProcessWorkers(IngestionOptions.Default with { Workers = 1 });
        var work = new DocumentWork("id", "a.txt", new HeldContent(Encoding.UTF8.GetBytes(Report))) { EarlierAttempts = 1, BeforeAttempt = noted.Add };

        var outcome = await workers.ParseAsync(work, CancellationToken.None);

        Assert.Equal("id", outcome.Document!.DocumentId);
        Assert.Equal("txt", outcome.Format);
        Assert.Equal([2], noted);
        Assert.Equal(2, Assert.Single(outcome.Attempts).Number);
    }

    [Fact]
    public async Task AnUnreadableDocumentIsAFailureWithItsFormat()
    {
        await using var workers = new InProcessWorkers(IngestionOptions.Default);
        var outcome = await workers.ParseAsync(new DocumentWork("id", "a.pdf", new HeldContent("%PDF-1.7\n"u8.ToArray())), CancellationToken.None);

        Assert.Null(outcome.Document);
        Assert.NotNull(outcome.Failure);
        Assert.Equal("pdf", outcome.Format);
    }

    [Fact]
    public async Task AResultBeyondTheLimitIsAFailure()
    {
        await using var workers = new InProcessWorkers(IngestionOptions.Default with { MaxOutputBytes = 10 });
        var outcome = await workers.ParseAsync(new DocumentWork("id", "a.txt", new HeldContent(Encoding.UTF8.GetBytes(Report))), CancellationToken.None);

        Assert.Equal(IngestionReason.OutputLimit, outcome.Failure);
    }
}
