using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace PerfEval.Parsing.Ingestion.Tests.Sinks;

/// <summary>Says of a class why its tests cannot run here; they are then skipped, and say so.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class RequirementAttribute : Attribute
{
    /// <summary>What is missing; <see langword="null"/> where nothing is.</summary>
    public abstract string? Missing { get; }
}

/// <summary>A test that a class inherits and that is skipped where the class's requirement is not met.</summary>
[XunitTestCaseDiscoverer("PerfEval.Parsing.Ingestion.Tests.Sinks.SinkFactDiscoverer", "PerfEval.Parsing.Ingestion.Tests")]
public sealed class SinkFactAttribute : FactAttribute;

/// <summary>As <see cref="SinkFactAttribute"/>, for several inputs.</summary>
[XunitTestCaseDiscoverer("PerfEval.Parsing.Ingestion.Tests.Sinks.SinkTheoryDiscoverer", "PerfEval.Parsing.Ingestion.Tests")]
public sealed class SinkTheoryAttribute : TheoryAttribute;

public sealed class SinkFactDiscoverer(IMessageSink sink) : FactDiscoverer(sink)
{
    protected override IXunitTestCase CreateTestCase(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        Requirement.MissingFor(testMethod) is not null
            ? new SkippedTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)
            : base.CreateTestCase(discoveryOptions, testMethod, factAttribute);
}

public sealed class SinkTheoryDiscoverer(IMessageSink sink) : TheoryDiscoverer(sink)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        Requirement.MissingFor(testMethod) is not null
            ? [new SkippedTestCase(DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)]
            : base.Discover(discoveryOptions, testMethod, theoryAttribute);
}

internal static class Requirement
{
    public static string? MissingFor(ITestMethod method) =>
        method.TestClass.Class.ToRuntimeType().GetCustomAttributes(typeof(RequirementAttribute), inherit: true) is [RequirementAttribute requirement, ..]
            ? requirement.Missing
            : null;
}

public sealed class SkippedTestCase : XunitTestCase
{
    [Obsolete("For deserialization only.")]
    public SkippedTestCase()
    {
    }

    public SkippedTestCase(IMessageSink sink, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(sink, display, options, method)
    {
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) => Requirement.MissingFor(TestMethod);
}
