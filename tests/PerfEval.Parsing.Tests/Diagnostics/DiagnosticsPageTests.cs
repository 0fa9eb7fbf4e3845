using System.Reflection;
using System.Text;
using System.Text.Json;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Tests.Diagnostics;

/// <summary>docs/diagnostics.md and its Chinese twin are made from the codes and <c>diagnostics.json</c>.</summary>
public sealed class DiagnosticsPageTests
{
    private const string Advice = "The page is made from DiagnosticCode.cs and diagnostics.json.";

    private static readonly (char Family, string English, string Chinese)[] Families =
    [
        ('1', "PE1xxx: reading the file", "PE1xxx：读取文件"),
        ('2', "PE2xxx: finding the outline", "PE2xxx：识别结构"),
        ('3', "PE3xxx: reading values", "PE3xxx：读取要素"),
        ('4', "PE4xxx: the report against itself", "PE4xxx：报告自身的核对"),
    ];

    private static readonly DiagnosticCode[] Codes =
    [
        .. typeof(DiagnosticCode).GetProperties(BindingFlags.Public | BindingFlags.Static).Where(p => p.PropertyType == typeof(DiagnosticCode))
            .Select(p => (DiagnosticCode)p.GetValue(null)!).OrderBy(c => c.Id, StringComparer.Ordinal),
    ];

    [Fact]
    public void EveryCodeHasItsTextsAndEveryTextItsCode() => Assert.Equal(Codes.Select(c => c.Id), Texts().Select(t => t.GetProperty("id").GetString()));

    [Fact]
    public void NoTextIsEmptyInEitherLanguage() =>
        Assert.All(Texts(), t => Assert.All(["en", "zh"], language => Assert.All(["title", "meaning", "example", "action"], part => Assert.NotEmpty(t.GetProperty(language).GetProperty(part).GetString()!))));

    [Fact]
    public void NoIdIsGivenTwice() => Assert.Equal(Codes.Length, Codes.Select(c => c.Id).Distinct().Count());

    [Fact]
    public void ADiagnosticSpeaksChineseThoughItsFinderDidNot()
    {
        Assert.Equal("页面无文字层", new Diagnostic(DiagnosticCode.NoTextLayer, "Page 1 holds only a picture.").MessageZh);
        Assert.Equal("第1页", new Diagnostic(DiagnosticCode.NoTextLayer, "Page 1") { MessageZh = "第1页" }.MessageZh);
        Assert.Equal("Own", new Diagnostic(new DiagnosticCode("X1", "Own", DiagnosticSeverity.Info), "found").MessageZh);
    }

    [Fact]
    public void EveryDiagnosticOfAReportHasAMessageInChinese() =>
        Assert.All(ReportParser.Default.ParseText("无标题的一段文字，没有任何章节。").Report.Diagnostics, d => Assert.NotEmpty(d.MessageZh!));

    [Fact]
    public void ThePageIsMadeFromTheCodes() => Approved.VerifyFile(Page("en"), "docs/diagnostics.md", Advice);

    [Fact]
    public void TheChinesePageIsMadeFromTheCodes() => Approved.VerifyFile(Page("zh"), "docs/diagnostics.zh-CN.md", Advice);

    private static string Page(string language)
    {
        var isEnglish = language == "en";
        var page = new StringBuilder(Repository.Read($"tests/PerfEval.Parsing.Tests/Diagnostics/diagnostics-page.{language}.md").TrimEnd()).Append('\n');
        var texts = Texts().ToDictionary(t => t.GetProperty("id").GetString()!, t => t.GetProperty(language), StringComparer.Ordinal);
        foreach (var (family, english, chinese) in Families)
        {
            page.Append('\n').Append("## ").Append(isEnglish ? english : chinese).Append('\n');
            foreach (var code in Codes.Where(c => c.Id[2] == family))
                Entry(page, code, texts[code.Id], isEnglish);
        }

        return page.ToString();
    }

    private static void Entry(StringBuilder page, DiagnosticCode code, JsonElement text, bool isEnglish)
    {
        page.Append("\n### ").Append(code.Id).Append(isEnglish ? ": " : "：").Append(Escaped(text, "title")).Append("\n\n")
            .Append('`').Append(code.Name).Append(isEnglish ? "`, " : "`，").Append(Severity(code.Severity, isEnglish)).Append(isEnglish ? ". " : "。").Append(Escaped(text, "meaning")).Append("\n\n")
            .Append(isEnglish ? "- Example: " : "- 示例：").Append(Escaped(text, "example")).Append('\n')
            .Append(isEnglish ? "- What to do: " : "- 处理：").Append(Escaped(text, "action")).Append('\n');
    }

    private static string Severity(DiagnosticSeverity severity, bool isEnglish) => (severity, isEnglish) switch
    {
        (DiagnosticSeverity.Info, true) => "info",
        (DiagnosticSeverity.Warning, true) => "warning",
        (_, true) => "error",
        (DiagnosticSeverity.Info, false) => "提示（info）",
        (DiagnosticSeverity.Warning, false) => "警告（warning）",
        _ => "错误（error）",
    };

    private static string Escaped(JsonElement text, string part) => text.GetProperty(part).GetString()!.Replace("<", "&lt;", StringComparison.Ordinal);

    private static List<JsonElement> Texts()
    {
        using var file = JsonDocument.Parse(Repository.Read("src/PerfEval.Parsing/Diagnostics/diagnostics.json"));
        return [.. file.RootElement.GetProperty("diagnostics").EnumerateArray().Select(t => t.Clone())];
    }
}
