namespace PerfEval.Parsing.Vocabulary.Packs;

/// <summary>What may stand at a place of a pack: the reader checks packs against it, and the published JSON Schema is made of it.</summary>
/// <param name="About">What it is, for the schema.</param>
internal abstract record PackShape(string About);

/// <summary>A text that is not blank.</summary>
internal sealed record TextShape(string About) : PackShape(About);

/// <summary>One of some names.</summary>
/// <param name="About">What it is.</param>
/// <param name="What">What the names are names of, for the error: <c>section kind</c>.</param>
/// <param name="Names">The names.</param>
internal sealed record NameShape(string About, string What, IReadOnlyList<string> Names) : PackShape(About);

/// <summary>true or false.</summary>
internal sealed record FlagShape(string About) : PackShape(About);

/// <summary>A calendar year.</summary>
internal sealed record YearShape(string About) : PackShape(About)
{
    public const int Least = 1949, Most = 2999;
}

/// <summary>A list.</summary>
internal sealed record ListShape(string About, PackShape Item) : PackShape(About);

/// <summary>An object with some properties and no others.</summary>
/// <param name="About">What it is.</param>
/// <param name="What">What its properties are called in errors: <c>property</c>, <c>field</c>, <c>level</c>.</param>
/// <param name="Members">The properties.</param>
internal sealed record ObjectShape(string About, string What, IReadOnlyList<PackMember> Members) : PackShape(About);

/// <summary>A property.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">What stands in it.</param>
/// <param name="IsRequired">Whether it must be there.</param>
internal sealed record PackMember(string Name, PackShape Shape, bool IsRequired = false);
