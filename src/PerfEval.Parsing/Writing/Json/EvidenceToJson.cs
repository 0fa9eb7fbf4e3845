using System.Text.Json;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Writing.Json;

/// <summary>
/// Writes evidence as the serializer would. Most of a report's JSON is evidence, hundreds of objects of the same few members: looking at the type of each
/// member of each costs more than writing them.
/// </summary>
internal static class EvidenceToJson
{
    private static readonly JsonEncodedText Text = JsonEncodedText.Encode("text");
    private static readonly JsonEncodedText Page = JsonEncodedText.Encode("page");
    private static readonly JsonEncodedText Block = JsonEncodedText.Encode("block");
    private static readonly JsonEncodedText Start = JsonEncodedText.Encode("start");
    private static readonly JsonEncodedText Length = JsonEncodedText.Encode("length");
    private static readonly JsonEncodedText Path = JsonEncodedText.Encode("path");
    private static readonly JsonEncodedText Row = JsonEncodedText.Encode("row");
    private static readonly JsonEncodedText Column = JsonEncodedText.Encode("column");
    private static readonly JsonEncodedText Line = JsonEncodedText.Encode("line");
    private static readonly JsonEncodedText Offset = JsonEncodedText.Encode("offset");
    private static readonly JsonEncodedText Box = JsonEncodedText.Encode("box");
    private static readonly JsonEncodedText More = JsonEncodedText.Encode("more");
    private static readonly JsonEncodedText Rule = JsonEncodedText.Encode("rule");
    private static readonly JsonEncodedText Confidence = JsonEncodedText.Encode("confidence");
    private static readonly JsonEncodedText Parts = JsonEncodedText.Encode("parts");
    private static readonly JsonEncodedText Reading = JsonEncodedText.Encode("reading");
    private static readonly JsonEncodedText Rivals = JsonEncodedText.Encode("rivals");
    private static readonly JsonEncodedText Checks = JsonEncodedText.Encode("checks");
    private static readonly JsonEncodedText Left = JsonEncodedText.Encode("left");
    private static readonly JsonEncodedText Bottom = JsonEncodedText.Encode("bottom");
    private static readonly JsonEncodedText Right = JsonEncodedText.Encode("right");
    private static readonly JsonEncodedText Top = JsonEncodedText.Encode("top");

    /// <summary>Writes the evidence of one value.</summary>
    public static void Write(Utf8JsonWriter writer, Evidence evidence)
    {
        writer.WriteStartObject();
        WriteMembers(writer, evidence);
        writer.WriteStartArray(More);
        foreach (var place in evidence.More)
        {
            writer.WriteStartObject();
            WriteMembers(writer, place);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (evidence.Rule is { } rule)
            writer.WriteString(Rule, rule);
        WriteNumber(writer, Confidence, evidence.Confidence);
        if (evidence.Parts is { } parts)
            Write(writer, parts);
        writer.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter writer, Place place)
    {
        writer.WriteString(Text, place.Text);
        WriteOptional(writer, Page, place.Page);
        writer.WriteNumber(Block, place.Block);
        writer.WriteNumber(Start, place.Start);
        writer.WriteNumber(Length, place.Length);
        if (place.Path is { } path)
            writer.WriteString(Path, path);
        WriteOptional(writer, Row, place.Row);
        WriteOptional(writer, Column, place.Column);
        WriteOptional(writer, Line, place.Line);
        WriteOptional(writer, Offset, place.Offset);
        if (place.Box is { } box)
            Write(writer, box);
    }

    private static void Write(Utf8JsonWriter writer, in PageBox box)
    {
        writer.WriteStartObject(Box);
        WriteNumber(writer, Left, box.Left);
        WriteNumber(writer, Bottom, box.Bottom);
        WriteNumber(writer, Right, box.Right);
        WriteNumber(writer, Top, box.Top);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ConfidenceParts parts)
    {
        writer.WriteStartObject(Parts);
        WriteNumber(writer, Reading, parts.Reading);
        WriteNumber(writer, Rule, parts.Rule);
        WriteNumber(writer, Rivals, parts.Rivals);
        WriteNumber(writer, Checks, parts.Checks);
        writer.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter writer, JsonEncodedText name, int? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
    }

    // A number of few digits has no shorter form than these digits, and finding the shortest form of any number is what takes long.
    private static void WriteNumber(Utf8JsonWriter writer, JsonEncodedText name, double value)
    {
        const int Scale = 10_000;
        var digits = (int)Math.Clamp(Math.Round(value * Scale), int.MinValue, int.MaxValue);
        if (digits <= 0 || (double)digits / Scale != value)
        {
            writer.WriteNumber(name, value);
            return;
        }

        byte places = 4;
        for (; places > 0 && digits % 10 == 0; places--)
            digits /= 10;
        writer.WriteNumber(name, new decimal(digits, 0, 0, isNegative: false, places));
    }
}
