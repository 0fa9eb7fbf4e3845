using BenchmarkDotNet.Running;
using PerfEval.Parsing.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(StageBenchmarks).Assembly).Run(args);
