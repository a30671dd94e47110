namespace GovPortal.Procedures;

/// <summary>An administrative procedure (thủ tục hành chính) as the national catalogue publishes it (NĐ 63/2010 Điều 8, QĐ công bố).</summary>
public sealed record Procedure
{
    /// <summary>National code, for example <c>1.001193</c>.</summary>
    public required string Code { get; init; }
    public required string Name { get; init; }

    /// <summary>Number of the decision that made it public.</summary>
    public string? DecisionNumber { get; init; }
    public DateOnly? DecidedOn { get; init; }
    public DateOnly? PublishedOn { get; init; }
    public Agency? PromulgatingAgency { get; init; }
    public IReadOnlyList<CodedName> Fields { get; init; } = [];

    /// <summary><c>bo</c>, <c>tinh</c>, <c>xa</c>, <c>nganh_doc</c>, <c>khac</c>, <c>chua_xac_dinh</c>.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>Kind of procedure, a code of the national catalogue.</summary>
    public string? Formality { get; init; }

    /// <summary>True when the whole procedure can be done online (toàn trình).</summary>
    public bool IsFullyOnline { get; init; }
    public bool IsOfflineOnly { get; init; }
    public IReadOnlyList<CodedName> Subjects { get; init; } = [];
    public IReadOnlyList<Agency> ExecutingAgencies { get; init; } = [];
    public IReadOnlyList<Agency> AuthorityAgencies { get; init; } = [];
    public IReadOnlyList<Agency> CoordinatingAgencies { get; init; } = [];
    public IReadOnlyList<string> ExecutingUnitGroups { get; init; } = [];
    public string? ReceivingAddresses { get; init; }
    public IReadOnlyList<Step> Steps { get; init; } = [];
    public IReadOnlyList<Method> Methods { get; init; } = [];
    public IReadOnlyList<DossierCase> DossierCases { get; init; } = [];
    public IReadOnlyList<CodedName> LegalBases { get; init; } = [];
    public IReadOnlyList<CodedName> Results { get; init; } = [];
    public string? Requirements { get; init; }
    public string? Keywords { get; init; }
    public string? Note { get; init; }

    /// <summary>Its page on the national public service portal, where dossiers are submitted.</summary>
    public string? NationalUrl { get; init; }
}

public sealed record CodedName(string? Code, string Name);

public sealed record Agency(string? Code, string Name);

public sealed record Step(string? Name, string Text);

/// <summary>One way to submit a dossier, with the time it takes and what it costs.</summary>
/// <param name="Channel"><c>DIRECT</c>, <c>ONLINE</c> or <c>POSTAL</c>.</param>
/// <param name="Time">In <paramref name="TimeUnit"/>; null where the text rules.</param>
/// <param name="TimeUnit"><c>HOUR</c>, <c>DAY</c>, <c>WORKING_DAY</c>, <c>MONTH</c>, <c>YEAR</c> or <c>OTHER</c>.</param>
public sealed record Method(string Channel, decimal? Time, string? TimeUnit, string? Text)
{
    public IReadOnlyList<Fee> Fees { get; init; } = [];
}

/// <param name="Type"><c>FEE</c> (phí), <c>SERVICE_FEE</c> (lệ phí) or <c>PRICE_LEVEL</c> (giá).</param>
/// <param name="Value">In <paramref name="Currency"/>; 0 beside a text means that the text says how much.</param>
/// <param name="Currency"><c>VND</c> or <c>USD</c>.</param>
public sealed record Fee(string Type, decimal? Value, string Currency, string? Text);

/// <summary>A case of the procedure with the papers it takes.</summary>
public sealed record DossierCase(string? Name)
{
    public IReadOnlyList<Paper> Papers { get; init; } = [];
}

/// <summary>One paper of a dossier.</summary>
public sealed record Paper(string? Code, string Name, int Originals, int Copies, bool IsRequired)
{
    /// <summary>File names of blank forms that lie elsewhere, as the national catalogue lists them.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>Blank forms that readers download here; null where there are none.</summary>
    public IReadOnlyList<FormFile>? FormFiles { get; init; }

    /// <summary>Names of forms that cannot be had here.</summary>
    public IEnumerable<string> FormsElsewhere() => Forms.Where(name => FormFiles?.Any(file => file.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) != true);
}

/// <summary>A blank form (mẫu đơn, tờ khai).</summary>
/// <param name="Url">Below the site's root, or absolute.</param>
public sealed record FormFile(string Name, string Url);
