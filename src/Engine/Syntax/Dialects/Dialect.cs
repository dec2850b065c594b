using System.Collections.Immutable;

namespace Governance.Engine.Syntax.Dialects;

/// <summary>
/// What a kind of YAML file may hold, described as data (<c>schemas/*.dialect.yml</c>, docs/dialects.md): the keys, their types and the
/// places of expressions.
/// </summary>
/// <param name="Title">What a file of the dialect is called: <c>workflow</c>.</param>
/// <param name="Root">What the document is.</param>
/// <param name="Language">What its files are written in.</param>
/// <param name="Problems">What is wrong with the description itself; the rest of it counts.</param>
internal sealed record Dialect(
    string Title,
    DialectUse Root,
    DialectLanguage Language,
    ImmutableArray<SyntaxProblem> Problems
);
