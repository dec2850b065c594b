using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Governance.Analyzers.CSharp.Secrets;

/// <summary>A value that an operation gives to where a secret goes.</summary>
/// <param name="Value">The value.</param>
/// <param name="Target">Where it goes.</param>
/// <param name="Receiver">What it is given to, as the code names it.</param>
/// <param name="Setting">The name of the setting that it had better come from.</param>
internal sealed record GivenSecret(IOperation Value, SecretTarget Target, string Receiver, string Setting)
{
    private static readonly SecretTarget Header = new(SecretKind.Header, "TOKEN");

    /// <summary>What an operation gives to where secrets go; nothing for nearly all of them.</summary>
    public static IEnumerable<GivenSecret> Of(IOperation operation, SecretSymbols symbols) =>
        operation switch
        {
            IObjectCreationOperation { Constructor: { } constructor } creation => OfArguments(
                constructor,
                creation.Arguments,
                creation.Type!.Name,
                symbols
            ),
            IInvocationOperation { TargetMethod: var method } call => OfHeader(call, symbols)
                ?? OfArguments(
                    method,
                    call.Arguments,
                    method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name,
                    symbols
                ),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment => OfProperty(
                target,
                assignment.Value,
                symbols
            ),
            _ => Enumerable.Empty<GivenSecret>(),
        };

    private static IEnumerable<GivenSecret> OfArguments(
        IMethodSymbol method,
        IEnumerable<IArgumentOperation> arguments,
        string receiver,
        SecretSymbols symbols
    )
    {
        var type = method.ContainingType;
        var targets = symbols.Of(type);
        return targets.IsEmpty
            ? Enumerable.Empty<GivenSecret>()
            : arguments
                .Where(argument =>
                    argument.ArgumentKind != ArgumentKind.DefaultValue
                    && argument.Parameter is { } parameter
                    && targets.ContainsKey(parameter.Name)
                )
                .Select(argument => Of(argument.Value, targets[argument.Parameter!.Name], receiver, type));
    }

    private static IEnumerable<GivenSecret> OfProperty(
        IPropertyReferenceOperation target,
        IOperation value,
        SecretSymbols symbols
    )
    {
        var type = target.Instance?.Type as INamedTypeSymbol ?? target.Property.ContainingType;
        var name = target.Property.Name;
        if (
            target.Property.IsIndexer
            && target.Arguments.Length == 1
            && target.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string key }
        )
        {
            // builder["Password"]
            name = key;
        }

        if (symbols.Of(type).TryGetValue(name, out var found))
        {
            yield return Of(value, found, $"{type.Name}.{name}", type);
        }
    }

    // client.DefaultRequestHeaders.Add("Authorization", "Bearer ...")
    private static GivenSecret[]? OfHeader(IInvocationOperation call, SecretSymbols symbols) =>
        call.TargetMethod.Name is "Add" or "TryAddWithoutValidation"
        && call.Arguments.Length == 2
        && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, symbols.Headers)
        && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string name }
        && SecretTarget.Headers.Contains(name)
            ? new[] { new GivenSecret(call.Arguments[1].Value, Header, name, Header.Setting) }
            : null;

    private static GivenSecret Of(IOperation value, SecretTarget target, string receiver, INamedTypeSymbol type) =>
        new(value, target, receiver, ClientLibrary.Setting(type, target));
}
