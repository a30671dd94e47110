using GovPortal.Editing.Forms;

namespace GovPortal.Procedures.Admin;

/// <summary>A name with its code: a field, an agency, a kind of people, a document, a result.</summary>
public sealed class NameRow
{
    public string? Name { get; set; }

    public string? Code { get; set; }

    public bool IsBlank => FormReader.Line(Name) is null && FormReader.Line(Code) is null;
}

public sealed class StepRow
{
    public string? Name { get; set; }

    public string? Text { get; set; }
}

/// <summary>One way to submit a dossier.</summary>
public sealed class MethodRow
{
    public string? Channel { get; set; } = "DIRECT";

    public string? Time { get; set; }

    public string? TimeUnit { get; set; } = "WORKING_DAY";

    public string? Text { get; set; }

    public List<FeeRow> Fees { get; set; } = [];
}

public sealed class FeeRow
{
    public string? Type { get; set; } = "FEE";

    public string? Value { get; set; }

    public string? Currency { get; set; } = "VND";

    public string? Text { get; set; }
}

/// <summary>A case with its papers.</summary>
public sealed class CaseRow
{
    public string? Name { get; set; }

    public List<PaperRow> Papers { get; set; } = [];
}

public sealed class PaperRow
{
    public string? Name { get; set; }

    public string? Code { get; set; }

    public string? Originals { get; set; } = "1";

    public string? Copies { get; set; } = "0";

    public bool? IsRequired { get; set; }

    /// <summary>File names of blank forms that lie elsewhere, one a line.</summary>
    public string? Forms { get; set; }

    public List<FormFileRow> FormFiles { get; set; } = [];

    public bool IsBlank => FormReader.Lines(Name) is null && FormReader.Line(Code) is null && FormReader.Lines(Forms) is null && FormFiles.TrueForAll(file => file.IsBlank);
}

/// <summary>A blank form chosen from the library.</summary>
public sealed class FormFileRow
{
    public string? Name { get; set; }

    public string? Url { get; set; }

    public bool IsBlank => FormReader.Line(Name) is null && FormReader.Line(Url) is null;
}
