using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using GovPortal.Core.Files;

namespace GovPortal.Editing.Forms;

/// <summary>Changes the rows of a form by name: lists are its properties, and lists within rows are properties of those.</summary>
public static partial class FormRows
{
    // More than any procedure of the national catalogue has, and few enough to be shown.
    private const int Most = 300;

    /// <summary>Name of a row, for example <c>Methods[1].Fees[0]</c>.</summary>
    public static string Of(string list, int number) => string.Create(CultureInfo.InvariantCulture, $"{list}[{number}]");

    /// <param name="order">What to do: <c>add LIST</c>, <c>copy LIST 2</c>, <c>remove LIST 2</c>, <c>up LIST 2</c> or <c>down LIST 2</c>, rows counted from 0.</param>
    /// <param name="focus">The row that is new or moved, or the one that took a removed row's place.</param>
    /// <returns>False when the form has no such rows.</returns>
    public static bool TryChange(object form, string? order, out string? focus)
    {
        focus = null;
        if (order?.Split(' ') is not [var act, var path, ..] words || Find(form, path) is not { } list)
        {
            return false;
        }

        if (act == "add")
        {
            if (list.Count < Most)
            {
                list.Add(Activator.CreateInstance(list.GetType().GenericTypeArguments[0]));
            }

            focus = Of(path, list.Count - 1);
            return true;
        }

        if (words.Length != 3 || !int.TryParse(words[2], NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= list.Count)
        {
            return false;
        }

        var row = list[at];
        if (act == "copy")
        {
            if (list.Count < Most)
            {
                list.Insert(at + 1, BodyJson.Read(BodyJson.Write(row!, row!.GetType()), row.GetType()));
            }

            focus = Of(path, Math.Min(at + 1, list.Count - 1));
            return true;
        }

        list.RemoveAt(at);
        var to = act switch { "up" => Math.Max(at - 1, 0), "down" => Math.Min(at + 1, list.Count), _ => -1 };
        if (to >= 0)
        {
            list.Insert(to, row);
        }

        focus = to >= 0 ? Of(path, to) : list.Count > 0 ? Of(path, Math.Min(at, list.Count - 1)) : null;
        return to >= 0 || act == "remove";
    }

    private static IList? Find(object form, string path)
    {
        object? at = form;
        foreach (Match step in Step().Matches(path))
        {
            at = at?.GetType().GetProperty(step.Groups["list"].Value)?.GetValue(at);
            if (step.Groups["row"] is { Success: true } row)
            {
                at = at is IList rows && int.TryParse(row.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < rows.Count ? rows[number] : null;
            }
        }

        return at is IList { IsFixedSize: false } list && list.GetType().IsGenericType ? list : null;
    }

    [GeneratedRegex(@"(?<list>\w+)(\[(?<row>[0-9]{1,4})\])?(\.|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}

/// <summary>One row of a form as its partials show it.</summary>
/// <param name="List">Name of the list it stands in.</param>
/// <param name="Label">What the rows of the list are called.</param>
public sealed record FormRow(string List, int Number, string Label)
{
    /// <summary>The number that the row a script copies stands under.</summary>
    public const int Blank = -1;

    public bool HasFocus { get; init; }

    /// <summary>Name of the row; its fields follow after a dot.</summary>
    public string Name => Number == Blank ? $"{List}[#]" : FormRows.Of(List, Number);

    public string Field(string name) => $"{Name}.{name}";
}
