namespace GovPortal.Core.Checking;

/// <summary>
/// A rule said no. Refusals are expected and shown to the person; anything unexpected throws.
/// </summary>
/// <param name="Code">Stable key into the language files, for example <c>content.withdraw.not-live</c>.</param>
/// <param name="Field">The field it is about; null when it is about the whole.</param>
/// <param name="Value">What was given, shortened to at most 80 characters; fills <c>{0}</c> of the sentence.</param>
public sealed record Refusal(string Code, string? Field = null, string? Value = null);
