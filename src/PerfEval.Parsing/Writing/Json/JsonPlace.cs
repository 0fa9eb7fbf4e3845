using System.Text.Json;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Writing.Json;

/// <summary>
/// A value in a report's JSON that knows where it stands, so that whatever is wrong with it can be said with its place. A member that is missing
/// and one that is null are the same; every method throws <see cref="JsonException"/> where the value is of another type than asked for.
/// </summary>
internal sealed class JsonPlace
{
    private readonly JsonElement _value;
    private readonly JsonPlace? _parent;
    private readonly string _name;
    private readonly bool _newer;

    /// <summary>A whole report.</summary>
    /// <param name="root">Its JSON.</param>
    /// <param name="newer">Whether it may hold words that are not known yet; they are then passed over instead of refused.</param>
    public JsonPlace(JsonElement root, bool newer)
        : this(root, null, "", newer)
    {
    }

    private JsonPlace(JsonElement value, JsonPlace? parent, string name, bool newer) =>
        (_value, _parent, _name, _newer) = (value, parent, name, newer);

    /// <summary>Whether words that are not known are passed over.</summary>
    public bool IsNewer => _newer;

    private string Pointer => _parent is null ? "" : $"{_parent.Pointer}/{_name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>The member of an object; <see langword="null"/> where it is missing or null.</summary>
    public JsonPlace? Member(string name)
    {
        Expect(JsonValueKind.Object, "an object");
        return _value.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? Below(member, name) : null;
    }

    /// <summary>The member of an object that nothing can stand for.</summary>
    public JsonPlace Required(string name) => Member(name) ?? throw new JsonException($"{Pointer}/{name} is missing.");

    /// <summary>All members of an object with their names, in order.</summary>
    public IEnumerable<(string Name, JsonPlace Value)> Members()
    {
        Expect(JsonValueKind.Object, "an object");
        return _value.EnumerateObject().Select(member => (member.Name, Below(member.Value, member.Name)));
    }

    /// <summary>The items of a list.</summary>
    public IEnumerable<JsonPlace> Items()
    {
        Expect(JsonValueKind.Array, "an array");
        return _value.EnumerateArray().Select((item, i) => Below(item, FormattableString.Invariant($"{i}")));
    }

    /// <summary>The items of a list that is a member of an object; none where it is missing.</summary>
    public IEnumerable<JsonPlace> Items(string name) => Member(name)?.Items() ?? [];

    /// <summary>What another method makes of this value.</summary>
    public T As<T>(Func<JsonPlace, T> read) => read(this);

    public string Text()
    {
        Expect(JsonValueKind.String, "text");
        return _value.GetString()!;
    }

    public decimal Number()
    {
        Expect(JsonValueKind.Number, "a number");
        return _value.TryGetDecimal(out var number) ? number : throw Wrong("a number of at most 28 digits");
    }

    public double Coordinate()
    {
        Expect(JsonValueKind.Number, "a number");
        return _value.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Wrong("a finite number");
    }

    public int Whole() => Long() is >= int.MinValue and <= int.MaxValue and var number ? (int)number : throw Wrong("a whole number of 32 bits");

    // JSON does not tell 3 from 3.0, and some programs write the latter.
    public long Long()
    {
        var number = Number();
        return number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue ? (long)number : throw Wrong("a whole number");
    }

    public PartialDate Date() => PartialDate.TryParse(Text(), out var date) ? date : throw Wrong("a date: yyyy, yyyy-MM or yyyy-MM-dd");

    /// <summary>A word of a closed list; <see langword="null"/> for one that a newer version may have added.</summary>
    public T? Word<T>()
        where T : struct, Enum =>
        JsonWords<T>.Values.TryGetValue(Text(), out var value) ? value
        : _newer ? null
        : throw Wrong($"one of {string.Join(", ", JsonWords<T>.Values.Keys)}");

    /// <summary>The exception that says what should stand here.</summary>
    public JsonException Wrong(string expected) => new($"{(_parent is null ? "The report" : Pointer)} must be {expected}.");

    private JsonPlace Below(JsonElement value, string name) => new(value, this, name, _newer);

    private void Expect(JsonValueKind kind, string expected)
    {
        if (_value.ValueKind != kind)
            throw Wrong(expected);
    }
}
