namespace GovPortal.Signatures.Pdf;

/// <summary>Which objects of a state refer to which: an object that two hold is not only what one of them makes of it, and a reference to nothing can be filled later.</summary>
internal sealed class References
{
    /// <summary>Stands for several holders.</summary>
    private const int Several = -1;

    private readonly Dictionary<int, int> holders = [];

    /// <summary>False where an object could not be read, so that nobody knows what it refers to.</summary>
    public bool IsComplete { get; private set; } = true;

    public static References Of(PdfState state)
    {
        var found = new References();
        foreach (var number in state.Numbers)
        {
            found.Add(state, number);
        }

        return found;
    }

    /// <summary>Takes in what an object refers to now; what it referred to before is kept.</summary>
    public void Add(PdfState state, int number)
    {
        try
        {
            Walk(state.Object(number), number);
        }
        catch (PdfFormatException)
        {
            IsComplete = false;
        }
    }

    public bool IsHeld(int number) => holders.ContainsKey(number);

    /// <summary>Whether nothing but certain objects refers to an object.</summary>
    public bool IsHeldOnlyBy(int number, params ReadOnlySpan<int> allowed) => IsComplete && (!holders.TryGetValue(number, out var holder) || allowed.Contains(holder));

    /// <summary>The one object that refers to an object; null for none or several.</summary>
    public int? OnlyHolderOf(int number) => IsComplete && holders.TryGetValue(number, out var holder) && holder != Several ? holder : null;

    private void Walk(PdfValue value, int holder)
    {
        switch (value)
        {
            case PdfReference reference:
                holders[reference.Number] = holders.TryGetValue(reference.Number, out var other) && other != holder ? Several : holder;
                break;
            case PdfArray array:
                foreach (var item in array.Items)
                {
                    Walk(item, holder);
                }

                break;
            case PdfDictionary dictionary:
                foreach (var item in dictionary.Entries.Values)
                {
                    Walk(item, holder);
                }

                break;
            case PdfStream stream:
                Walk(stream.Dictionary, holder);
                break;
        }
    }
}
