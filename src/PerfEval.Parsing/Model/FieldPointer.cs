using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;

namespace PerfEval.Parsing.Model;

/// <summary>A field named in C# (<c>r => r.Indicators[2].Score</c>) as the JSON Pointer of its JSON form (<c>/indicators/2/score</c>).</summary>
internal static class FieldPointer
{
    /// <summary>The pointer of a field.</summary>
    /// <exception cref="ArgumentException">The expression is not made of members and items of lists alone.</exception>
    public static string Of(LambdaExpression field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var steps = new Stack<string>();
        for (var at = field.Body; at != field.Parameters[0];)
            at = Step(at, steps);
        return string.Concat(steps.Select(s => "/" + s));
    }

    private static Expression Step(Expression at, Stack<string> steps)
    {
        switch (at)
        {
            // r => r.Score!.Value may be boxed or lifted on its way; r.ExecutionRate!.Value is the same field as r.ExecutionRate.
            case UnaryExpression { NodeType: ExpressionType.Convert } convert:
                return convert.Operand;
            case MemberExpression { Expression: { } owner, Member: PropertyInfo property }:
                if (Nullable.GetUnderlyingType(owner.Type) is null)
                    steps.Push(JsonNamingPolicy.CamelCase.ConvertName(property.Name));
                return owner;
            case MethodCallExpression { Object: { } list, Method.Name: "get_Item", Arguments: [var index] }:
                steps.Push(Index(index).ToString(CultureInfo.InvariantCulture));
                return list;
            default:
                throw new ArgumentException($"Name a field of the report by its members and the items of its lists; {at} is neither.", nameof(at));
        }
    }

    // A variable of the caller is a field of the object that holds what the lambda captured; that may in turn be a field of the one of the scope around.
    private static object? Captured(Expression variable) => variable switch
    {
        ConstantExpression closure => closure.Value,
        MemberExpression { Member: FieldInfo field, Expression: null } => field.GetValue(null),
        MemberExpression { Member: FieldInfo field, Expression: { } owner } when Captured(owner) is { } closure => field.GetValue(closure),
        _ => null,
    };

    private static int Index(Expression index) => index switch
    {
        ConstantExpression { Value: int value } => value,
        MemberExpression when Captured(index) is int value => value,
        _ => throw new ArgumentException($"The index of an item must be a number or a variable, not {index}.", nameof(index)),
    };
}
