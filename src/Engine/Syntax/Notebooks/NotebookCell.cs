using System.Linq;
using Governance.Engine.Syntax.Json;

namespace Governance.Engine.Syntax.Notebooks;

/// <summary>A cell of a notebook.</summary>
public sealed class NotebookCell
{
    internal NotebookCell(JsonNode value, int number, bool isFormat3)
    {
        Value = value;
        Number = number;
        Node = value as JsonObject;
        Type = (Node?["cell_type"] as JsonString)?.Value;
        Metadata = Node?["metadata"] as JsonObject;
        if (Type == "code")
        {
            OutputsMember = Node!.Find("outputs");
            ExecutionCount = Node[isFormat3 ? "prompt_number" : "execution_count"];
        }
    }

    /// <summary>The cell's JSON, whatever it is.</summary>
    public JsonNode Value { get; }

    /// <summary>The cell's JSON; null where it is no object.</summary>
    public JsonObject? Node { get; }

    /// <summary>The cell's place in the notebook, counted from 1.</summary>
    public int Number { get; }

    /// <summary><c>code</c>, <c>markdown</c>, <c>raw</c>, in format 3 also <c>heading</c>; null where it is missing.</summary>
    public string? Type { get; }

    /// <summary>Tags and settings of tools.</summary>
    public JsonObject? Metadata { get; }

    /// <summary>The name and list of a code cell's outputs.</summary>
    public JsonMember? OutputsMember { get; }

    /// <summary>What running the cell left behind; null where there is no list.</summary>
    public JsonArray? Outputs => OutputsMember?.Value as JsonArray;

    /// <summary>How manieth in its session a code cell was run; a JSON null where it was not.</summary>
    public JsonNode? ExecutionCount { get; }

    /// <summary>Whether the cell's metadata has this tag.</summary>
    public bool HasTag(string tag) =>
        Metadata?["tags"] is JsonArray tags && tags.Items.Any(item => item is JsonString text && text.Is(tag));
}
