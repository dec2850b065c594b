using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Governance.Analyzers.CSharp.Secrets;

/// <summary>The parameters and properties of a compilation's libraries that are given secrets.</summary>
internal sealed class SecretSymbols
{
    private static readonly ImmutableDictionary<string, SecretTarget> None = ImmutableDictionary.Create<
        string,
        SecretTarget
    >(StringComparer.OrdinalIgnoreCase);

    private readonly IAssemblySymbol _own;
    private readonly Dictionary<ISymbol, ImmutableDictionary<string, SecretTarget>> _types = new(
        SymbolEqualityComparer.Default
    );

    // Asked for each call and creation; most are of types that are met again and again.
    private readonly ConcurrentDictionary<ISymbol, ImmutableDictionary<string, SecretTarget>> _known = new(
        SymbolEqualityComparer.Default
    );

    private SecretSymbols(Compilation compilation)
    {
        _own = compilation.Assembly;
        foreach (var group in SecretTarget.OfTypes.GroupBy(static row => row.Type))
        {
            var targets = None.AddRange(
                group.Select(static row => new KeyValuePair<string, SecretTarget>(row.Name, row.Target))
            );
            foreach (var type in compilation.GetTypesByMetadataName(group.Key))
            {
                _types[type] = targets;
            }
        }

        Headers = compilation.GetTypeByMetadataName("System.Net.Http.Headers.HttpHeaders");
        Builder = compilation.GetTypeByMetadataName("System.Data.Common.DbConnectionStringBuilder");
    }

    /// <summary>The headers of a request; null where there are none.</summary>
    public INamedTypeSymbol? Headers { get; }

    /// <summary>The base of what puts connection strings together; null where there is none.</summary>
    public INamedTypeSymbol? Builder { get; }

    /// <summary>The symbols of a compilation; null where it has none of them, so that nothing need be looked at.</summary>
    public static SecretSymbols? Find(Compilation compilation)
    {
        var symbols = new SecretSymbols(compilation);
        return
            symbols._types.Count > 0
            || symbols.Headers is not null
            || compilation.SourceModule.ReferencedAssemblySymbols.Any(ClientLibrary.Is)
            ? symbols
            : null;
    }

    /// <summary>The targets of a type's members by the name of a parameter or property; empty for nearly all types.</summary>
    public ImmutableDictionary<string, SecretTarget> Of(INamedTypeSymbol? type) =>
        type is null ? None
        : _known.TryGetValue(type.OriginalDefinition, out var known) ? known
        : _known.GetOrAdd(type.OriginalDefinition, Collect((INamedTypeSymbol)type.OriginalDefinition));

    private ImmutableDictionary<string, SecretTarget> Collect(INamedTypeSymbol type)
    {
        // By name alone only what others made: a project knows best what its own parameters mean.
        var isOthers = !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _own);
        var targets = isOthers && ClientLibrary.Is(type.ContainingAssembly) ? SecretTarget.OfNames : None;
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (_types.TryGetValue(current.OriginalDefinition, out var own))
            {
                targets = targets.SetItems(own);
            }
        }

        return targets;
    }
}
