using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.Tests.Writing;

public sealed class JsonReportReaderTests
{
    private static readonly string[] Samples = ["rural-water-2023.docx", "rural-water-2023.pdf", "road-maintenance-2023.txt", "public-toilets-2023.html"];

    [Fact]
    public void NoFieldIsLostOnTheWayThereAndBack()
    {
        var report = FullReport.Create();

        // Without this the comparison below would not see a field that is forgotten in the reader.
        Assert.Empty(Unset("", report));
        Assert.Equal(report, JsonReportReader.Read(new JsonReportWriter().Write(report)));
        Assert.Equal(report, JsonReportReader.Read(new JsonReportWriter(indented: false).Write(report)));
        Assert.Equal(report, JsonReportWriter.Read(new JsonReportWriter().Write(report)));
    }

    [Fact]
    public void BytesAndStreamsAreReadWithAndWithoutAMark()
    {
        var report = FullReport.Create();
        var json = new JsonReportWriter().Write(report);

        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(json), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(json)] })
        {
            using var stream = new MemoryStream(bytes);
            Assert.Equal(report, JsonReportReader.Read(bytes));
            Assert.Equal(report, JsonReportReader.Read(stream));
        }

        Assert.Equal(report, JsonReportReader.Read('\uFEFF' + json));
    }

    [Fact]
    public void TheOrderOfMembersAndTheSpellingOfNumbersDoNotMatter()
    {
        var report = FullReport.Create();

        Assert.Equal(report, JsonReportReader.Read(Reversed(Parsed(report))!.ToJsonString().Replace("\"level\":3,", "\"level\":3.0,", StringComparison.Ordinal)));
    }

    [Fact]
    public void AnOlderFileMayMissWhatCanBeNullOrEmpty()
    {
        Assert.Equal(new PerformanceReport(), JsonReportReader.Read("""{"schemaVersion":"1"}"""));
        Assert.Equal(new PerformanceReport(), JsonReportReader.Read("""{"schemaVersion":"1","title":null,"sections":null,"source":null,"subject":null}"""));
        Assert.Equal(
            new PerformanceReport { Funding = new(), Sections = [new() { Level = 1, Blocks = [new TableContent { Rows = [[new("甲")]] }] }], Grade = new("甲", null) },
            JsonReportReader.Read("""{"schemaVersion":"1","funding":{},"grade":{"raw":"甲"},"sections":[{"level":1,"blocks":[{"type":"table","rows":[[{"text":"甲"}]]}]}]}"""));
    }

    [Fact]
    public void ANewerMinorVersionIsReadAsFarAsItIsKnown()
    {
        var json = Parsed(FullReport.Create());
        json["schemaVersion"] = "1.7";
        json["region"] = new JsonObject { ["code"] = 1, ["odd"] = new JsonArray(null, 2) };
        json["score"]!["confidence"] = 3;
        json["subject"] = "household";
        json["mode"] = "auditEvaluation";
        json["form"] = "poster";
        json["source"]!["method"] = "telepathy";
        json["grade"]!["level"] = "outstanding";
        json["diagnostics"]![0]!["severity"] = "hint";
        json["sections"]![0]!["kinds"]!.AsArray().Insert(0, "weather");
        json["sections"]![0]!["blocks"]!.AsArray().Insert(1, new JsonObject { ["type"] = "formula", ["mathml"] = "<math/>" });

        var expected = FullReport.Create();
        Assert.Equal(
            expected with
            {
                Source = expected.Source with { Method = ReadingMethod.Text },
                Subject = ReportSubject.Unknown,
                Mode = EvaluationMode.Unknown,
                Form = ReportForm.Report,
                Grade = expected.Grade! with { Level = null },
                Diagnostics = [expected.Diagnostics[0] with { Severity = DiagnosticSeverity.Warning }, expected.Diagnostics[1]],
            },
            JsonReportReader.Read(json.ToJsonString()));
    }

    [Fact]
    public void WhatIsReadIsOfThisVersion() => Assert.Equal("1", JsonReportReader.Read("""{"schemaVersion":"1.3"}""").SchemaVersion);

    [Theory]
    [InlineData("0")]
    [InlineData("2")]
    [InlineData("2.1")]
    [InlineData("11")]
    public void AnotherMajorVersionIsRefusedByName(string version)
    {
        var error = Assert.ThrowsAny<JsonException>(() => JsonReportReader.Read($$"""{"schemaVersion":"{{version}}","score":"changed"}"""));

        Assert.Contains($"schemaVersion {version}; this library reads 1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "tokens")]
    [InlineData("绩效", "invalid")]
    [InlineData("""{"schemaVersion":"1" """, "depth")]
    [InlineData("null", "not that of a report")]
    [InlineData("[]", "not that of a report")]
    [InlineData("""{"name":"perfeval","version":"1"}""", "not that of a report")]
    [InlineData("""{"schemaVersion":2,"mediaType":"x"}""", "/schemaVersion must be text")]
    [InlineData("""{"schemaVersion":"one"}""", "/schemaVersion must be a version")]
    [InlineData("""{"schemaVersion":"1.2.3"}""", "/schemaVersion must be a version")]
    [InlineData("""{"schemaVersion":"01"}""", "/schemaVersion must be a version")]
    [InlineData("""{"schemaVersion":"1","title":5}""", "/title must be text")]
    [InlineData("""{"schemaVersion":"1","subject":"Project"}""", "/subject must be one of unknown, project, department")]
    [InlineData("""{"schemaVersion":"1","subject":1}""", "/subject must be text")]
    [InlineData("""{"schemaVersion":"1","reportDate":"2024-13"}""", "/reportDate must be a date")]
    [InlineData("""{"schemaVersion":"1","score":{"value":90}}""", "/score/fullMark is missing")]
    [InlineData("""{"schemaVersion":"1","score":{"value":"90","fullMark":100}}""", "/score/value must be a number")]
    [InlineData("""{"schemaVersion":"1","score":{"value":1e400,"fullMark":100}}""", "/score/value must be a number of")]
    [InlineData("""{"schemaVersion":"1","fiscalYears":[2023.5]}""", "/fiscalYears/0 must be a whole number")]
    [InlineData("""{"schemaVersion":"1","fiscalYears":[5000000000]}""", "/fiscalYears/0 must be a whole number")]
    [InlineData("""{"schemaVersion":"1","sections":{}}""", "/sections must be an array")]
    [InlineData("""{"schemaVersion":"1","sections":[null]}""", "/sections/0 must be an object")]
    [InlineData("""{"schemaVersion":"1","sections":[{"level":1,"kinds":["weather"]}]}""", "/sections/0/kinds/0 must be one of cover")]
    [InlineData("""{"schemaVersion":"1","sections":[{"level":1,"blocks":[{"type":"formula"}]}]}""", "/sections/0/blocks/0/type must be one of paragraph, table, figure")]
    [InlineData("""{"schemaVersion":"1","sections":[{"level":1,"blocks":[{"text":"a"}]}]}""", "/sections/0/blocks/0/type is missing")]
    [InlineData("""{"schemaVersion":"1","sections":[{"level":1,"blocks":[{"type":"table","rows":[null]}]}]}""", "/sections/0/blocks/0/rows/0 must be an array")]
    [InlineData("""{"schemaVersion":"1","evidence":[]}""", "/evidence must be an object")]
    [InlineData("""{"schemaVersion":"1","evidence":{"/a~1b":{}}}""", "/evidence/~1a~01b/text is missing")]
    [InlineData("""{"schemaVersion":"1","title":"\ud800"}""", "no valid text")]
    public void WhatIsNoReportIsRefusedWithItsPlace(string json, string message)
    {
        Assert.Contains(message, Assert.ThrowsAny<JsonException>(() => JsonReportReader.Read(json)).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<JsonException>(() => JsonReportReader.Read(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void AWrongCallThrowsAtOnce()
    {
        Assert.Throws<ArgumentNullException>(() => JsonReportReader.Read((string)null!));
        Assert.Throws<ArgumentNullException>(() => JsonReportReader.Read((Stream)null!));
    }

    [Fact]
    public void HalfACharacterIsRefused() =>
        Assert.ThrowsAny<JsonException>(() => JsonReportReader.Read("{\"schemaVersion\":\"1\",\"title\":\"\ud800\"}"));

    [Fact]
    public void OnlyWhatNothingCanStandForMayNotBeMissing()
    {
        var full = Parsed(FullReport.Create());

        var refused = Places("", full).Where(place => IsRefused(Without(full, place))).Select(place => string.Concat(place.Split('/').Where(name => name.Length > 0 && !char.IsAsciiDigit(name[0])).Select(name => "/" + name)));

        Assert.Equal(
            """
            /diagnostics/id /diagnostics/message /diagnostics/severity /diagnostics/sides/place/block /diagnostics/sides/place/box/bottom /diagnostics/sides/place/box/left
            /diagnostics/sides/place/box/right /diagnostics/sides/place/box/top /diagnostics/sides/place/length /diagnostics/sides/place/start /diagnostics/sides/place/text
            /diagnostics/sides/value /dimensionScores/name
            /evidence/block /evidence/box/bottom /evidence/box/left /evidence/box/right /evidence/box/top /evidence/confidence /evidence/length /evidence/more/block
            /evidence/more/box/bottom /evidence/more/box/left /evidence/more/box/right /evidence/more/box/top /evidence/more/length /evidence/more/start /evidence/more/text
            /evidence/parts/checks /evidence/parts/reading /evidence/parts/rivals /evidence/parts/rule /evidence/start /evidence/text
            /experiences/text /achievements/text /facts/name /facts/value /funding/lines/name /grade/raw /problems/text /recommendations/text /schemaVersion /score/fullMark /score/value
            /sections/blocks/rows/text /sections/blocks/text /sections/blocks/type /sections/children/children/level /sections/children/level /sections/level
            /selfScore/fullMark /selfScore/value /source/metadata/name /source/metadata/value
            """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            refused.Select(place => place.Replace("/~1score~1value", "", StringComparison.Ordinal).Replace("/~1title", "", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void NestingWithoutEndIsRefused()
    {
        var json = """{"schemaVersion":"1","sections":""" + string.Concat(Enumerable.Repeat("""[{"level":1,"children":""", 100_000));

        Assert.ThrowsAny<JsonException>(() => JsonReportReader.Read(json));
    }

    [Fact]
    public void ASampleIsReadBackAsItWas()
    {
        foreach (var sample in Samples)
        {
            var report = ReportParser.Default.ParseFile(Repository.At("samples/reports/" + sample)).Report;
            Assert.Equal(report, JsonReportReader.Read(new JsonReportWriter().Write(report)));
        }
    }

    [Fact]
    public void DamagedJsonGivesAReportOrOneKindOfError()
    {
        var json = Encoding.UTF8.GetBytes(new JsonReportWriter(indented: false).Write(FullReport.Create()));

        Gen.Select(Gen.Int[0, json.Length - 1], Gen.Byte, Gen.Int[0, 3]).Sample(
            (at, value, kind) =>
            {
                byte[] damaged = kind switch
                {
                    0 => [.. json[..at], value, .. json[(at + 1)..]],
                    1 => [.. json[..at], .. json[(at + 1)..]],
                    2 => [.. json[..at], (byte)"\"{}[],:0n\\"[value % 10], .. json[at..]],
                    _ => json[..at],
                };
                return IsReadOrRefused(damaged);
            },
            iter: 5_000);
    }

    private static bool IsReadOrRefused(byte[] json)
    {
        try
        {
            return JsonReportReader.Read(json) is not null;
        }
        catch (JsonException)
        {
            return true;
        }
    }

    private static bool IsRefused(JsonObject json)
    {
        try
        {
            JsonReportReader.Read(json.ToJsonString());
            return false;
        }
        catch (JsonException e)
        {
            return e.Message.EndsWith(" is missing.", StringComparison.Ordinal) || e.Message.Contains("not that of a report", StringComparison.Ordinal);
        }
    }

    /// <summary>Every member of every object, as a JSON Pointer.</summary>
    private static IEnumerable<string> Places(string at, JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(member => Places($"{at}/{member.Key.Replace("/", "~1", StringComparison.Ordinal)}", member.Value).Prepend($"{at}/{member.Key.Replace("/", "~1", StringComparison.Ordinal)}")),
        JsonArray a => a.SelectMany((item, i) => Places($"{at}/{i}", item)),
        _ => [],
    };

    private static JsonObject Without(JsonObject json, string place)
    {
        var copy = (JsonObject)json.DeepClone();
        var names = place.Split('/')[1..].Select(name => name.Replace("~1", "/", StringComparison.Ordinal)).ToList();
        var parent = names.SkipLast(1).Aggregate((JsonNode)copy, (node, name) => node is JsonArray a ? a[int.Parse(name, CultureInfo.InvariantCulture)]! : node[name]!);
        parent.AsObject().Remove(names[^1]);
        return copy;
    }

    private static JsonObject Parsed(PerformanceReport report) => JsonNode.Parse(new JsonReportWriter().Write(report))!.AsObject();

    private static JsonNode? Reversed(JsonNode? node) => node switch
    {
        JsonObject o when o.ContainsKey("/title") => o.DeepClone(),
        JsonObject o => new JsonObject(o.Reverse().Select(p => KeyValuePair.Create(p.Key, Reversed(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Reversed)]),
        _ => node?.DeepClone(),
    };

    /// <summary>The fields that have their default in every object that stands at the same place.</summary>
    private static IEnumerable<string> Unset(string at, params object[] values) => values.GroupBy(value => value.GetType()).SelectMany(same =>
        same.Key.GetProperties().Where(property => property.GetIndexParameters().Length == 0 && property.Name is not nameof(PerformanceReport.SchemaVersion)).SelectMany(property =>
        {
            var set = same.Select(value => property.GetValue(value)).Where(value => value is not (null or 0 or 0.0 or "" or ICollection { Count: 0 })).ToList();
            var place = $"{at}/{property.Name}";
            if (set.Count == 0 || set.All(value => value is Enum word && Convert.ToInt32(word, null) == 0))
                return [place];
            return Unset(place, [.. set.SelectMany(value => value is IEnumerable list and not string ? list.Cast<object>() : [value!]).Where(IsOurs)]);
        }));

    private static bool IsOurs(object value) => value.GetType() is { IsEnum: false, Namespace: "PerfEval.Parsing.Model" or "PerfEval.Parsing.Documents" } type && type != typeof(PartialDate);
}
