using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace GovPortal.Host;

/// <summary>What the API says of itself at <c>/api/v1/openapi.json</c>: what it is, what each parameter may be with an example, and the one shape of its errors.</summary>
internal static class ApiDescription
{
    private const string Problem = "application/problem+json";

    private static readonly Dictionary<string, (string Says, JsonNode? Example)> parameters = new()
    {
        ["q"] = ("Words, with or without diacritics, or a code or number. A question over 500 characters is cut, and `cutTo` says so.", "khai sinh"),
        ["type"] = ("A kind of content: article, procedure, document, page and what other modules bring; a wrong one is answered with all of them.", "procedure"),
        ["agency"] = ("Value of a facet `agency`.", null),
        ["field"] = ("Value of a facet `field`.", null),
        ["year"] = ("Year of publication.", "2026"),
        ["page"] = ("From 1; page × size is at most 10,000.", 1),
        ["size"] = ("Items of a page, 1 to 100.", 20),
        ["literal"] = ("true searches the words as typed, without mending.", false),
        ["slug"] = ("Last part of the item's address: slug, or code of a procedure.", "1.001193"),
        ["from"] = ("Local time of the province.", "2026-02-13T16:00"),
        ["days"] = ("Working days; either this or `hours`.", "3"),
        ["hours"] = ("Working hours; either this or `days`.", null),
        ["paused"] = ("Times that do not count, FROM/TO.", null),
    };

    private static readonly (string Status, string Says)[] errors =
    [
        ("400", "A parameter has a value that cannot be taken; `detail` names it."), ("404", "Not on this site, or the site does not have it switched on."),
        ("405", "The API is read only; `Allow` says how."), ("414", "The address is longer than 100,000 characters."), ("503", "Not available just now; `Retry-After` says when."),
    ];

    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = described => described.HttpMethod != HttpMethods.Head && described.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "GovPortal",
                Version = "v1",
                Description = "What the sites of the province publish, read only and open to every origin. Errors are told in Vietnamese, in English below /en or where Accept-Language prefers it.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(DescribeAsync);
    }

    private static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            if (parameter.Name is { } name && parameters.TryGetValue(name, out var known))
            {
                (parameter.Description, parameter.Example) = (known.Says, known.Example?.DeepClone());
            }
        }

        operation.Responses ??= [];
        var shape = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), cancellationToken: ct);
        foreach (var (status, says) in errors)
        {
            operation.Responses[status] = new OpenApiResponse
            {
                Description = says,
                Content = new Dictionary<string, OpenApiMediaType> { [Problem] = new() { Schema = shape, Example = ExampleOf(status) } },
            };
        }
    }

    private static JsonObject ExampleOf(string status) => new()
    {
        ["type"] = "about:blank",
        ["title"] = status == "400" ? "Yêu cầu không đúng" : status == "404" ? "Không tìm thấy" : "Lỗi " + status,
        ["status"] = int.Parse(status, System.Globalization.CultureInfo.InvariantCulture),
        ["detail"] = status == "400" ? "size là 0; giá trị được phép từ 1 đến 100." : "…",
        ["reference"] = "0HNB2J5Q8K1AB:00000001",
    };
}
