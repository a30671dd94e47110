using GovPortal.Core.Modules;
using GovPortal.Migration.Crawling;
using GovPortal.Migration.Legacy;
using GovPortal.Migration.NukeViet;
using GovPortal.Migration.Orchard;
using GovPortal.Migration.Tables;
using GovPortal.Migration.WordPress;
using GovPortal.Publishing.Import;
using Microsoft.Extensions.DependencyInjection;

namespace GovPortal.Migration;

/// <summary>Takes in what agencies published with other systems; each is a word after <c>import</c>.</summary>
public sealed class MigrationModule : IModule
{
    public const string Named = "Migration";

    public string Name => Named;

    public bool IsAlwaysOn => true;

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IFileImport, WordPressImport>().AddSingleton<IFileImport, OrchardImport>().AddSingleton<IFileImport, NukeVietImport>();
        services.AddSingleton<IFileImport, LegacyImport>().AddSingleton<IFileImport, TableImport>().AddSingleton<IFileImport, CrawlImport>();
    }
}
