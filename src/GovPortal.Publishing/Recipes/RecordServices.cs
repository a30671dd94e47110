using GovPortal.Publishing.Import;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Publishing.Recipes;

/// <summary>How modules offer what they can take in.</summary>
public static class RecordServices
{
    /// <summary>Makes a reader known to the import command and to recipes.</summary>
    public static void AddRecords<TReader>(this IServiceCollection services) where TReader : class, IRecordReader
    {
        services.AddSingleton<TReader>();
        services.AddSingleton<IRecordReader>(s => s.GetRequiredService<TReader>());
        services.AddSingleton<IRecipeStep>(s => ActivatorUtilities.CreateInstance<RecordsStep>(s, s.GetRequiredService<TReader>()));
    }
}
