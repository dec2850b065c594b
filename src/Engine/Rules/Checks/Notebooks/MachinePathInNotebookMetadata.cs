using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;

namespace Governance.Engine.Rules.Checks.Notebooks;

/// <summary>GOV0206: a notebook's metadata name a place on somebody's machine.</summary>
internal sealed class MachinePathInNotebookMetadata : FileCheck
{
    private const int MostRelated = 5;
    private const int LongestShown = 100;

    public override string Id => "GOV0206";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.Notebook);

    public override void Run(FileCheckContext context)
    {
        var notebook = context.File.Notebook;
        if (!notebook.IsReadable)
        {
            return;
        }

        var sharedUsers = context.Options.List("shared-users");
        var strings = new MetadataStrings(text => MachinePaths.IsOne(text.Value, sharedUsers));
        strings.Collect(notebook.Metadata, "metadata");
        foreach (var cell in notebook.Cells)
        {
            strings.Collect(cell.Metadata, "metadata of cell " + cell.Number);
        }

        if (strings.Found.Count > 0)
        {
            Report(context, strings.Found);
        }
    }

    private static void Report(FileCheckContext context, IReadOnlyList<MetadataString> places)
    {
        var (first, key) = places[0];
        var more = places.Count > 1 ? $" (and {places.Count - 1} more)" : "";
        context.Report(
            context.File.Json.Span(first),
            $"{key} names a path of one machine, '{Shorten(first.Value)}'{more}",
            "Take the entry out of the metadata; tools that need it write it anew on each machine",
            string.Join("\n", places.Select(static place => place.Text.Value).Distinct(StringComparer.Ordinal)),
            related: places
                .Skip(1)
                .Take(MostRelated)
                .Select(place => new RelatedSpan(context.File.Json.Span(place.Text), $"{place.Key} names one too"))
                .ToImmutableArray()
        );
    }

    private static string Shorten(string path) =>
        path.Length <= LongestShown ? path : path.Substring(0, LongestShown) + "...";
}
