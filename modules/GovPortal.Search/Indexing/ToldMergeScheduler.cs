using Lucene.Net.Index;

namespace GovPortal.Search.Indexing;

/// <summary>Merges behind the scenes. One that fails is told; thrown on a thread of its own it would end the process.</summary>
internal sealed class ToldMergeScheduler : ConcurrentMergeScheduler
{
    public event Action<Exception>? Failed;

    protected override void HandleMergeException(Exception exc) => Failed?.Invoke(exc);
}
