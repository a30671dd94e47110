using GovPortal.Editing.Forms;

namespace GovPortal.Officials.Admin;

/// <summary>The field in which a place among neighbours is typed.</summary>
internal static class OrderField
{
    /// <returns>0 where nothing is typed, or nothing that can be read: then the reader has it refused.</returns>
    public static int Read(FormReader reader, string? typed)
    {
        var at = reader.At("Order", "officials.order");
        if (reader.Number(typed, at) is not { } number)
        {
            return 0;
        }

        if (number is >= 0 and <= ContactChecks.MostOrder && number == decimal.Truncate(number))
        {
            return (int)number;
        }

        reader.Refuse(at, "officials.order.bad", FormReader.Line(typed));
        return 0;
    }
}
