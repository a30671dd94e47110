using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GovPortal.Testing;

/// <summary>Counts the questions a portal asks its database for the sake of a request; what it does by the clock is not counted.</summary>
public sealed class QueryWatch : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly HttpContextAccessor requests = new();
    private readonly PortalFixture portal;
    private readonly ConcurrentQueue<string> asked = new();
    private readonly List<IDisposable> subscriptions = [];

    public QueryWatch(PortalFixture portal)
    {
        this.portal = portal;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Count => asked.Count;

    /// <summary>What happens meanwhile: after the database has answered, before the portal hears of it.</summary>
    public Action<string>? Asked { get; set; }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == Microsoft.EntityFrameworkCore.DbLoggerCategory.Name)
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData { Command: { } command }
            && command.Connection!.ConnectionString.Contains(portal.DataPath, StringComparison.Ordinal)
            && requests.HttpContext is not null)
        {
            asked.Enqueue(command.CommandText);
            Asked?.Invoke(command.CommandText);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());

    public override string ToString() => string.Join("\n---\n", asked);
}
