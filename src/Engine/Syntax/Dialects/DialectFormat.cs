using System.Collections.Generic;

namespace Governance.Engine.Syntax.Dialects;

/// <summary>What is wrong within a scalar's value.</summary>
/// <param name="Start">Where in the value, from 0.</param>
/// <param name="Length">How many characters.</param>
/// <param name="Message">What is wrong: a sentence without a full stop.</param>
/// <param name="Remedy">What to do: a sentence without a full stop.</param>
internal sealed record FormatProblem(int Start, int Length, string Message, string Remedy);

/// <summary>Judges the text of a scalar that has a format of its own.</summary>
internal delegate IEnumerable<FormatProblem> DialectFormat(string value);
