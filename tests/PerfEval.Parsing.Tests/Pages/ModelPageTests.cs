using System.Text;
using System.Text.Json;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.Tests.Pages;

/// <summary>The pages that give the meaning of every field are made from the schema, and so from the texts in the code; the Chinese one has a text for each.</summary>
public sealed class ModelPageTests
{
    private const string Advice = "The page is made from the published schema; its Chinese texts are in tests/PerfEval.Parsing.Tests/Pages/model.zh-CN.json.";

    private static readonly JsonElement Schema = JsonDocument.Parse(ReportJsonSchema.Text).RootElement;
    private static readonly JsonElement Chinese = JsonDocument.Parse(Repository.Read("tests/PerfEval.Parsing.Tests/Pages/model.zh-CN.json")).RootElement;

    [Fact]
    public void TheEnglishPageHasEveryFieldOfTheModel() => Approved.VerifyFile(
        Page(
            """
            # The model

            [简体中文](model.zh-CN.md)

            One report is one `PerformanceReport`; its JSON form has the same names in camel case. This page gives the meaning of every field; [schema.md](schema.md) says what a
            version of the model promises, [evidence.md](evidence.md) how evidence is to be read.
            A type followed by `?` may be `null`: the report does not say. Money is in yuan, rates are fractions of one, scores are points, dates are `yyyy`, `yyyy-MM` or `yyyy-MM-dd`;
            all as printed, never recomputed. Texts are in Unicode NFC without white space at their ends.
            """,
            "| field | type | meaning |",
            "| value | meaning |",
            English),
        "docs/model.md",
        Advice);

    [Fact]
    public void TheChinesePageHasEveryFieldOfTheModel() => Approved.VerifyFile(
        Page(
            """
            # 模型

            [English](model.md)

            一份报告就是一个 `PerformanceReport`；其 JSON 形式的名称相同，只是首字母小写。本页给出每个字段的含义；模型版本的承诺见 [schema.zh-CN.md](schema.zh-CN.md)，
            证据的读法见 [evidence.zh-CN.md](evidence.zh-CN.md)。
            类型后带 `?` 的可以为 `null`：报告没有写明。金额以元为单位，比率是小数，得分是分数，日期为 `yyyy`、`yyyy-MM` 或 `yyyy-MM-dd`；
            均按原文，从不重新计算。文字为 Unicode NFC，首尾没有空白。
            """,
            "| 字段 | 类型 | 含义 |",
            "| 值 | 含义 |",
            (of, member, _) => Chinese.GetProperty(of).GetProperty(member).GetString()!),
        "docs/model.zh-CN.md",
        Advice);

    [Fact]
    public void NoChineseTextIsLeftOver()
    {
        var known = Objects().ToDictionary(o => o.Name, o => Members(o.Node).Select(m => m.Name).Append("").ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

        Assert.All(Chinese.EnumerateObject(), of => Assert.All(of.Value.EnumerateObject(), member => Assert.Contains(member.Name, known[of.Name])));
    }

    private static string Page(string head, string fields, string values, Func<string, string, string, string> meaning)
    {
        var page = new StringBuilder(head).Append('\n');
        foreach (var (name, node) in Objects())
        {
            page.Append("\n## `").Append(name).Append("`\n\n").Append(meaning(name, "", Text(node).Split('\n')[0])).Append('\n');
            var members = Members(node).ToList();
            if (members.Count == 0)
                continue;
            var isEnum = node.TryGetProperty("enum", out _);
            page.Append('\n').Append(isEnum ? values : fields).Append(isEnum ? "\n| --- | --- |\n" : "\n| --- | --- | --- |\n");
            foreach (var (member, type, text) in members)
                page.Append("| `").Append(member).Append("` | ").Append(isEnum ? "" : type + " | ").Append(Cell(meaning(name, member, text))).Append(" |\n");
        }

        return page.ToString();
    }

    private static string English(string of, string member, string text) => text;

    private static IEnumerable<(string Name, JsonElement Node)> Objects() =>
        Schema.GetProperty("$defs").EnumerateObject().Select(d => (d.Name, d.Value)).Prepend(("report", Schema));

    private static IEnumerable<(string Name, string Type, string Text)> Members(JsonElement node)
    {
        if (node.TryGetProperty("enum", out var values))
            return values.EnumerateArray().Select(v => (v.GetString()!, "", Word(node, v.GetString()!)));
        return node.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().Select(p => (p.Name, Type(p.Value), Text(p.Value))) : [];
    }

    // The description of an enum has a line for each of its words.
    private static string Word(JsonElement node, string word) => Text(node).Split('\n').Single(l => l.StartsWith(word + ": ", StringComparison.Ordinal))[(word.Length + 2)..];

    private static string Type(JsonElement node)
    {
        if (node.TryGetProperty("$ref", out var reference))
            return Reference(reference);
        if (node.TryGetProperty("anyOf", out var choices))
            return Reference(choices[0].GetProperty("$ref")) + "?";
        if (node.TryGetProperty("const", out var constant))
            return $"\"{constant.GetString()}\"";
        var type = node.GetProperty("type");
        if (type.ValueKind == JsonValueKind.Array)
            return type[0].GetString() + "?";
        return type.GetString() switch
        {
            "array" => $"[{Type(node.GetProperty("items"))}]",
            "object" => $"{{pointer: {Type(node.GetProperty("additionalProperties"))}}}",
            var plain => plain!,
        };
    }

    private static string Reference(JsonElement reference) => reference.GetString()!.Split('/')[^1] is var name ? $"[{name}](#{name.ToLowerInvariant()})" : "";

    private static string Text(JsonElement node) => node.TryGetProperty("description", out var text) ? text.GetString()! : "";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);
}
