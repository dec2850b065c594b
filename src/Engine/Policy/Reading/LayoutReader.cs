using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Policy.Reading;

/// <summary>Reads <c>layout</c>.</summary>
internal static class LayoutReader
{
    public static FolderLayer Read(PolicyReading reading, YamlNode node)
    {
        var folders = ImmutableArray<MandatedFolder>.Empty;
        ImmutableArray<string>? shared = null;
        foreach (var entry in MappingReader.Entries(reading, node, "'layout'", PolicyKeys.Layout))
        {
            if (entry.Key == "folders")
            {
                folders = Folders(reading, entry.Value);
            }
            else
            {
                shared = Shared(reading, entry.Value);
            }
        }

        return new FolderLayer(folders, shared);
    }

    private static ImmutableArray<MandatedFolder> Folders(PolicyReading reading, YamlNode node)
    {
        var folders = ImmutableArray.CreateBuilder<MandatedFolder>();
        var roles = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in MappingReader.Entries(reading, node, "'folders'", PolicyKeys.Folders))
        {
            if (Names(reading, entry.Value, $"'{entry.Key}'") is not { } names)
            {
                continue;
            }

            var own = ImmutableArray.CreateBuilder<string>(names.Length);
            foreach (var name in names)
            {
                if (roles.TryGetValue(name.Value, out var role))
                {
                    reading.Report(
                        name.Span,
                        $"The folder {ValueReader.Quote(name.Value)} is named for '{role}' already",
                        "Give every folder one name of its own"
                    );
                    continue;
                }

                roles.Add(name.Value, entry.Key);
                own.Add(name.Value);
            }

            // A list that was all mistakes must not drop the folder, as an empty one does.
            if (own.Count > 0 || entry.Value is YamlSequence { Items.IsEmpty: true })
            {
                folders.Add(new MandatedFolder(entry.Key, own.ToImmutable()));
            }
        }

        return folders.ToImmutable();
    }

    private static ImmutableArray<string>? Shared(PolicyReading reading, YamlNode node)
    {
        foreach (var entry in MappingReader.Entries(reading, node, "'notebooks'", PolicyKeys.Notebooks))
        {
            if (Names(reading, entry.Value, "'shared'") is { } names)
            {
                return ImmutableArray.CreateRange(names, static name => name.Value);
            }
        }

        return null;
    }

    private static ImmutableArray<Located<string>>? Names(PolicyReading reading, YamlNode node, string what)
    {
        if (ValueReader.Texts(reading, node, what) is not { } texts)
        {
            return null;
        }

        foreach (var text in texts)
        {
            if (!IsName(text.Value))
            {
                reading.Report(
                    text.Span,
                    $"{ValueReader.Quote(text.Value)} is no name of one folder",
                    "Write a name without '/' and wildcards"
                );
            }
        }

        return texts.RemoveAll(static text => !IsName(text.Value));
    }

    private static bool IsName(string text) =>
        text.IndexOfAny(['/', '\\', '*', '?', '[', ']']) < 0 && text is not ("." or "..");
}
