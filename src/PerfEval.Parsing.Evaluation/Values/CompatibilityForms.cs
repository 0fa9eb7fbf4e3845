using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace PerfEval.Parsing.Evaluation.Values;

/// <summary>Full-width letters, circled figures, square units and the like, as the plain characters that they stand for.</summary>
internal static class CompatibilityForms
{
    // string.Normalize leaves these characters alone where the host runs without culture data; figures must not depend on the host.
    private static readonly FrozenDictionary<int, string> Forms = Load();

    /// <summary>The plain characters; <see langword="null"/> for a character that is plain itself.</summary>
    public static string? Of(Rune character) => character.Value is < 0xA0 or (>= 0x4E00 and <= 0x9FFF) ? null : Forms.GetValueOrDefault(character.Value);

    private static FrozenDictionary<int, string> Load()
    {
        using var stream = typeof(CompatibilityForms).Assembly.GetManifestResourceStream("compatibility-forms.txt")!;
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var forms = new Dictionary<int, string>();
        while (reader.ReadLine() is { } line)
            if (line[0] != '#')
            {
                var points = line.Split(' ').Select(point => int.Parse(point, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
                forms[points[0]] = string.Concat(points[1..].Select(char.ConvertFromUtf32));
            }

        return forms.ToFrozenDictionary();
    }
}
