using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

internal sealed class TestOutsideTests : MisplacedFilesCheck
{
    public override string Id => "GOV0109";

    public override string Role => FolderRole.Tests;

    protected override string Noun => "test";

    protected override IEnumerable<Place> Find(RepositoryCheckContext context) =>
        context
            .Repository.Facts(FactKind.TestCode)
            .Where(static fact => IsTestName(RepositoryPath.Stem(fact.Path)))
            .Select(static fact => new Place(fact.Path, fact.Fact.Span));

    protected override string Remedy(RepositoryCheckContext context, PathGroup group, LayoutMap map) =>
        $"Move {group.Pronoun} to '{map.Target(Role)}', under the path of the code under test";

    // Names that pytest collects; code that only calls a testing library is no test.
    private static bool IsTestName(string stem) =>
        stem.StartsWith("test_", StringComparison.Ordinal) || stem.EndsWith("_test", StringComparison.Ordinal);
}
