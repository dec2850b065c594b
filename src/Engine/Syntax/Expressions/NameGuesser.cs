using System.Collections.Generic;
using System.Linq;

namespace Governance.Engine.Syntax.Expressions;

/// <summary>Guesses the name that was meant, as often as it was made for: in a file of mistakes guessing would cost more than reading.</summary>
internal sealed class NameGuesser(int most = NameGuesser.EnoughForFile)
{
    private const int EnoughForFile = 50;
    private const int MostCandidates = 200;

    private int _left = most;

    /// <summary>The end of a message: <c>; did you mean 'x'?</c>, or nothing.</summary>
    public string Hint(string name, IEnumerable<string> candidates) =>
        _left-- > 0 && Spelling.Nearest(name, candidates.Take(MostCandidates)) is { } nearest
            ? $"; did you mean '{nearest}'?"
            : "";
}
