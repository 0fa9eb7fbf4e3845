namespace PerfEval.Parsing.Reading.Encodings;

/// <summary>The characters that the 2022 edition of GB 18030 moved out of the private use area, where the runtime's decoder still puts them.</summary>
internal static class Gb18030Edition2022
{
    private const string Old = "\uE78D\uE78E\uE78F\uE790\uE791\uE792\uE793\uE794\uE795\uE796\uE81E\uE826\uE82B\uE82C\uE832\uE843\uE854\uE864";
    private const string New = "\uFE10\uFE12\uFE11\uFE13\uFE14\uFE15\uFE16\uFE17\uFE18\uFE19\u9FB4\u9FB5\u9FB6\u9FB7\u9FB8\u9FB9\u9FBA\u9FBB";

    public static string Apply(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uE78D', '\uE864'))
            return text;
        return string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                var at = source[i] is >= '\uE78D' and <= '\uE864' ? Old.IndexOf(source[i], StringComparison.Ordinal) : -1;
                target[i] = at < 0 ? source[i] : New[at];
            }
        });
    }
}
