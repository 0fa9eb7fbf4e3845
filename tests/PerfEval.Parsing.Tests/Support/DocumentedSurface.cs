using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Xunit;

namespace PerfEval.Parsing.Tests.Support;

/// <summary>Compares an assembly's public surface with its documentation file.</summary>
internal sealed class DocumentedSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly Dictionary<string, XElement> _members;
    private readonly NullabilityInfoContext _nullability = new();
    private readonly List<string> _complaints = [];

    private DocumentedSurface(Assembly assembly) =>
        _members = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member").ToDictionary(m => m.Attribute("name")!.Value);

    /// <summary>Fails with a line for each missing summary, parameter, return value, and meaning of null.</summary>
    public static void Check(Assembly assembly)
    {
        var surface = new DocumentedSurface(assembly);
        foreach (var type in assembly.GetExportedTypes())
            surface.Look(type);
        Assert.True(surface._complaints.Count == 0, string.Join('\n', surface._complaints.Order(StringComparer.Ordinal)));
    }

    private void Look(Type type)
    {
        var own = DocumentOf("T:" + Name(type));
        foreach (var constructor in type.GetConstructors(Declared).Where(IsWritten).Where(c => c.GetParameters().Length > 0))
            LookAtCall(constructor, IsRecord(type) && !_members.ContainsKey(Id(constructor)) ? own : DocumentOf(Id(constructor)), Id(constructor));
        foreach (var method in type.GetMethods(Declared).Where(m => IsWritten(m) && !m.IsSpecialName && m.GetBaseDefinition() == m && m.Name is not (nameof(Equals) or nameof(GetHashCode))))
            LookAtCall(method, DocumentOf(Id(method)), Id(method));
        foreach (var property in type.GetProperties(Declared).Where(p => p.GetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0))
            LookAtProperty(property, own);
    }

    private void LookAtCall(MethodBase call, XElement? document, string id)
    {
        if (document is null || document.Element("inheritdoc") is not null)
            return;
        foreach (var parameter in call.GetParameters())
            LookAtParameter(parameter, document.Elements("param").FirstOrDefault(p => p.Attribute("name")!.Value == parameter.Name), id);
        if (call is not MethodInfo method || method.ReturnType == typeof(void) || method.ReturnType == typeof(Task))
            return;
        var returns = document.Element("returns");
        if (returns is null)
            _complaints.Add($"{id}: returns what?");
        else if (IsNullable(_nullability.Create(method.ReturnParameter), method.ReturnType) && !SpeaksOfNull(returns))
            _complaints.Add($"{id}: when does it return null?");
    }

    private void LookAtParameter(ParameterInfo parameter, XElement? document, string id)
    {
        if (document is null)
            _complaints.Add($"{id}: what is {parameter.Name}?");
        else if (IsNullable(_nullability.Create(parameter), parameter.ParameterType) && !SpeaksOfNull(document))
            _complaints.Add($"{id}: what does a null {parameter.Name} mean?");
    }

    private void LookAtProperty(PropertyInfo property, XElement? type)
    {
        var id = $"P:{Name(property.DeclaringType!)}.{property.Name}";
        // A positional record's properties are documented as its parameters.
        var document = _members.GetValueOrDefault(id) ?? type?.Elements("param").FirstOrDefault(p => p.Attribute("name")!.Value == property.Name);
        if (document is null)
            _complaints.Add($"{id}: means what?");
        else if (document.Element("inheritdoc") is null && IsNullable(_nullability.Create(property), property.PropertyType) && !SpeaksOfNull(document))
            _complaints.Add($"{id}: what does null mean?");
    }

    private XElement? DocumentOf(string id)
    {
        var document = _members.GetValueOrDefault(id);
        if (document is null)
            _complaints.Add($"{id}: is not documented");
        return document;
    }

    private static bool IsWritten(MethodBase method) => method.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !method.Name.Contains('<', StringComparison.Ordinal);

    private static bool IsRecord(Type type) => type.GetMethods(BindingFlags.NonPublic | BindingFlags.Instance).Any(m => m.Name == "PrintMembers");

    private static bool IsNullable(NullabilityInfo info, Type type) =>
        Nullable.GetUnderlyingType(type) is not null || (!type.IsValueType && (info.ReadState == NullabilityState.Nullable || info.WriteState == NullabilityState.Nullable) && !type.IsGenericParameter);

    private static bool SpeaksOfNull(XElement document) =>
        document.Descendants("see").Any(s => s.Attribute("langword")?.Value == "null")
        || Words.Any(w => document.Value.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] Words = ["null", "if left out", "none", "no limit", "if any", "if anything"];

    private static string Id(MethodBase method)
    {
        var parameters = method.GetParameters();
        var name = method is ConstructorInfo ? "#ctor" : method.Name + (method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "");
        return $"M:{Name(method.DeclaringType!)}.{name}" + (parameters.Length == 0 ? "" : $"({string.Join(",", parameters.Select(p => Name(p.ParameterType)))})");
    }

    private static string Name(Type type)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!) + "@";
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        if (type.IsGenericParameter)
            return (type.DeclaringMethod is null ? "`" : "``") + type.GenericParameterPosition;
        if (type is { IsGenericType: true, IsGenericTypeDefinition: false })
            return $"{type.GetGenericTypeDefinition().FullName!.Split('`')[0]}{{{string.Join(",", type.GetGenericArguments().Select(Name))}}}".Replace('+', '.');
        return type.FullName!.Replace('+', '.');
    }
}
