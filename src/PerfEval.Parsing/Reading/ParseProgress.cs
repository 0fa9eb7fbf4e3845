using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Reading;

/// <summary>How far one parse has come, for whoever watches it from another thread: a parse that takes no step for long has stalled.</summary>
internal sealed class ParseProgress : StepCount;
