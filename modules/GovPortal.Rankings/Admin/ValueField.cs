using GovPortal.Rankings.Computing;

namespace GovPortal.Rankings.Admin;

/// <summary>The field of one indicator's value.</summary>
/// <param name="Position">Of the indicator among all.</param>
/// <param name="Value">What is kept.</param>
/// <param name="Typed">What was typed and refused; null before.</param>
public sealed record ValueField(int Position, Indicator Indicator, string Label, double? Value, string? Typed);
