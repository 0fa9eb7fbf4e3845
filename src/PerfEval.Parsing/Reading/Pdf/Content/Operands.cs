using System.Runtime.InteropServices;

namespace PerfEval.Parsing.Reading.Pdf.Content;

/// <summary>The operands in front of an operator. What is missing reads as zero or as nothing.</summary>
internal readonly ref struct Operands(List<Token> tokens)
{
    public ReadOnlySpan<Token> All { get; } = CollectionsMarshal.AsSpan(tokens);

    public int Count => All.Length;

    /// <summary>The number so many places before the last.</summary>
    public double Last(int before) => before < All.Length && All[^(before + 1)].Kind == TokenKind.Number ? All[^(before + 1)].Number : 0;

    /// <summary>The last name; an empty one where there is none.</summary>
    public Token LastName()
    {
        for (var i = All.Length - 1; i >= 0; i--)
            if (All[i].Kind == TokenKind.Name)
                return All[i];
        return default;
    }

    public Matrix Matrix() => new(Last(5), Last(4), Last(3), Last(2), Last(1), Last(0));

    /// <summary>How bright the colour of these components is: one of grey, three of RGB, four of CMYK; black for a pattern.</summary>
    public double Brightness() => Count switch
    {
        1 => Math.Clamp(Last(0), 0, 1),
        3 => Math.Clamp(0.3 * Last(2) + 0.59 * Last(1) + 0.11 * Last(0), 0, 1),
        4 => Math.Clamp((1 - Last(0)) * (1 - (0.3 * Last(3) + 0.59 * Last(2) + 0.11 * Last(1))), 0, 1),
        _ => 0,
    };
}
