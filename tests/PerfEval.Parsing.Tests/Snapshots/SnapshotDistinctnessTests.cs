using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Snapshots;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.Tests.Snapshots;

/// <summary>Equal reports give equal snapshots and different reports different ones, however small and odd the difference is.</summary>
public sealed class SnapshotDistinctnessTests
{
    /// <summary>Small changes that a careless layout would not show.</summary>
    private static readonly Func<string, string>[] Tricks =
    [
        s => s + " ", s => " " + s, s => s + "\u3000", s => s + "\n", s => "\n" + s, s => s + "。", s => s + "\u200B", s => s + " {2×3}", s => s + "|", s => "- " + s,
        s => s.Insert(s.Length / 2, " | "), s => s.Insert(s.Length / 2, "\n"), s => s.Insert(s.Length / 2, "\\n"), s => s.Insert(s.Length / 2, "。"), s => s.Replace("\n", "\\n", StringComparison.Ordinal),
        s => s.Replace("\n", " ", StringComparison.Ordinal), s => s.Replace(' ', '\u00A0'), s => s.Replace("\\", "\\\\", StringComparison.Ordinal), s => s + "\\u3000", _ => "", _ => "—", _ => "\"\"", _ => "·", _ => "\\u00b7",
    ];

    [Fact]
    public void AChangeAnywhereInAReportShows() => Gen.Select(ReportGen.Report, Gen.Int[0, int.MaxValue], Gen.Int[0, int.MaxValue]).Sample(
        (report, where, how) =>
        {
            var again = JsonReportReader.Read(new JsonReportWriter().Write(report));
            Assert.Equal(report, again);
            Assert.Equal(report.ToSnapshot(), again.ToSnapshot());
            if (Changed(report, where, how) is { } changed)
                Assert.Equal(report.Equals(changed), report.ToSnapshot() == changed.ToSnapshot());
        },
        iter: 300);

    [Theory]
    [InlineData("—", null)]
    [InlineData("", null)]
    [InlineData("", "\"\"")]
    [InlineData("a\nb", "a\\nb")]
    [InlineData("甲。\n乙", "甲。\\n乙")]
    [InlineData("甲 ", "甲")]
    [InlineData("\\u0020", " ")]
    [InlineData("甲\u200B", "甲")]
    public void DifferentTextsAreDifferentLines(string one, string? other) => Assert.NotEqual(
        new PerformanceReport { Title = one, Indicators = [new Indicator { Target = one }] }.ToSnapshot(),
        new PerformanceReport { Title = other, Indicators = [new Indicator { Target = other }] }.ToSnapshot());

    [Fact]
    public void CellsAreToldFromEachOther()
    {
        var tables = new List<IReadOnlyList<IReadOnlyList<ContentCell>>>
        {
            new[] { new ContentCell[] { new("甲 | 乙") } },
            new[] { new ContentCell[] { new("甲"), new("乙") } },
            new[] { new ContentCell[] { new("甲", 2, 1), new("乙") }, [new("丙")] },
            new[] { new ContentCell[] { new("甲 {2×1}"), new("乙") }, [new("·"), new("丙")] },
            new[] { new ContentCell[] { new("甲", 2, 1), new("乙") }, [new("·"), new("丙")] },
            new[] { new ContentCell[] { new("—") } },
            new[] { Array.Empty<ContentCell>() },
            new[] { new ContentCell[] { new("") } },
            Array.Empty<IReadOnlyList<ContentCell>>(),
            new[] { new ContentCell[] { new("甲", int.MaxValue, int.MaxValue) } },
        };
        var snapshots = tables.Select(rows => new PerformanceReport { Sections = [new Section { Blocks = [new TableContent { Rows = rows }] }] }.ToSnapshot()).ToList();

        Assert.Equal(snapshots.Count, snapshots.Distinct().Count());
        Assert.Contains("甲 {2×1}", snapshots[2], StringComparison.Ordinal);
    }

    [Fact]
    public void PiecesOfATextAreTheText() => ReportGen.Text.Sample(text => string.Concat(SnapshotWords.Sentences(text)) == text);

    /// <summary>The report with one member or item of its JSON changed; <see langword="null"/> where that is no report's JSON.</summary>
    private static PerformanceReport? Changed(PerformanceReport report, int where, int how)
    {
        var tree = JsonNode.Parse(new JsonReportWriter().Write(report))!;
        var places = Places(tree).ToList();
        Change(places[where % places.Count], how);
        try
        {
            return JsonReportReader.Read(tree.ToJsonString());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<JsonNode> Places(JsonNode tree) => tree switch
    {
        JsonObject members => members.Where(member => member.Value is not null).SelectMany(member => Places(member.Value!)),
        JsonArray items => items.SelectMany(item => Places(item!)).Append(items),
        _ => [tree],
    };

    private static void Change(JsonNode place, int how)
    {
        if (place is JsonArray list)
            Move(list, how);
        else
            place.ReplaceWith(place.GetValueKind() switch
            {
                _ when how % 8 == 7 => null,
                JsonValueKind.String => JsonValue.Create(Tricks[how % Tricks.Length](place.GetValue<string>())),
                _ => JsonValue.Create(place.GetValue<decimal>() + 1),
            });
    }

    /// <summary>One item goes away, to the end, or into the list that comes first now.</summary>
    private static void Move(JsonArray list, int how)
    {
        if (list.Count == 0)
            return;
        var item = list[how % list.Count]!;
        list.Remove(item);
        if (how % 3 == 1)
            list.Add(item);
        else if (how % 3 == 2 && list.Count > 0)
            (list[0] as JsonArray ?? list).Add(item);
    }
}
