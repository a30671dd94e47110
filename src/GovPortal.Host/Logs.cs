using System.Globalization;
using GovPortal.Core.Files;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace GovPortal.Host;

/// <summary>Where the log goes: the console, and a file a day kept for a month.</summary>
internal static class Logs
{
    // Of what a command could not do, the person is told one sentence by the command itself; the file has the rest.
    private const string LineOfCommands = "{Level:u3} {Message:lj}{NewLine}";

    // What a failing start and a failing database say of themselves, for whoever reads the file.
    private static readonly string[] ToldOtherwise = [Commands.Failure.LogName, "Microsoft.Extensions.Hosting.Internal.Host"];

    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} [{Tenant}] {Message:lj} {RequestId}{NewLine}{Exception}";

    public static void Set(LoggerConfiguration log, IServiceProvider services, IConfiguration settings, DataFolder data, bool isServing)
    {
        // ASP.NET's own account of each request costs more than sending a kept page; whoever traces requests still gets it.
        log.ReadFrom.Configuration(settings).MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LevelAlias.Off)
            // Each question would be told again; what is broken has its own line in the log, and whoever asks reads the rest.
            .MinimumLevel.Override("Microsoft.Extensions.Diagnostics.HealthChecks", LevelAlias.Off)
            // What these say is thrown as well, and told once by whoever meets it; in an outage each question would stand in the log five times.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore.Database", LevelAlias.Off).MinimumLevel.Override("Microsoft.EntityFrameworkCore.Query", LevelAlias.Off)
            .ReadFrom.Services(services).Enrich.FromLogContext().Enrich.With<SecretsOutOfLogs>()
            .WriteTo.File(Path.Combine(data.Of("logs"), "govportal-.log"), rollingInterval: RollingInterval.Day, retainedFileCountLimit: 31, shared: true,
                outputTemplate: "{Timestamp:O} {Level:u3} [{Tenant}] {Message:lj} {RequestId} {SourceContext}{NewLine}{Exception}", formatProvider: CultureInfo.InvariantCulture)
            .WriteTo.Conditional(said => !IsToldOtherwise(said, isServing), console => console.Console(outputTemplate: isServing ? Line : LineOfCommands, formatProvider: CultureInfo.InvariantCulture,
                restrictedToMinimumLevel: isServing ? LogEventLevel.Information : LogEventLevel.Warning,
                standardErrorFromLevel: isServing ? null : LogEventLevel.Verbose));
    }

    private static bool IsToldOtherwise(LogEvent said, bool isServing) =>
        said.Properties.TryGetValue(Constants.SourceContextPropertyName, out var value) && value is ScalarValue { Value: string source }
        && (ToldOtherwise.Contains(source) || (!isServing && source.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)));
}
