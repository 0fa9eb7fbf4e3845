using System.Text.Json.Serialization.Metadata;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Explaining;

/// <summary>Knows which JSON Pointers are fields of the model, whether or not a report fills them.</summary>
internal static class ModelPath
{
    /// <summary>Whether a pointer names a field: members by name, items of lists by number.</summary>
    public static bool Exists(string pointer)
    {
        if (pointer.Length == 0)
            return true;
        if (pointer[0] != '/')
            return false;
        Type? type = typeof(PerformanceReport);
        foreach (var step in pointer.Split('/').Skip(1))
            type = type is null ? null : Below(type, step);
        return type is not null;
    }

    private static Type? Below(Type type, string step)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return step.Length is > 0 and < 9 && step.All(char.IsAsciiDigit) ? type.GenericTypeArguments[0] : null;
        var info = ReportJsonContext.Default.Options.GetTypeInfo(type);
        return Member(info, step) ?? info.PolymorphismOptions?.DerivedTypes
            .Select(kind => Member(ReportJsonContext.Default.Options.GetTypeInfo(kind.DerivedType), step)).FirstOrDefault(t => t is not null);
    }

    private static Type? Member(JsonTypeInfo info, string name) =>
        info.Kind == JsonTypeInfoKind.Object ? info.Properties.FirstOrDefault(p => p.Name == name)?.PropertyType : null;
}
