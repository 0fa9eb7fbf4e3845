using System.Text.Json;
using System.Text.Json.Serialization;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing.Json;

namespace PerfEval.Parsing.Writing;

/// <summary>How the model is written as JSON; <see cref="JsonReportReader"/> reads it back.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    Converters =
    [
        typeof(CamelCaseEnum<ReportSubject>), typeof(CamelCaseEnum<EvaluationMode>), typeof(CamelCaseEnum<ReportForm>), typeof(CamelCaseEnum<GradeLevel>),
        typeof(CamelCaseEnum<SectionKind>), typeof(CamelCaseEnum<DiagnosticSeverity>), typeof(CamelCaseEnum<ReadingMethod>),
        typeof(DecimalConverter), typeof(PartialDateConverter), typeof(EvidenceConverter),
    ])]
[JsonSerializable(typeof(PerformanceReport))]
[JsonSerializable(typeof(Evidence))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;

internal sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;

/// <summary>The serializer only writes: it would give a missing member null instead of the model's default.</summary>
internal static class WriteOnly
{
    public static NotSupportedException Error() => new($"Reports are read by {nameof(JsonReportReader)}.");
}

/// <summary>Writes a decimal without trailing zeros, so that 97.50 and 97.5 give the same bytes.</summary>
internal sealed class DecimalConverter : JsonConverter<decimal>
{
    public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw WriteOnly.Error();

    public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) => writer.WriteNumberValue(PlainDecimal.Of(value));
}

internal sealed class PartialDateConverter : JsonConverter<PartialDate>
{
    public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw WriteOnly.Error();

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>Evidence is one JSON object whose names are the pointers.</summary>
internal sealed class EvidenceConverter : JsonConverter<EvidenceIndex>
{
    public override EvidenceIndex Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw WriteOnly.Error();

    public override void Write(Utf8JsonWriter writer, EvidenceIndex value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var entry in value)
        {
            writer.WritePropertyName(entry.Pointer);
            EvidenceToJson.Write(writer, entry.Evidence);
        }

        writer.WriteEndObject();
    }
}
