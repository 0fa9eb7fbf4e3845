using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Parsing.Vocabulary.Packs;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>
/// Words of a region, a year or an office that are added to the library's own: headings, labels, column heads, grades and more. Immutable; two packs are equal
/// where they say the same. The format is schema/perfeval-vocabulary.v1.schema.json of the package.
/// </summary>
public sealed class VocabularyPack : IEquatable<VocabularyPack>
{
    private readonly JsonElement _root;
    private readonly string _json;

    private VocabularyPack(JsonElement root)
    {
        (_root, _json) = (root, Canonical(root));
        Name = root.GetProperty("name").GetString()!;
        Origin = root.GetProperty("origin").GetString()!;
        Region = root.TryGetProperty("region", out var region) ? region.GetString() : null;
        Version = root.TryGetProperty("version", out var version) ? version.GetString() : null;
        Years = Array.AsReadOnly<int>([.. root.Items("years").Select(y => y.GetInt32())]);
    }

    /// <summary>What the pack is called.</summary>
    public string Name { get; }

    /// <summary>Where its words come from.</summary>
    public string Origin { get; }

    /// <summary>Where reports use them; <see langword="null"/> where it does not say. For whoever chooses packs: parsing does not look at it.</summary>
    public string? Region { get; }

    /// <summary>The budget years whose reports use them; empty where it does not say. For whoever chooses packs: parsing does not look at them.</summary>
    public IReadOnlyList<int> Years { get; }

    /// <summary>The pack's own version; <see langword="null"/> where it does not say.</summary>
    public string? Version { get; }

    /// <summary>Reads a pack from a file in UTF-8.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The pack.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    /// <exception cref="VocabularyException">It holds no pack.</exception>
    public static VocabularyPack Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Read(File.ReadAllBytes(path), path);
    }

    /// <summary>Reads a pack from a stream in UTF-8, from its position to its end.</summary>
    /// <param name="stream">The stream; it is read, not closed.</param>
    /// <returns>The pack.</returns>
    /// <exception cref="ArgumentException"><paramref name="stream"/> is null or cannot be read.</exception>
    /// <exception cref="VocabularyException">It holds no pack.</exception>
    public static VocabularyPack Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return Read(buffer.ToArray(), null);
    }

    /// <summary>Reads a pack from its JSON.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The pack.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="VocabularyException">It is no pack.</exception>
    public static VocabularyPack Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(Encoding.UTF8.GetBytes(json), null);
    }

    /// <summary>The pack as JSON in its canonical layout, which <see cref="Parse"/> reads back: equal packs give equal texts.</summary>
    /// <returns>The JSON.</returns>
    public string ToJson() => _json;

    /// <inheritdoc/>
    public bool Equals(VocabularyPack? other) => other is not null && _json == other._json;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as VocabularyPack);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_json);

    /// <summary>The name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    /// <summary>A part of the pack; <see langword="null"/> where it has none.</summary>
    internal JsonElement? Part(string name) => _root.TryGetProperty(name, out var part) ? part : null;

    private static VocabularyPack Read(ReadOnlyMemory<byte> bytes, string? file)
    {
        var check = new PackCheck(file);
        var root = Root(bytes, check);
        check.Check(root, PackShapes.Pack, "");
        new PackMeanings(check).Check(root);
        return new VocabularyPack(root);
    }

    private static JsonElement Root(ReadOnlyMemory<byte> bytes, PackCheck check)
    {
        if (bytes.Span.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return document.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw check.Wrong("", "this is no JSON: " + e.Message.TrimEnd('.'), e);
        }
    }

    // Properties in the order of their names, no white space; what only editors look at is left out.
    private static string Canonical(JsonElement root)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(root, writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(JsonElement value, Utf8JsonWriter writer)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject().Where(p => p.Name != "$schema").OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    Write(property.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(item, writer);
                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
