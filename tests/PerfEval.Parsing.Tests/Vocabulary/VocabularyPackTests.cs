using System.Text;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Vocabulary;
using Xunit;

namespace PerfEval.Parsing.Tests.Vocabulary;

public sealed class VocabularyPackTests : IDisposable
{
    private const string Small = """{"name":"澜川州","origin":"澜财绩〔2024〕6号","region":"澜川州","years":[2023,2024],"version":"1.1","grades":{"levels":{"good":["二档"]}}}""";

    private readonly string _directory = Directory.CreateTempSubdirectory("packs").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void APackSaysWhatItIs()
    {
        var pack = VocabularyPack.Parse(Small);

        Assert.Equal("澜川州 澜财绩〔2024〕6号 澜川州 1.1 澜川州", $"{pack.Name} {pack.Origin} {pack.Region} {pack.Version} {pack}");
        Assert.Equal([2023, 2024], pack.Years);
        var bare = VocabularyPack.Parse("""{"name":"a","origin":"b"}""");
        Assert.Null(bare.Region ?? bare.Version);
        Assert.Empty(bare.Years);
    }

    [Fact]
    public void PacksThatSayTheSameAreEqual()
    {
        var pack = VocabularyPack.Parse(Small);
        var laidOut = VocabularyPack.Parse("""
            {
              "$schema": "anything",
              "grades": { "levels": { "good": [ "\u4e8c档" ] } },
              "version": "1.1", "years": [2023, 2024], "region": "澜川州", "origin": "澜财绩〔2024〕6号", "name": "澜川州"
            }
            """);

        Assert.Equal(pack, laidOut);
        Assert.Equal(pack.GetHashCode(), laidOut.GetHashCode());
        Assert.Equal(pack, VocabularyPack.Parse(pack.ToJson()));
        Assert.NotEqual(pack, VocabularyPack.Parse(Small.Replace("二档", "三档", StringComparison.Ordinal)));
        Assert.Equal(new ReportParserOptions { Vocabulary = [pack] }, new ReportParserOptions { Vocabulary = [laidOut] });
    }

    [Fact]
    public void FileStreamAndTextGiveTheSamePack()
    {
        var path = Path.Join(_directory, "pack.json");
        File.WriteAllText(path, Small, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Small));

        Assert.Equal(VocabularyPack.Parse(Small), VocabularyPack.Load(path));
        Assert.Equal(VocabularyPack.Parse(Small), VocabularyPack.Read(stream));
        Assert.True(stream.CanRead);
    }

    [Theory]
    [InlineData("""{"name":"a","origin":"b","headings":{"sections":[{"kind":"problem","phrases":["短板"]}]}}""", "/headings/sections/0/kind", "there is no section kind problem; there are cover, ")]
    [InlineData("""{"name":"a","origin":"b","labels":{"project":["事项"]}}""", "/labels/project", "there is no field project; there are projectName, ")]
    [InlineData("""{"name":"a","origin":"b","heading":{}}""", "/heading", "there is no property heading; there are $schema, name, ")]
    [InlineData("""{"name":"a","origin":"b","grades":{"levels":{"best":["一档"]}}}""", "/grades/levels/best", "there is no level best; there are excellent, good, fair, poor")]
    [InlineData("""{"name":"a","origin":"b","columns":{"funding":[{"field":"cost","heads":["盘子数"]}]}}""", "/columns/funding/0/field", "there is no field of funding tables cost; there are ignored, ")]
    [InlineData("""{"name":"a"}""", "/origin", "this property is missing")]
    [InlineData("""{"name":"a","origin":"b","citations":{"endings":["单", " "]}}""", "/citations/endings/1", "the text is empty")]
    [InlineData("""{"name":"a","origin":"b","labels":{"projectName":["："]}}""", "/labels/projectName/0", "nothing is left of the word")]
    [InlineData("""{"name":"a","origin":"b","labels":{"projectName":["事项"],"evaluatedUnit":["事 项："]}}""", "/labels/evaluatedUnit/0", "means evaluatedUnit here and projectName at /labels/projectName/0")]
    [InlineData("""{"name":"a","origin":"b","headings":{"sections":[{"kind":"problems","phrases":["短板"]}],"none":["短板"]}}""", "/headings/none/0", "means no kind here and problems at /headings/sections/0/phrases/0")]
    [InlineData("""{"name":"a","origin":"b","grades":{"levels":{"good":["二档"],"fair":["二档"]}}}""", "/grades/levels/fair/0", "means fair here and good")]
    [InlineData("""{"name":"a","origin":"b","columns":{"indicator":[{"field":"target","heads":["约定值"]},{"field":"actual","heads":["约定值（年度）"]}]}}""", "/columns/indicator/1/heads/0", "means actual here and target")]
    [InlineData("""{"name":"a","name":"c","origin":"b"}""", "", "this is no JSON")]
    [InlineData("""{"name":"a",""", "", "this is no JSON")]
    [InlineData("""{"name":"a","origin":"b","labels":{"projectName":["一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"]}}""", "/labels/projectName/0", "no text of more than 40 is looked up")]
    public void WhatIsWrongIsToldWithItsPlaceAndWhatWouldBeRight(string json, string pointer, string message)
    {
        var error = Assert.Throws<VocabularyException>(() => VocabularyPack.Parse(json));

        Assert.Equal(pointer, error.Pointer);
        Assert.Null(error.File);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AWordMayMeanOneThingHereAndAnotherThere() =>
        VocabularyPack.Parse("""{"name":"a","origin":"b","headings":{"sections":[{"kind":"problems","phrases":["短板"]},{"kind":"deviation","phrases":["短板"],"under":["indicatorAnalysis"]}]}}""");

    [Fact]
    public void TheErrorOfAFileNamesIt()
    {
        var path = Path.Join(_directory, "pack.json");
        File.WriteAllText(path, "{}");

        var error = Assert.Throws<VocabularyException>(() => VocabularyPack.Load(path));

        Assert.Equal(path, error.File);
        Assert.StartsWith(path + " at /name: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongCallsAreRefusedAtOnce()
    {
        Assert.Throws<ArgumentNullException>(() => VocabularyPack.Parse(null!));
        Assert.Throws<ArgumentNullException>(() => VocabularyPack.Read(null!));
        Assert.Throws<ArgumentException>(() => VocabularyPack.Load(""));
        Assert.ThrowsAny<IOException>(() => VocabularyPack.Load(Repository.At("no-such-pack.json")));
        Assert.ThrowsAny<ArgumentException>(() => new ReportParser(new ReportParserOptions { Vocabulary = [null!] }));
    }
}
