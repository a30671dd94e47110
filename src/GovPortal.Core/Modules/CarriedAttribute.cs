namespace GovPortal.Core.Modules;

/// <summary>How far the rows of a table are carried; on the class of the row. Without it an export and a backup take them.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CarriedAttribute(Carrying carrying) : Attribute
{
    public Carrying Carrying => carrying;
}

/// <summary>What takes a table's rows along.</summary>
public enum Carrying
{
    /// <summary>They tell of this moment, as a sign-in does: after a restored backup they would be wrong.</summary>
    Nothing,

    /// <summary>They belong to this installation, as its queue and its log do: a backup takes them, the export of a site does not.</summary>
    Backup,

    /// <summary>A backup takes them and, where they belong to a site, the export of the site.</summary>
    Export,
}
