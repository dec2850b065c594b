using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Syntax.Json;

namespace Governance.Engine.Syntax.Notebooks;

/// <summary>Compares a notebook with its format, 3 or 4.</summary>
public sealed class NotebookValidator
{
    private readonly Notebook _notebook;
    private readonly bool _isFormat3;
    private readonly long _minor;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly ImmutableArray<NotebookProblem>.Builder _problems =
        ImmutableArray.CreateBuilder<NotebookProblem>();

    private NotebookValidator(Notebook notebook)
    {
        _notebook = notebook;
        _isFormat3 = notebook.Major == 3;
        _minor = notebook.Minor ?? 0;
    }

    /// <summary>All that the format does not allow, in the order of cells. Asked of JSON without a problem only.</summary>
    public static ImmutableArray<NotebookProblem> Validate(Notebook notebook)
    {
        var validator = new NotebookValidator(notebook);
        validator.ValidateRoot();
        return validator._problems.ToImmutable();
    }

    /// <summary>A minor version from the future may bring fields and types that are not known here.</summary>
    private bool IsFuture => !_isFormat3 && _minor > NotebookFields.NewestMinor;

    private void ValidateRoot()
    {
        const string Place = "The notebook";
        if (_notebook.Root is not { } root)
        {
            Report("no object", $"{Place} is not a JSON object", _notebook.Json.Root);
        }
        else if (_notebook.Major is not { } major)
        {
            Report("no nbformat", $"{Place} does not say its format: it has no number 'nbformat'", root);
        }
        else if (major is not (3 or 4))
        {
            Report("format", $"{Place} says format {major}, which is not notebook format 3 or 4", root["nbformat"]);
        }
        else
        {
            ValidateFields(root, Place, _isFormat3 ? NotebookFields.Root3 : NotebookFields.Root, "notebook", root);
            ValidateMetadata();
            if (_isFormat3 && root["worksheets"] is JsonArray worksheets)
            {
                ValidateWorksheets(worksheets);
            }

            foreach (var cell in _notebook.Cells)
            {
                ValidateCell(cell);
            }
        }
    }

    private void ValidateMetadata()
    {
        if (_isFormat3 || _notebook.Metadata is not { } metadata)
        {
            return;
        }

        Check(metadata, NotebookMetadataFields.Notebook, "The notebook's metadata");
        Check(metadata["kernelspec"], NotebookMetadataFields.Kernelspec, "The metadata's 'kernelspec'");
        Check(metadata["language_info"], NotebookMetadataFields.LanguageInfo, "The metadata's 'language_info'");

        void Check(JsonNode? node, ImmutableArray<NotebookField> fields, string place)
        {
            if (node is JsonObject known)
            {
                ValidateFields(known, place, fields, place, known, isClosed: false);
            }
        }
    }

    private void ValidateWorksheets(JsonArray worksheets)
    {
        for (var i = 0; i < worksheets.Items.Length; i++)
        {
            if (worksheets.Items[i] is JsonObject sheet)
            {
                ValidateFields(sheet, $"Worksheet {i + 1}", NotebookFields.Worksheet, "worksheet", sheet);
            }
            else
            {
                Report("no worksheet object", $"Worksheet {i + 1} is not an object", worksheets.Items[i]);
            }
        }
    }

    private void ValidateCell(NotebookCell cell)
    {
        var place = $"Cell {cell.Number}";
        if (cell.Node is not { } node)
        {
            Report("no cell object", $"{place} is not an object", cell.Value);
            return;
        }

        if (cell.Type is not { } type)
        {
            Report("no cell type", $"{place} does not say its type: it has no string 'cell_type'", node);
            return;
        }

        var fields = NotebookFields.OfCell(type, _isFormat3);
        if (fields.IsDefault)
        {
            if (!IsFuture)
            {
                Report(
                    "cell type",
                    $"{place} is of type '{type}', which format {Format} does not have",
                    node["cell_type"]
                );
            }

            return;
        }

        ValidateFields(node, place, fields, $"{type} cell", node["cell_type"]!);
        ValidateId(cell, place);
        if (cell.Metadata is { } metadata && !_isFormat3)
        {
            var known = NotebookMetadataFields.OfCell(type);
            ValidateFields(
                metadata,
                $"{place}'s metadata",
                known,
                $"{type} cell's metadata",
                metadata,
                isClosed: false
            );
        }

        for (var i = 0; i < (cell.Outputs?.Items.Length ?? 0); i++)
        {
            ValidateOutput(cell.Outputs!.Items[i], $"Output {i + 1} of cell {cell.Number}");
        }
    }

    private void ValidateOutput(JsonNode output, string place)
    {
        if (output is not JsonObject node || node["output_type"] is not JsonString type)
        {
            Report("no output type", $"{place} does not say its type: it has no string 'output_type'", output);
            return;
        }

        var fields = NotebookFields.OfOutput(type.Value, _isFormat3);
        if (!fields.IsDefault)
        {
            ValidateFields(node, place, fields, $"{type.Value} output", type, isClosed: !_isFormat3);
        }
        else if (!IsFuture)
        {
            Report("output type", $"{place} is of type '{type.Value}', which format {Format} does not have", type);
        }
    }

    /// <summary>Two cells with one id: Jupyter gives the second a new one, with a warning.</summary>
    private void ValidateId(NotebookCell cell, string place)
    {
        if (!_isFormat3 && _minor >= 5 && cell.Node!["id"] is JsonString id && !_ids.Add(id.Value))
        {
            Report("repeated id", $"{place} has the id '{id.Value}' of a cell before it", id, isTolerated: true);
        }
    }

    /// <param name="node">The object to look at.</param>
    /// <param name="place">What it is, to begin a sentence with.</param>
    /// <param name="fields">What it may hold.</param>
    /// <param name="kind">What it is, the same for all of its kind.</param>
    /// <param name="anchor">Where a missing field is reported.</param>
    /// <param name="isClosed">Whether the format allows no other fields.</param>
    private void ValidateFields(
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
            var isKnown = false;
            foreach (var field in fields)
            {
                isKnown |= field.Since <= _minor && member.Name.Is(field.Name);
            }

            if (!isKnown)
            {
                var name = member.Name.Value;
                var message = $"{place} has '{name}', which format {Format} does not have";
                Report($"{kind} with unknown {name}", message, member.Name, isTolerated: true);
            }
        }
    }

    private string Format => $"{_notebook.Major}.{_minor}";

    private static string Lower(string place) => char.ToLowerInvariant(place[0]) + place.Substring(1);

    private void Report(string kind, string message, JsonNode? node, bool isTolerated = false)
    {
        // Of objects and lists the opening bracket is enough: they may be megabytes long.
        var length = node is JsonObject or JsonArray ? 1 : node?.Length ?? 0;
        _problems.Add(new NotebookProblem(kind, message, node?.Start ?? 0, length, isTolerated));
    }
}
