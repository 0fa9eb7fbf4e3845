namespace PerfEval.Parsing.Model;

/// <summary>
/// A fact that the model has no field for, read by an extractor of the caller's own (项目编码, 项目负责人, 联系电话 …).
/// </summary>
/// <remarks>
/// A value is text, because every value stands in the document as text and most such facts are never computed with. What is computed with has
/// <see cref="Number"/> beside it. A date is text too: written as <c>yyyy-MM-dd</c> it can be sorted and compared.
/// </remarks>
/// <param name="Name">What it is: a key of the caller's choice, such as <c>projectCode</c>. Several facts may bear one name.</param>
/// <param name="Value">The value, as printed or in the form that the extractor gave it.</param>
public sealed record OwnFact(string Name, string Value)
{
    /// <summary>The value as a number, in the unit of the extractor's choice; <see langword="null"/> where it is none.</summary>
    public decimal? Number { get; init; }
}
