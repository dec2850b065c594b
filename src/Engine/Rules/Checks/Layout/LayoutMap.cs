using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Policy;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Layout;

/// <summary>
/// Which top-level folder has which role. All checks of the area ask it, so that a misnamed folder is reported once as
/// misnamed, and not also as missing, unexpected, and full of misplaced files.
/// </summary>
internal sealed class LayoutMap
{
    private const string MisnamedRule = "GOV0103";

    private readonly LayoutSettings _layout;
    private readonly List<RoleFolder> _places = [];

    private LayoutMap(RepositoryView repository, LayoutSettings layout, ImmutableArray<string>? synonyms)
    {
        _layout = layout;
        var absent = layout
            .Folders.Where(folder => !folder.Names.IsEmpty && !folder.Names.Any(name => IsFolder(repository, name)))
            .ToImmutableArray();
        Misnamed = synonyms is { } pairs
            ? MisnamedFolder.FindAll(repository, layout, absent, pairs)
            : ImmutableArray<MisnamedFolder>.Empty;
        Missing = absent.Where(folder => Misnamed.All(misnamed => misnamed.Role != folder.Role)).ToImmutableArray();
        foreach (var folder in layout.Folders)
        {
            _places.AddRange(
                folder.Names.Where(name => IsFolder(repository, name)).Select(name => new RoleFolder(name, folder.Role))
            );
        }

        foreach (var misnamed in Misnamed)
        {
            _places.Add(new RoleFolder(misnamed.Actual, misnamed.Role));
            _places.AddRange(misnamed.Others.Select(name => new RoleFolder(name, misnamed.Role)));
        }
    }

    /// <summary>The mandated folders that are missing, and not there under a wrong name either.</summary>
    public ImmutableArray<MandatedFolder> Missing { get; }

    /// <summary>The folders under a wrong name. Empty where the rule about them is off: then they count as missing.</summary>
    public ImmutableArray<MisnamedFolder> Misnamed { get; }

    /// <summary>The map of a repository, made once a run.</summary>
    public static LayoutMap Of(RepositoryCheckContext context) =>
        context.Repository.Once(view =>
        {
            var rule = context.Policy.Rules[MisnamedRule];
            return new LayoutMap(view, context.Layout, rule.IsOn ? rule.Options.List("synonyms") : null);
        });

    /// <summary>Whether the policy mandates a folder of this role.</summary>
    public static bool IsMandated(RepositoryCheckContext context, string role) => !context.Layout.NamesOf(role).IsEmpty;

    /// <summary>The folders of a role that are there, misnamed ones too.</summary>
    public ImmutableArray<string> FoldersOf(string role) =>
        _places.Where(place => place.Role == role).Select(static place => place.Name).ToImmutableArray();

    /// <summary>The names the policy gives a role.</summary>
    public ImmutableArray<string> NamesOf(string role) => _layout.NamesOf(role);

    /// <summary>The folder where things of this role go: the one that is there, or the one to create.</summary>
    public string Target(string role) =>
        _layout.NamesOf(role).FirstOrDefault(name => _places.Exists(place => place.Name == name))
        ?? _layout.NamesOf(role)[0];

    /// <summary>The role of the folder that the path lies below or is; null for any other place.</summary>
    public string? RoleOf(string path)
    {
        foreach (var folder in _places)
        {
            if (RepositoryPath.IsBelow(path, folder.Name) || string.Equals(path, folder.Name, StringComparison.Ordinal))
            {
                return folder.Role;
            }
        }

        return null;
    }

    // A submodule or a link to a folder stands for the folder; what is in it cannot be seen from here.
    private static bool IsFolder(RepositoryView repository, string name) =>
        repository.IsDirectory(name) || repository.Find(name) is { Kind: not EntryKind.File };

    private sealed record RoleFolder(string Name, string Role);
}
