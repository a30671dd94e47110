using GovPortal.Core.Checking;
using GovPortal.Rankings.Computing;

namespace GovPortal.Rankings.Reading;

/// <summary>What reading an index's file gave: the index, or why not.</summary>
/// <param name="Index">Null where anything was refused.</param>
/// <param name="Refusals">The first mistakes, each with its place in the file and what to write instead.</param>
/// <param name="MoreRefusals">How many mistakes there are beyond those.</param>
/// <param name="Remarks">What was read and not used.</param>
public sealed record IndexReading(UnitIndex? Index, IReadOnlyList<Refusal> Refusals, int MoreRefusals, IReadOnlyList<Refusal> Remarks);
