using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Aot.Tests;

/// <summary>docs/aot.md says that everything in the library runs compiled ahead of time. This is the proof.</summary>
public sealed class NativeProgramTests : IDisposable
{
    private static readonly string Reports = Repository.At("samples/reports");
    private readonly string _folder = Directory.CreateTempSubdirectory("aot").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [NativeFact]
    public async Task TheLibraryGivesTheSameBytes()
    {
        var font = Path.Join(_folder, "boxes.ttf");
        File.WriteAllBytes(font, FontFixture.TrueType());
        var (ordinary, native) = (Path.Join(_folder, "ordinary"), Path.Join(_folder, "native"));
        new SmokeRun(Reports, font, ordinary).Run();

        var run = await (await NativeProgram.GetAsync()).RunAsync(_folder, "smoke", Reports, font, native);

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.NotEmpty(Files(ordinary));
        Assert.Equal(Files(ordinary), Files(native));
        Assert.All(Files(ordinary), name => Assert.True(File.ReadAllBytes(Path.Join(ordinary, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Join(native, name))), name));
    }

    /// <summary>
    /// What the compiler doubts lies in two libraries below the command, in what our targets do not use: columns that are lists, maps and structures, parameters of queries,
    /// and schemas made of classes. A new warning needs a look and a test before it comes to this list; one of our own code does not come to it.
    /// </summary>
    [NativeFact]
    public async Task TheCompilerDoubtsNothingButWhatTheTargetsDoNotUse() => Assert.Equal(
        [
            "IL2046 DuckDB.NET.Data.DuckDBConnectionStringBuilder.GetProperties",
            "IL2067 DuckDB.NET.Data.DataChunk.Reader.ListVectorDataReader.BuildOtherList",
            "IL2067 DuckDB.NET.Data.DataChunk.Reader.MapVectorDataReader.GetValue",
            "IL2067 DuckDB.NET.Data.DataChunk.Reader.StructVectorDataReader.GetStruct",
            "IL2070 DuckDB.NET.Data.DataChunk.Reader.StructVectorDataReader.<>c.<PairPropertiesWithReaders>b__8_0",
            "IL2070 Parquet.Extensions.ParquetClrSchemaExtensions.IsGenericIDictionary",
            "IL2070 Parquet.Extensions.ParquetClrSchemaExtensions.TryExtractIEnumerableType",
            "IL2075 DuckDB.NET.Data.PreparedStatement.ClrToDuckDBConverter.CreateListFromClrType",
            "IL2093 DuckDB.NET.Data.DuckDBDataReader.GetFieldType",
            "IL2093 DuckDB.NET.Data.DuckDBDataReader.GetProviderSpecificFieldType",
            "IL3050 DuckDB.NET.Data.DataChunk.Reader.ListVectorDataReader.GetColumnType",
            "IL3050 DuckDB.NET.Data.DataChunk.Reader.MapVectorDataReader.GetColumnType",
            "IL3050 Parquet.Extensions.ParquetClrSchemaExtensions.GetNullable",
        ],
        (await NativeProgram.GetAsync()).Warnings);

    [Theory]
    [InlineData("docs/aot.md")]
    [InlineData("docs/aot.zh-CN.md")]
    public void ThePageNamesTheFormatsThatTheProgramReadsAndWrites(string page)
    {
        var rows = Repository.Read(page).Split('\n').Where(line => line.StartsWith('|') && line.Contains("`.docx`", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal(ReportWriters.Formats.Select(format => $"`.{format}`").Order(), row.Split(' ').Where(word => word.StartsWith("`.", StringComparison.Ordinal)).Order()));
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal);
}
