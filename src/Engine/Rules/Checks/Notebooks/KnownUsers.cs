using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Notebooks;

/// <summary>The names that folders of users may have, from the rule's options and from CODEOWNERS.</summary>
internal sealed class KnownUsers
{
    private readonly HashSet<string> _names;
    private readonly GlobSet _patterns;

    private KnownUsers(IEnumerable<string> names, IReadOnlyCollection<string> patterns)
    {
        _names = new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);
        _patterns = GlobSet.Parse(patterns.ToImmutableArray());
        AreConfigured = _names.Count > 0 || patterns.Count > 0;
    }

    /// <summary>Whether anything says who is a user.</summary>
    public bool AreConfigured { get; }

    public static KnownUsers Of(RepositoryCheckContext context) =>
        Of(context.Options, context.Repository.Facts(FactKind.CodeOwner).Select(static owner => owner.Fact.Value));

    /// <summary>The users that the options of the rule name, and those among the owners of code where the options say so.</summary>
    public static KnownUsers Of(RuleOptions options, IEnumerable<string> codeOwners)
    {
        var listed = options.List("users");
        var names = listed.Where(static name => !IsPattern(name));
        if (options.Flag("code-owners"))
        {
            names = names.Concat(codeOwners.Select(UserName));
        }

        return new KnownUsers(names.Where(static name => name.Length > 0), listed.Where(IsPattern).ToArray());
    }

    public bool Contains(string name) => _names.Contains(name) || _patterns.IsMatch(name);

    private static bool IsPattern(string name) => name.IndexOfAny(['*', '?', '[']) >= 0;

    /// <summary><c>@ana</c> and <c>ana@example.org</c> are users; <c>@org/team</c> is a team, which has no folder.</summary>
    private static string UserName(string owner)
    {
        if (owner.IndexOf('/') >= 0)
        {
            return "";
        }

        var at = owner.IndexOf('@');
        return at == 0 ? owner.Substring(1) : owner.Substring(0, Math.Max(at, 0));
    }
}
