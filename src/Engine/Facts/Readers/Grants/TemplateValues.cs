using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;
using Governance.Engine.Syntax.Infrastructure;

namespace Governance.Engine.Facts.Readers.Grants;

/// <summary>Follows names of a template to what its variables and the defaults of its parameters say. Nothing else is evaluated.</summary>
internal sealed class TemplateValues
{
    private const int MostSteps = 8;

    // Bicep's name, ARM's parameters('name') and variables('name'), Terraform's var.name and local.name.
    private static readonly Regex Name = new(
        @"^(?:(?<name>\w+)|(?:parameters|variables)\('(?<name>[^']+)'\)|(?<place>var|local)\.(?<name>[\w-]+))$",
        RegexOptions.CultureInvariant
    );

    private readonly Dictionary<string, InfraValue> _parameters = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, InfraValue> _variables = new(StringComparer.OrdinalIgnoreCase);

    public TemplateValues(InfraTemplate template)
    {
        foreach (var parameter in template.Parameters)
        {
            _parameters[parameter.Name] = parameter.Value;
        }

        foreach (var variable in template.Variables)
        {
            _variables[variable.Name] = variable.Value;
        }
    }

    /// <summary>What a value says at last, and the parameter it came through; the value itself where it cannot be followed.</summary>
    public (InfraValue Value, string? Parameter) Follow(InfraValue value)
    {
        string? parameter = null;
        for (var step = 0; step < MostSteps && value is InfraExpression expression; step++)
        {
            if (NameOf(expression.Source) is not ({ } name, var isVariable, var isParameter))
            {
                break;
            }

            if (isVariable && _variables.TryGetValue(name, out var variable))
            {
                value = variable;
            }
            else if (isParameter && _parameters.TryGetValue(name, out var given))
            {
                parameter = name;
                if (given is InfraExpression { Source: "" })
                {
                    break;
                }

                value = given;
            }
            else
            {
                // Terraform's variables are declared in any file of the folder, most often in another one.
                parameter = isVariable ? parameter : name;
                break;
            }
        }

        return (value, parameter);
    }

    // In Terraform a variable may have the name of a local value; in the others there is one of a name.
    private static (string Name, bool IsVariable, bool IsParameter)? NameOf(string source) =>
        Name.Match(source) is { Success: true } match
            ? (match.Groups["name"].Value, match.Groups["place"].Value != "var", match.Groups["place"].Value != "local")
            : null;
}
