using System;
using System.Collections.Generic;

namespace Governance.Engine.Syntax.Expressions;

/// <summary>The kinds of values; several at once say what is allowed.</summary>
[Flags]
internal enum ValueKinds
{
    None = 0,
    Null = 1,
    Bool = 2,
    Number = 4,
    String = 8,
    Object = 16,
    Array = 32,

    /// <summary>What a text can be made of.</summary>
    Scalar = Bool | Number | String,
    Any = Null | Scalar | Object | Array,
}

/// <summary>What is known of a value before a run.</summary>
internal sealed class ExpressionType
{
    private readonly IReadOnlyDictionary<string, ExpressionType>? _properties;

    private ExpressionType(
        ValueKinds kind,
        IReadOnlyDictionary<string, ExpressionType>? properties = null,
        ExpressionType? rest = null,
        bool isFiltered = false,
        bool isOfWords = false
    )
    {
        Kind = kind;
        IsOfWords = isOfWords || (kind == ValueKinds.Object && rest is null);
        _properties = properties;
        Rest = rest;
        IsFiltered = isFiltered;
    }

    /// <summary>Nothing is known.</summary>
    public static ExpressionType Any { get; } = new(ValueKinds.Any);

    /// <summary>Null.</summary>
    public static ExpressionType Null { get; } = new(ValueKinds.Null);

    /// <summary>A truth value.</summary>
    public static ExpressionType Bool { get; } = new(ValueKinds.Bool);

    /// <summary>A number.</summary>
    public static ExpressionType Number { get; } = new(ValueKinds.Number);

    /// <summary>A string.</summary>
    public static ExpressionType String { get; } = new(ValueKinds.String);

    /// <summary>An object of which nothing more is known.</summary>
    public static ExpressionType OpenObject { get; } = new(ValueKinds.Object, null, Any);

    /// <summary>An object whose values are all strings.</summary>
    public static ExpressionType StringMap { get; } = new(ValueKinds.Object, null, String);

    /// <summary>A map of strings whose names are words, and never numbers.</summary>
    public static ExpressionType Variables { get; } = new(ValueKinds.Object, null, String, isOfWords: true);

    /// <summary>An object without properties.</summary>
    public static ExpressionType EmptyObject { get; } = new(ValueKinds.Object);

    /// <summary>One kind, or <see cref="ValueKinds.Any"/>.</summary>
    public ValueKinds Kind { get; }

    /// <summary>The type of properties that are not named, or of an array's items; null where an object has no others.</summary>
    public ExpressionType? Rest { get; }

    /// <summary>Whether this is an array that a <c>*</c> made: a property of it is that of each item.</summary>
    public bool IsFiltered { get; }

    /// <summary>Whether this is an object that has no property named by a number.</summary>
    public bool IsOfWords { get; }

    /// <summary>Whether nothing is known.</summary>
    public bool IsAny => Kind == ValueKinds.Any;

    /// <summary>The named properties.</summary>
    public IEnumerable<string> Names => _properties?.Keys ?? Array.Empty<string>();

    /// <summary>How many properties are named.</summary>
    public int Count => _properties?.Count ?? 0;

    /// <summary>An object of these properties, and of others of type <paramref name="rest"/>; names differ by more than case.</summary>
    public static ExpressionType Object(IEnumerable<NamedType> properties, ExpressionType? rest = null)
    {
        var byName = new Dictionary<string, ExpressionType>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in properties)
        {
            byName[property.Name] = byName.TryGetValue(property.Name, out var other)
                ? Join(other, property.Type)
                : property.Type;
        }

        return new ExpressionType(ValueKinds.Object, byName, rest);
    }

    /// <summary>An object of these properties alone.</summary>
    public static ExpressionType Object(params (string Name, ExpressionType Type)[] properties)
    {
        var byName = new Dictionary<string, ExpressionType>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, type) in properties)
        {
            byName[name] = type;
        }

        return new ExpressionType(ValueKinds.Object, byName);
    }

    /// <summary>An object of these properties alone, which are kept as they are and compare names without case.</summary>
    public static ExpressionType ObjectOf(IReadOnlyDictionary<string, ExpressionType> properties) =>
        new(ValueKinds.Object, properties);

    /// <summary>An object whose values are all of one type.</summary>
    public static ExpressionType Map(ExpressionType values) => new(ValueKinds.Object, null, values);

    /// <summary>An array.</summary>
    public static ExpressionType ArrayOf(ExpressionType items, bool isFiltered = false) =>
        new(ValueKinds.Array, null, items, isFiltered);

    /// <summary>The type of a property, or null where the object has none of this name.</summary>
    public ExpressionType? Property(string name) =>
        IsAny ? Any
        : _properties is not null && _properties.TryGetValue(name, out var type) ? type
        : Kind == ValueKinds.Object ? Rest
        : null;

    /// <summary>The type of all values of an object or items of an array.</summary>
    public ExpressionType Values()
    {
        if (_properties is null)
        {
            return Rest ?? Any;
        }

        ExpressionType? joined = Rest;
        foreach (var type in _properties.Values)
        {
            joined = joined is null ? type : Join(joined, type);
        }

        return joined ?? Any;
    }

    /// <summary>The type of a value that is of one type or the other. Properties of one object only are properties of both.</summary>
    public static ExpressionType Join(ExpressionType left, ExpressionType right)
    {
        if (ReferenceEquals(left, right) || left.IsAny)
        {
            return left;
        }

        if (left.Kind != right.Kind)
        {
            return Any;
        }

        if (left.Kind == ValueKinds.Array)
        {
            return ArrayOf(Join(left.Values(), right.Values()), left.IsFiltered && right.IsFiltered);
        }

        if (left.Kind != ValueKinds.Object)
        {
            return left;
        }

        var rest =
            left.Rest is null ? right.Rest
            : right.Rest is null ? left.Rest
            : Join(left.Rest, right.Rest);
        return Object(left.Pairs(right), rest);
    }

    /// <summary>The type in words, with its article: "a string".</summary>
    public override string ToString() =>
        Kind switch
        {
            ValueKinds.Null => "null",
            ValueKinds.Bool => "a boolean",
            ValueKinds.Number => "a number",
            ValueKinds.String => "a string",
            ValueKinds.Object => "an object",
            ValueKinds.Array => "a list",
            _ => "any value",
        };

    private IEnumerable<NamedType> Pairs(ExpressionType other)
    {
        foreach (var side in new[] { this, other })
        {
            if (side._properties is not null)
            {
                foreach (var pair in side._properties)
                {
                    yield return new NamedType(pair.Key, pair.Value);
                }
            }
        }
    }
}
