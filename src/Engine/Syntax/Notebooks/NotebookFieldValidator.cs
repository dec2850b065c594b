using System.Collections.Immutable;
using Governance.Engine.Syntax.Json;

namespace Governance.Engine.Syntax.Notebooks;

/// <summary>Compares objects of a notebook with the fields that its format gives them, and collects the problems.</summary>
internal sealed class NotebookFieldValidator(Notebook notebook)
{
    private readonly long _minor = notebook.Minor ?? 0;
    private readonly ImmutableArray<NotebookProblem>.Builder _problems =
        ImmutableArray.CreateBuilder<NotebookProblem>();

    /// <summary>What was reported so far, in the order of reports.</summary>
    public ImmutableArray<NotebookProblem> Problems => _problems.ToImmutable();

    /// <summary>A minor version from the future may bring fields and types that are not known here.</summary>
    public bool IsFuture => notebook.Major != 3 && _minor > NotebookFields.NewestMinor;

    /// <summary>Compares an object's fields.</summary>
    /// <param name="node">The object to look at.</param>
    /// <param name="place">What it is, to begin a sentence with.</param>
    /// <param name="fields">What it may hold.</param>
    /// <param name="kind">What it is, the same for all of its kind.</param>
    /// <param name="anchor">Where a missing field is reported.</param>
    /// <param name="isClosed">Whether the format allows no other fields.</param>
    public void Validate(
        JsonObject node,
        string place,
        ImmutableArray<NotebookField> fields,
        string kind,
        JsonNode anchor,
        bool isClosed = true
    )
    {
        foreach (var field in fields)
        {
            if (field.Since > _minor)
            {
                continue;
            }

            if (node[field.Name] is not { } value)
            {
                if (field.IsRequired)
                {
                    // Jupyter makes up missing ids, with a warning; it does not make up anything else.
                    Report(
                        $"{kind} without {field.Name}",
                        $"{place} has no '{field.Name}'",
                        anchor,
                        field.Name == "id"
                    );
                }
            }
            else if (!FieldShapes.Fits(value, Relaxed(field.Shape)))
            {
                var shape = FieldShapes.Describe(field.Shape);
                Report($"{kind} with wrong {field.Name}", $"'{field.Name}' of {Lower(place)} is not {shape}", value);
            }
        }

        if (isClosed && !IsFuture)
        {
            ReportUnknown(node, place, fields, kind);
        }
    }

    /// <summary>Of the future, nbformat does not expect data to be text.</summary>
    private FieldShape Relaxed(FieldShape shape) =>
        IsFuture && shape is FieldShape.MimeBundle or FieldShape.Attachments ? FieldShape.Object : shape;

    /// <summary>The schemas forbid further fields, but no reader minds them.</summary>
    private void ReportUnknown(JsonObject node, string place, ImmutableArray<NotebookField> fields, string kind)
    {
        foreach (var member in node.Members)
        {
            if (!IsKnown(member.Name, fields))
            {
                var name = member.Name.Value;
                var message = $"{place} has '{name}', which format {Format} does not have";
                Report($"{kind} with unknown {name}", message, member.Name, isTolerated: true);
            }
        }
    }

    private bool IsKnown(JsonString name, ImmutableArray<NotebookField> fields)
    {
        foreach (var field in fields)
        {
            if (field.Since <= _minor && name.Is(field.Name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The format, with its minor version.</summary>
    public string Format => $"{notebook.Major}.{_minor}";

    private static string Lower(string place) => char.ToLowerInvariant(place[0]) + place.Substring(1);

    /// <summary>Keeps a problem.</summary>
    public void Report(string kind, string message, JsonNode? node, bool isTolerated = false)
    {
        // Of objects and lists the opening bracket is enough: they may be megabytes long.
        var length = node is JsonObject or JsonArray ? 1 : node?.Length ?? 0;
        _problems.Add(new NotebookProblem(kind, message, node?.Start ?? 0, length, isTolerated));
    }
}
