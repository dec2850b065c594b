using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Json;

namespace Governance.Engine.Rules.Checks.Notebooks;

/// <summary>Picks strings with slashes out of metadata, each with the keys it stands under.</summary>
internal sealed class MetadataStrings
{
    private readonly Func<JsonString, bool> _isWanted;
    private readonly List<MetadataString> _found = [];
    private readonly List<JsonString> _keys = [];

    public MetadataStrings(Func<JsonString, bool> isWanted) => _isWanted = isWanted;

    public IReadOnlyList<MetadataString> Found => _found;

    /// <summary>Adds the strings of an object. The reader's limit bounds the recursion.</summary>
    public void Collect(JsonNode? node, string name)
    {
        switch (node)
        {
            case JsonString text when text.Raw.IndexOfAny('/', '\\') >= 0 && _isWanted(text):
                _found.Add(
                    new MetadataString(text, string.Join(".", _keys.Select(static key => key.Value).Prepend(name)))
                );
                break;
            case JsonArray array:
                foreach (var item in array.Items)
                {
                    Collect(item, name);
                }

                break;
            case JsonObject map:
                foreach (var member in map.Members.Where(static member => !IsWidgetState(member)))
                {
                    _keys.Add(member.Name);
                    Collect(member.Value, name);
                    _keys.RemoveAt(_keys.Count - 1);
                }

                break;
        }
    }

    /// <summary><c>widgets.*.state</c> and its like in other tools are output, though they are stored with the metadata.</summary>
    private static bool IsWidgetState(JsonMember member) => member.Name.Is("state") && member.Value is JsonObject;
}

/// <summary>A string of the metadata, and the keys it stands under, with dots between them.</summary>
internal sealed record MetadataString(JsonString Text, string Key);
