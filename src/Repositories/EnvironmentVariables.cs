using System;
using System.Collections;
using System.Collections.Generic;

namespace Governance.Repositories;

/// <summary>The environment a command was started in, as a value.</summary>
internal static class EnvironmentVariables
{
    /// <summary>How names are compared on this system.</summary>
    public static StringComparer NameComparer =>
        OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>This process's own.</summary>
    public static IReadOnlyDictionary<string, string> OfThisProcess()
    {
        var variables = new Dictionary<string, string>(NameComparer);
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            variables[(string)entry.Key] = (string?)entry.Value ?? "";
        }

        return variables;
    }
}
