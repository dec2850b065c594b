using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Facts.Readers;
using Governance.Engine.Syntax;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>A parameter that a template declares.</summary>
/// <param name="Name">Its name; case does not count.</param>
/// <param name="Span">Where it is declared.</param>
/// <param name="Type">Its type as written; <c>string</c> where none is.</param>
/// <param name="HasDefault">Whether it may be left out.</param>
/// <param name="Values">The values allowed; empty where any is.</param>
internal sealed record TemplateParameter(
    string Name,
    SourceSpan Span,
    string Type,
    bool HasDefault,
    ImmutableArray<string> Values
)
{
    private static readonly string[] Booleans = ["true", "false", "yes", "no", "on", "off", "y", "n", "1", "0"];

    /// <summary>The parameters of a file; null where it declares none, or may take any.</summary>
    public static List<TemplateParameter>? Of(ImmutableArray<Fact> facts)
    {
        var parameters = new List<TemplateParameter>();
        for (var index = 0; index < facts.Length; index++)
        {
            if (facts[index].Kind != FactKind.AzureParameter)
            {
                continue;
            }

            if (facts[index].Value == AzureParameters.Open)
            {
                return null;
            }

            parameters.Add(Read(facts, index));
        }

        return parameters.Count == 0 ? null : parameters;
    }

    /// <summary>Whether this is its name.</summary>
    public bool IsNamed(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Why a value cannot be passed (<c>must be ...</c>); null where it can. The value is told as facts tell it.</summary>
    public string? WhyNot(string value)
    {
        var text = value.StartsWith("=", StringComparison.Ordinal) ? value.Substring(1) : null;
        if (!Is("string") && !Is("number") && !Is("boolean"))
        {
            return null;
        }

        if (text is null)
        {
            return $"must be a {Type.ToLowerInvariant()}, and is a {value}";
        }

        if (Is("boolean") && !Booleans.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return $"must be true or false, and is '{text}'";
        }

        if (Is("number") && !double.TryParse(text, NumberStyles.Any, CultureInfo.InvariantCulture, out _))
        {
            return $"must be a number, and is '{text}'";
        }

        return Values.IsEmpty || Is("boolean") || Values.Contains(text, StringComparer.OrdinalIgnoreCase)
            ? null
            : $"cannot be '{text}'; it is one of {string.Join(", ", Values.Take(8))}{(Values.Length > 8 ? ", ..." : "")}";
    }

    private bool Is(string type) => string.Equals(Type, type, StringComparison.OrdinalIgnoreCase);

    private static TemplateParameter Read(ImmutableArray<Fact> facts, int index)
    {
        var (type, hasDefault) = ("string", false);
        var values = ImmutableArray.CreateBuilder<string>();
        for (var next = index + 1; next < facts.Length && facts[next].Owner == index; next++)
        {
            switch (facts[next].Kind)
            {
                case FactKind.AzureParameterType:
                    type = facts[next].Value;
                    break;
                case FactKind.AzureParameterDefault:
                    hasDefault = true;
                    break;
                case FactKind.AzureParameterValue:
                    values.Add(facts[next].Value);
                    break;
            }
        }

        var isClosed = !values.Contains(AzureParameters.Open);
        return new TemplateParameter(
            facts[index].Value,
            facts[index].Span,
            type,
            hasDefault,
            isClosed ? values.ToImmutable() : ImmutableArray<string>.Empty
        );
    }
}
