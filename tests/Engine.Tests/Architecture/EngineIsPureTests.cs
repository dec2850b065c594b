using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Governance.Engine.Rules;

namespace Governance.Engine.Tests.Architecture;

/// <summary>The engine keeps nothing between runs: what a static field holds never changes.</summary>
public sealed class EngineIsPureTests
{
    /// <summary>Types whose values never change, or whose changes nobody can see.</summary>
    private static readonly HashSet<Type> Unchanging =
    [
        typeof(string),
        typeof(Regex),
        typeof(Encoding),
        typeof(UTF8Encoding),
        typeof(Type),
    ];

    [Fact]
    public void No_static_field_can_be_assigned_or_mutated()
    {
        var offenders = typeof(RuleCatalog)
            .Assembly.GetTypes()
            .Where(static type => !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.IsEnum)
            .SelectMany(static type =>
                type.GetFields(
                    BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
            )
            .Where(static field => !field.IsLiteral && !(field.IsInitOnly && CannotChange(field.FieldType, [])))
            .Where(static field => !IsArrayOfValues(field))
            .Select(static field => $"{field.DeclaringType}.{field.Name}: {field.FieldType}");
        Assert.Empty(offenders);
    }

    [Fact]
    public void The_test_sees_a_mutable_static()
    {
        Assert.False(CannotChange(typeof(Dictionary<string, string>), []));
        Assert.False(CannotChange(typeof(StringBuilder), []));
        Assert.True(CannotChange(typeof(ImmutableArray<string>), []));
    }

    // The generated table of rules and tables of bytes or words are arrays, which no line of the engine writes to.
    private static bool IsArrayOfValues(FieldInfo field) =>
        field.IsInitOnly
        && field.IsPrivate
        && field.FieldType.IsArray
        && CannotChange(field.FieldType.GetElementType()!, []);

    private static bool CannotChange(Type type, HashSet<Type> open)
    {
        if (type.IsPrimitive || type.IsEnum || Unchanging.Contains(type) || !open.Add(type))
        {
            return true;
        }

        if (type.Namespace?.StartsWith("System", StringComparison.Ordinal) == true)
        {
            return IsImmutableOfSystem(type) && type.GenericTypeArguments.All(argument => CannotChange(argument, open));
        }

        return type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .All(static field => field.IsInitOnly || field.FieldType.IsPrimitive);
    }

    private static bool IsImmutableOfSystem(Type type) =>
        type.Namespace is "System.Collections.Immutable" or "System.Collections.Frozen" or "System.Buffers"
        || typeof(Delegate).IsAssignableFrom(type)
        || type == typeof(DateTime)
        || type == typeof(TimeSpan)
        || type.Name.StartsWith("KeyValuePair", StringComparison.Ordinal)
        || type.Name.StartsWith("ValueTuple", StringComparison.Ordinal)
        || type.Name.StartsWith("ILookup", StringComparison.Ordinal)
        || type.Name.StartsWith("IEqualityComparer", StringComparison.Ordinal)
        || type == typeof(StringComparer)
        || type.Name.StartsWith("IComparer", StringComparison.Ordinal);
}
