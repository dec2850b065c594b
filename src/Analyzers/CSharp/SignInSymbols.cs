using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Governance.Analyzers.CSharp;

/// <summary>
/// The types and methods of a compilation that sign in as a person, by symbol.
/// https://learn.microsoft.com/dotnet/api/azure.identity and https://learn.microsoft.com/dotnet/api/microsoft.identity.client
/// </summary>
internal sealed class SignInSymbols
{
    private const string Msal = "Microsoft.Identity.Client";
    private const string Chain = "Azure.Identity.DefaultAzureCredential";
    private const string Registrations = "Microsoft.Extensions.DependencyInjection";

    private static readonly ImmutableArray<KeyValuePair<string, SignIn>> Credentials = ImmutableArray
        .Create(
            Pair("InteractiveBrowserCredential", SignIn.Browser),
            Pair("DeviceCodeCredential", SignIn.DeviceCode),
            Pair("UsernamePasswordCredential", SignIn.Password),
            Pair("SharedTokenCacheCredential", SignIn.To("a developer tool of Microsoft"))
        )
        .AddRange(DeveloperTools.All.Select(static tool => Pair(tool.Key, SignIn.To(tool.Value))));

    private readonly Dictionary<INamedTypeSymbol, SignIn> _types = new(SymbolEqualityComparer.Default);
    private readonly HashSet<INamedTypeSymbol> _chains = new(SymbolEqualityComparer.Default);
    private readonly bool _hasMsal;

    // Asked for each creation; most are of types that are met again and again.
    private readonly ConcurrentDictionary<ISymbol, SignIn?> _known = new(SymbolEqualityComparer.Default);

    private SignInSymbols(Compilation compilation)
    {
        foreach (var pair in Credentials)
        {
            foreach (var type in compilation.GetTypesByMetadataName("Azure.Identity." + pair.Key))
            {
                _types[type] = pair.Value;
            }
        }

        _chains.UnionWith(compilation.GetTypesByMetadataName(Chain));
        _hasMsal = !compilation.GetTypesByMetadataName(Msal + ".IPublicClientApplication").IsEmpty;
    }

    /// <summary>The symbols of a compilation; null where it has none of them, so that nothing need be looked at.</summary>
    public static SignInSymbols? Find(Compilation compilation)
    {
        var symbols = new SignInSymbols(compilation);
        return symbols._types.Count + symbols._chains.Count > 0 || symbols._hasMsal ? symbols : null;
    }

    /// <summary>What an object of this type, or of one derived from a credential, signs in with; null for all others.</summary>
    public SignIn? OfType(ITypeSymbol? type) =>
        type is null ? null
        : _known.TryGetValue(type.OriginalDefinition, out var known) ? known
        : _known.GetOrAdd(type.OriginalDefinition, Find(type.OriginalDefinition));

    /// <summary>Whether the type is the chain of credentials.</summary>
    public bool IsChain(INamedTypeSymbol? type) => type is not null && _chains.Contains(type);

    /// <summary>What a call signs in with; null for all others.</summary>
    public SignIn? OfCall(IMethodSymbol method)
    {
        // The name first: a compilation has a hundred thousand calls, and to name a namespace takes time.
        if (OfMsal(method.Name) is { } signIn)
        {
            return IsIn(method, Msal) ? signIn : null;
        }

        return
            method.TypeArguments.Length > 0
            && method.Name is "AddSingleton" or "AddScoped" or "AddTransient"
            && IsIn(method, Registrations)
            ? OfType(method.TypeArguments[method.TypeArguments.Length - 1])
            : null;
    }

    private SignIn? Find(ITypeSymbol type)
    {
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            if (_types.TryGetValue(current, out var signIn))
            {
                return signIn;
            }
        }

        return null;
    }

    private static bool IsIn(IMethodSymbol method, string name) =>
        method.ContainingNamespace?.ToDisplayString() == name;

    private static SignIn? OfMsal(string method) =>
        method switch
        {
            "AcquireTokenInteractive" => SignIn.Browser,
            "AcquireTokenWithDeviceCode" => SignIn.DeviceCode,
            "AcquireTokenByUsernamePassword" => SignIn.Password,
            "AcquireTokenByIntegratedWindowsAuth" => SignIn.Windows,
            _ => null,
        };

    private static KeyValuePair<string, SignIn> Pair(string name, SignIn signIn) => new(name, signIn);
}
