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
    private readonly NotebookFieldValidator _fields;

    private NotebookValidator(Notebook notebook)
    {
        _notebook = notebook;
        _isFormat3 = notebook.Major == 3;
        _minor = notebook.Minor ?? 0;
        _fields = new NotebookFieldValidator(notebook);
    }

    /// <summary>All that the format does not allow, in the order of cells. Asked of JSON without a problem only.</summary>
    public static ImmutableArray<NotebookProblem> Validate(Notebook notebook)
    {
        var validator = new NotebookValidator(notebook);
        validator.ValidateRoot();
        return validator._fields.Problems;
    }

    private void ValidateRoot()
    {
        const string Place = "The notebook";
        if (_notebook.Root is not { } root)
        {
            _fields.Report("no object", $"{Place} is not a JSON object", _notebook.Json.Root);
        }
        else if (_notebook.Major is not { } major)
        {
            _fields.Report("no nbformat", $"{Place} does not say its format: it has no number 'nbformat'", root);
        }
        else if (major is not (3 or 4))
        {
            _fields.Report(
                "format",
                $"{Place} says format {major}, which is not notebook format 3 or 4",
                root["nbformat"]
            );
        }
        else
        {
            _fields.Validate(root, Place, _isFormat3 ? NotebookFields.Root3 : NotebookFields.Root, "notebook", root);
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
                _fields.Validate(known, place, fields, place, known, isClosed: false);
            }
        }
    }

    private void ValidateWorksheets(JsonArray worksheets)
    {
        for (var i = 0; i < worksheets.Items.Length; i++)
        {
            if (worksheets.Items[i] is JsonObject sheet)
            {
                _fields.Validate(sheet, $"Worksheet {i + 1}", NotebookFields.Worksheet, "worksheet", sheet);
            }
            else
            {
                _fields.Report("no worksheet object", $"Worksheet {i + 1} is not an object", worksheets.Items[i]);
            }
        }
    }

    private void ValidateCell(NotebookCell cell)
    {
        var place = $"Cell {cell.Number}";
        if (cell.Node is not { } node)
        {
            _fields.Report("no cell object", $"{place} is not an object", cell.Value);
            return;
        }

        if (cell.Type is not { } type)
        {
            _fields.Report("no cell type", $"{place} does not say its type: it has no string 'cell_type'", node);
            return;
        }

        var fields = NotebookFields.OfCell(type, _isFormat3);
        if (fields.IsDefault)
        {
            if (!_fields.IsFuture)
            {
                _fields.Report(
                    "cell type",
                    $"{place} is of type '{type}', which format {_fields.Format} does not have",
                    node["cell_type"]
                );
            }

            return;
        }

        _fields.Validate(node, place, fields, $"{type} cell", node["cell_type"]!);
        ValidateId(cell, place);
        if (cell.Metadata is { } metadata && !_isFormat3)
        {
            var known = NotebookMetadataFields.OfCell(type);
            _fields.Validate(
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
            _fields.Report("no output type", $"{place} does not say its type: it has no string 'output_type'", output);
            return;
        }

        var fields = NotebookFields.OfOutput(type.Value, _isFormat3);
        if (!fields.IsDefault)
        {
            _fields.Validate(node, place, fields, $"{type.Value} output", type, isClosed: !_isFormat3);
        }
        else if (!_fields.IsFuture)
        {
            _fields.Report(
                "output type",
                $"{place} is of type '{type.Value}', which format {_fields.Format} does not have",
                type
            );
        }
    }

    /// <summary>Two cells with one id: Jupyter gives the second a new one, with a warning.</summary>
    private void ValidateId(NotebookCell cell, string place)
    {
        if (!_isFormat3 && _minor >= 5 && cell.Node!["id"] is JsonString id && !_ids.Add(id.Value))
        {
            _fields.Report(
                "repeated id",
                $"{place} has the id '{id.Value}' of a cell before it",
                id,
                isTolerated: true
            );
        }
    }
}
