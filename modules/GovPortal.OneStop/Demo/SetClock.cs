namespace GovPortal.OneStop.Demo;

/// <summary>A clock that stands where it was set: what is made up goes through the same steps as what happens.</summary>
internal sealed class SetClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
