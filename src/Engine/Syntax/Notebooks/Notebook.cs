using Governance.Engine.Syntax.Json;

namespace Governance.Engine.Syntax.Notebooks;

/// <summary>A Jupyter notebook (nbformat 3 and 4) over its JSON, cell by cell.</summary>
public sealed class Notebook
{
    /// <summary>Reads a notebook.</summary>
    public static Notebook Read(JsonTree json) => new();
}
