using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Samples.WebApi;

/// <summary>Completes the OpenAPI document: what may be sent, what comes back. The report is described by its published JSON Schema.</summary>
internal sealed class ApiDescription : IOpenApiDocumentTransformer
{
    private const string Components = "#/components/schemas/";

    private static readonly (int Status, string Description)[] Problem =
    [
        (400, "There is no file, or it is empty."),
        (413, "The file is larger than this server takes."),
        (415, "The file is of no format that is read."),
        (422, "The file is unreadable; `reason` says why: encrypted, damaged, pictures of pages …"),
        (500, "The parser failed on this file: a defect worth reporting."),
        (503, "Too many files wait for their turn; `Retry-After` says when to try again."),
        (504, "The file takes longer than it may."),
    ];

    /// <inheritdoc/>
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "Performance-evaluation reports", Version = "v1", Description = "Reads a report (绩效评价报告, 绩效自评表) into the typed model." };
        foreach (var (name, schema) in Schemas(document))
            document.AddComponent(name, schema);
        var operation = document.Paths["/reports"].Operations![HttpMethod.Post];
        operation.Summary = "Reads the reports in a file.";
        operation.RequestBody = Request();
        operation.Responses = Responses(document);
        return Task.CompletedTask;
    }

    private static OpenApiRequestBody Request()
    {
        var file = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary", Description = "The report: docx, pdf, xlsx, html, txt, csv, md or json, told by its content." };
        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { Upload.Field },
            Properties = new Dictionary<string, IOpenApiSchema> { [Upload.Field] = file },
        };
        return new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["multipart/form-data"] = new() { Schema = form },
                ["application/octet-stream"] = new() { Schema = file },
            },
        };
    }

    private static OpenApiResponses Responses(OpenApiDocument document)
    {
        var responses = new OpenApiResponses { ["200"] = Response("The reports in the file, in order.", "application/json", "Reports", document) };
        foreach (var (status, description) in Problem)
            responses[status.ToString(CultureInfo.InvariantCulture)] = Response(description, "application/problem+json", "Problem", document);
        return responses;
    }

    private static OpenApiResponse Response(string description, string type, string schema, OpenApiDocument document) => new()
    {
        Description = description,
        Content = new Dictionary<string, OpenApiMediaType> { [type] = new() { Schema = new OpenApiSchemaReference(schema, document) } },
    };

    private static IEnumerable<(string Name, OpenApiSchema Schema)> Schemas(OpenApiDocument document)
    {
        var report = JsonNode.Parse(ReportJsonSchema.Text.Replace("#/$defs/", Components, StringComparison.Ordinal))!.AsObject();
        var definitions = report["$defs"]!.AsObject();
        foreach (var key in (string[])["$defs", "$schema", "$id"])
            report.Remove(key);
        definitions["Report"] = report;
        definitions["Reports"] = JsonNode.Parse($$"""
            {
              "type": "object", "required": ["status", "reports"],
              "properties": {
                "status": { "enum": ["complete", "partial"], "description": "Whether everything in the file was read; the diagnostics of the reports say what was not." },
                "reports": { "type": "array", "minItems": 1, "items": { "$ref": "{{Components}}Report" } }
              }
            }
            """);
        definitions["Problem"] = JsonNode.Parse($$"""
            {
              "type": "object", "description": "RFC 9457.", "required": ["type", "title", "status"],
              "properties": {
                "type": { "type": "string", "description": "Which problem it is: {{Problems.Prefix}} and a name." },
                "title": { "type": "string" }, "status": { "type": "integer" }, "detail": { "type": "string" },
                "reason": { "enum": ["{{string.Join("\", \"", Enum.GetNames<UnreadableReason>())}}"], "description": "Why nothing can be had of the document." }
              }
            }
            """);
        foreach (var (name, schema) in definitions)
            yield return (name, OpenApiModelFactory.Parse<OpenApiSchema>(schema!.ToJsonString(), OpenApiSpecVersion.OpenApi3_1, document, out _, OpenApiConstants.Json)!);
    }
}
