using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Governance.Analyzers.CSharp;

/// <summary>What a <c>DefaultAzureCredential</c> ends at, as far as its creation tells.</summary>
/// <param name="AsksPerson">Whether it opens a browser when all else fails.</param>
/// <param name="Tools">The developer tools that it still tries, as a sentence names them.</param>
internal sealed record CredentialChain(bool AsksPerson, IReadOnlyList<string> Tools)
{
    private const string Browser = "ExcludeInteractiveBrowserCredential";
    private const string Cache = "ExcludeSharedTokenCacheCredential";

    /// <summary>Reads a creation; null where what it was given is made elsewhere.</summary>
    public static CredentialChain? Of(IObjectCreationOperation creation)
    {
        var settings = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var argument in creation.Arguments)
        {
            if (argument.Parameter?.Type.SpecialType == SpecialType.System_Boolean)
            {
                if (argument.Value.ConstantValue is not { HasValue: true, Value: bool isIncluded })
                {
                    return null;
                }

                settings[Browser] = !isIncluded;
            }
            else if (argument.Parameter?.Type.SpecialType == SpecialType.System_String)
            {
                // The variable that is named says which credentials are tried.
                return null;
            }
            else if (argument.ArgumentKind != ArgumentKind.DefaultValue && !TryRead(argument.Value, settings))
            {
                return null;
            }
        }

        var tools = DeveloperTools
            .All.Where(tool =>
                !settings.TryGetValue(DeveloperTools.ExclusionOf(tool.Key), out var isExcluded) || !isExcluded
            )
            .Select(static tool => tool.Value)
            .ToList();
        if (IsIncluded(Cache))
        {
            tools.Add("a developer tool of Microsoft");
        }

        return new CredentialChain(IsIncluded(Browser), tools);

        bool IsIncluded(string setting) => settings.TryGetValue(setting, out var isExcluded) && !isExcluded;
    }

    private static bool TryRead(IOperation value, Dictionary<string, bool> settings)
    {
        if (LocalValue.Of(value) is not IObjectCreationOperation options)
        {
            return value.ConstantValue is { HasValue: true, Value: null };
        }

        foreach (var initializer in options.Initializer?.Initializers ?? Enumerable.Empty<IOperation>())
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } assignment)
            {
                if (assignment.Value.ConstantValue is { HasValue: true, Value: bool setting })
                {
                    settings[property.Property.Name] = setting;
                }
                else if (property.Property.Name.StartsWith("Exclude", StringComparison.Ordinal))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
