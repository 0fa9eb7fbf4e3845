using System.Text;

namespace PerfEval.Parsing.Reading.Pdf.Content;

/// <summary>The operators of content streams (ISO 32000-1, annex A).</summary>
internal static class Operators
{
    private const string All =
        "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh "
        + "T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"";

    private static readonly HashSet<int> Known = [.. All.Split(' ').Select(name => Key(Encoding.ASCII.GetBytes(name)))];

    public static bool IsKnown(ReadOnlySpan<byte> name) => name.Length is > 0 and <= 3 && Known.Contains(Key(name));

    private static int Key(ReadOnlySpan<byte> name)
    {
        var key = 0;
        foreach (var c in name)
            key = key << 8 | c;
        return key;
    }
}
