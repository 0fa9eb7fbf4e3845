using PerfEval.Parsing.Samples.WebApi;

await ReportApi.Create(args).RunAsync();
