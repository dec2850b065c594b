namespace Governance.Engine.Syntax.Notebooks;

/// <summary>Something the notebook format does not allow.</summary>
/// <param name="Kind">What kind of flaw it is, the same for all of its kind.</param>
/// <param name="Message">What is wrong and where: a sentence without a full stop.</param>
/// <param name="Start">The offset of the place.</param>
/// <param name="Length">The number of characters.</param>
/// <param name="IsTolerated">Whether Jupyter mends it when it opens the notebook, or overlooks it.</param>
public sealed record NotebookProblem(string Kind, string Message, int Start, int Length, bool IsTolerated);
