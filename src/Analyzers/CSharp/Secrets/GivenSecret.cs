using System.Collections.Generic;
using System.Collections.Immutable;
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
            IObjectCreationOperation { Constructor.ContainingType: var type } creation
                when symbols.Of(type) is { IsEmpty: false } targets => OfArguments(
                creation.Arguments,
                targets,
                creation.Type!.Name,
                type
            ),
            IInvocationOperation call when IsHeader(call.TargetMethod, symbols) => OfHeader(call),
            IInvocationOperation { TargetMethod: var method } call
                when symbols.Of(method.ContainingType) is { IsEmpty: false } targets => OfArguments(
                call.Arguments,
                targets,
                method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name,
                method.ContainingType
            ),
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment
                when symbols.Of(TypeOf(target)) is { IsEmpty: false } targets => OfProperty(
                target,
                assignment.Value,
                targets
            ),
            _ => Enumerable.Empty<GivenSecret>(),
        };

    private static IEnumerable<GivenSecret> OfArguments(
        ImmutableArray<IArgumentOperation> arguments,
        ImmutableDictionary<string, SecretTarget> targets,
        string receiver,
        INamedTypeSymbol type
    ) =>
        arguments
            .Where(argument =>
                argument.ArgumentKind != ArgumentKind.DefaultValue
                && argument.Parameter is { } parameter
                && targets.ContainsKey(parameter.Name)
            )
            .Select(argument => Of(argument.Value, targets[argument.Parameter!.Name], receiver, type));

    private static INamedTypeSymbol TypeOf(IPropertyReferenceOperation target) =>
        target.Instance?.Type as INamedTypeSymbol ?? target.Property.ContainingType;

    private static IEnumerable<GivenSecret> OfProperty(
        IPropertyReferenceOperation target,
        IOperation value,
        ImmutableDictionary<string, SecretTarget> targets
    )
    {
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

        if (targets.TryGetValue(name, out var found))
        {
            var type = TypeOf(target);
            yield return Of(value, found, $"{type.Name}.{name}", type);
        }
    }

    private static bool IsHeader(IMethodSymbol method, SecretSymbols symbols) =>
        method.Name is "Add" or "TryAddWithoutValidation"
        && SymbolEqualityComparer.Default.Equals(method.ContainingType, symbols.Headers);

    // client.DefaultRequestHeaders.Add("Authorization", "Bearer ...")
    private static IEnumerable<GivenSecret> OfHeader(IInvocationOperation call)
    {
        if (
            call.Arguments.Length == 2
            && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string name }
            && SecretTarget.Headers.Contains(name)
        )
        {
            yield return new GivenSecret(call.Arguments[1].Value, Header, name, Header.Setting);
        }
    }

    private static GivenSecret Of(IOperation value, SecretTarget target, string receiver, INamedTypeSymbol type) =>
        new(value, target, receiver, ClientLibrary.Setting(type, target));
}
