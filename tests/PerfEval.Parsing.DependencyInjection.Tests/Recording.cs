using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace PerfEval.Parsing.DependencyInjection.Tests;

/// <summary>One message as a provider of a host sees it.</summary>
internal sealed record Logged(string Category, LogLevel Level, EventId Id, string Everything);

/// <summary>Keeps every message of every level, with all its values and its exception.</summary>
internal sealed class Recording : ILoggerProvider
{
    public ConcurrentQueue<Logged> Messages { get; } = new();

    public IEnumerable<Logged> OfParser => Messages.Where(m => m.Category == typeof(ReportParser).FullName);

    public ILogger CreateLogger(string categoryName) => new Recorder(categoryName, Messages);

    public void Dispose()
    {
    }

    private sealed class Recorder(string category, ConcurrentQueue<Logged> messages) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs
                ? string.Join(' ', pairs.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key}={p.Value}")))
                : "";
            messages.Enqueue(new Logged(category, logLevel, eventId, $"{formatter(state, exception)} {values} {exception}"));
        }
    }
}
