using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax;

namespace Governance.Analyzers;

/// <summary>A mistake in a property of the project or in a key of <c>.editorconfig</c>. It has no effect but to be told.</summary>
/// <param name="Message">What is wrong: a sentence without a full stop.</param>
/// <param name="Remedy">What to do: a sentence with its mark at the end.</param>
internal sealed record SettingMistake(string Message, string Remedy)
{
    /// <summary>A word that is none of those that may stand there.</summary>
    public static SettingMistake Word(string message, string written, IReadOnlyCollection<string> allowed) =>
        new(
            message,
            Spelling.Nearest(written, allowed) is { } nearest
                ? $"Did you mean '{nearest}'?"
                : $"Take one of: {string.Join(", ", allowed.Take(MostNamed))}."
        );

    private const int MostNamed = 20;
}
