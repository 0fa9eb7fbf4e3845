using System.Text;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Cli.Tests;

public sealed class ConvertCommandTests : IDisposable
{
    private readonly TestRun _run = new();

    public static TheoryData<string, string> Pairs
    {
        get
        {
            var data = new TheoryData<string, string>();
            // A form alone does not hold a whole report: it is converted to, and from only into another form.
            var whole = ReportWriters.Formats.Where(f => f is not ("csv" or "xlsx")).ToArray();
            foreach (var from in whole)
                foreach (var to in ReportWriters.Formats)
                    data.Add(from, to);
            return data;
        }
    }

    public void Dispose() => _run.Dispose();

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task AnyFormatIsConvertedToAnyOther(string from, string to)
    {
        var source = _run.Write("a.txt");
        var font = _run.Write("font.ttf", FontFixture.TrueType());
        Assert.Equal(0, await _run.RunAsync("convert", source, _run.At("b." + from), "--font", font));

        var code = await _run.RunAsync("convert", _run.At("b." + from), _run.At("c." + to), "--font", font);

        Assert.Equal((0, "", ""), (code, _run.Output, _run.Error));
        await _run.RunAsync("parse", _run.At("c." + to), "--to", "jsonl");
        Assert.Equal("石桥镇人民政府农村道路养护项目支出绩效自评报告", (string?)_run.Lines[0]["title"]);
        Assert.Equal(92, (int?)_run.Lines[0]["score"]!["value"]);
    }

    [Fact]
    public async Task AFileWithSeveralReportsGivesSeveralFiles()
    {
        var source = _run.Write("a.jsonl", await TwoReports());

        var code = await _run.RunAsync("convert", source, _run.At("out.json"));

        Assert.Equal(0, code);
        Assert.True(File.Exists(_run.At("out.1.json")) && File.Exists(_run.At("out.2.json")) && !File.Exists(_run.At("out.json")));
    }

    [Fact]
    public async Task StandardOutputHoldsOneReportOnly()
    {
        var code = await _run.RunAsync("convert", _run.Write("a.jsonl", await TwoReports()), "-", "--to", "txt");

        Assert.Equal((3, ""), (code, _run.Output));
        Assert.Contains("holds 2 reports", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APipeIsConvertedToAPipe()
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(TestRun.Form));

        var code = await _run.RunAsync(input, CancellationToken.None, "convert", "-", "-", "--to", "txt");

        Assert.Equal(0, code);
        Assert.Contains("　　2023年安排农村道路养护经费80万元。", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADirectoryGetsAFileForEachInputAndKeepsTheTree()
    {
        _run.Write("in/a.txt");
        _run.Write("in/b/c.txt");
        _run.Write("in/b/bad.docx", [0x50, 0x4B, 3, 4, 1]);

        var code = await _run.RunAsync("convert", _run.At("in"), _run.At("out/"), "--to", "json");

        Assert.Equal(2, code);
        Assert.Equal(["a.json", "b/c.json"], Directory.EnumerateFiles(_run.At("out"), "*", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(_run.At("out"), f).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Contains("bad.docx", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EqualNamesOfOtherFormatsDoNotMeet()
    {
        var text = _run.Write("in/a.txt");
        await _run.RunAsync("convert", text, _run.At("in/a.json"));

        await _run.RunAsync("convert", _run.At("in"), _run.At("out/"), "--to", "txt");

        Assert.Equal(["a-2.txt", "a.txt"], Directory.EnumerateFiles(_run.At("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task AFontThatCannotBeUsedIsSaidOnce()
    {
        _run.Write("in/a.txt");
        _run.Write("in/b.txt");

        var code = await _run.RunAsync("convert", _run.At("in"), _run.At("out/"), "--to", "pdf", "--font", _run.Write("font.ttf", "no font"));

        Assert.Equal(1, code);
        Assert.Contains("FontUnreadable", _run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_run.At("out/a.pdf")));
    }

    [Fact]
    public async Task AnInputIsNeverOverwritten()
    {
        var source = _run.Write("a.txt");

        Assert.Equal(1, await _run.RunAsync("convert", source, source));
        Assert.Equal(0, await _run.RunAsync("convert", _run.Root, _run.Root, "--to", "txt"));

        Assert.Equal(TestRun.Form, File.ReadAllText(source));
        Assert.True(File.Exists(_run.At("a-2.txt")));
    }

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.txt", "b.unknown")]
    [InlineData("a.txt", "out/")]
    [InlineData("a.txt", "-")]
    [InlineData("a.txt", "b.txt", "c.md")]
    [InlineData("a.txt", "b.md", "--to", "doc")]
    [InlineData("-", "-", "b.md")]
    [InlineData("a.txt", "--nosuch", "b.md")]
    public async Task AWrongCommandLineIsRefused(params string[] args)
    {
        Assert.Equal(1, await _run.RunAsync(["convert", .. args]));
        Assert.NotEqual("", _run.Error);
    }

    private async Task<string> TwoReports()
    {
        await _run.RunAsync("parse", _run.Write("x.txt"), _run.Write("y.txt"), "--to", "jsonl");
        return _run.Output;
    }
}
