using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;

namespace Governance.Engine.Rules;

/// <summary>An option's value: text, a whole number, a truth value, or a list of texts.</summary>
public sealed class OptionValue : IEquatable<OptionValue>
{
    private OptionValue(string type, ImmutableArray<string> items)
    {
        Type = type;
        Items = items;
    }

    /// <summary><c>string</c>, <c>integer</c>, <c>boolean</c> or <c>list</c>.</summary>
    public string Type { get; }

    /// <summary>The list's items; one item for the other types.</summary>
    public ImmutableArray<string> Items { get; }

    /// <summary>A text.</summary>
    public static OptionValue Of(string value) => new("string", ImmutableArray.Create(value));

    /// <summary>A whole number.</summary>
    public static OptionValue Of(long value) =>
        new("integer", ImmutableArray.Create(value.ToString(CultureInfo.InvariantCulture)));

    /// <summary>A truth value.</summary>
    public static OptionValue Of(bool value) => new("boolean", ImmutableArray.Create(value ? "true" : "false"));

    /// <summary>A list of texts.</summary>
    public static OptionValue Of(ImmutableArray<string> values) => new("list", values);

    /// <inheritdoc/>
    public bool Equals(OptionValue? other) =>
        other is not null && Type == other.Type && Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OptionValue);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>As YAML would write it.</summary>
    public override string ToString() => Type == "list" ? "[" + string.Join(", ", Items) + "]" : Items[0];
}

/// <summary>An option and its value.</summary>
public sealed record RuleOption(string Name, OptionValue Value);

/// <summary>A rule's options by name, sorted ordinally.</summary>
public sealed class RuleOptions
{
    private readonly RuleOption[] _options;

    /// <summary>Makes a set of options; of two with one name the later counts.</summary>
    public RuleOptions(IEnumerable<RuleOption> options)
    {
        // A few options, made for each rule at each start: a sorted array costs less than a dictionary's types to load.
        var sorted = new List<RuleOption>();
        foreach (var option in options)
        {
            sorted.RemoveAll(other => other.Name == option.Name);
            sorted.Add(option);
        }

        sorted.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        _options = sorted.ToArray();
    }

    /// <summary>No options.</summary>
    public static RuleOptions None { get; } = new(Array.Empty<RuleOption>());

    /// <summary>All options, sorted by name.</summary>
    public IReadOnlyList<RuleOption> All => _options;

    /// <summary>An option of type <c>list</c>.</summary>
    public ImmutableArray<string> List(string name) => Get(name, "list").Items;

    /// <summary>An option of type <c>string</c>.</summary>
    public string Text(string name) => Get(name, "string").Items[0];

    /// <summary>An option of type <c>integer</c>.</summary>
    public long Number(string name) => long.Parse(Get(name, "integer").Items[0], CultureInfo.InvariantCulture);

    /// <summary>An option of type <c>boolean</c>.</summary>
    public bool Flag(string name) => Get(name, "boolean").Items[0] == "true";

    /// <summary>These options with some replaced.</summary>
    public RuleOptions With(IEnumerable<RuleOption> overrides) => new(_options.Concat(overrides));

    /// <summary>The value of an option, or null when the rule has none of this name.</summary>
    public OptionValue? Find(string name) => Array.Find(_options, option => option.Name == name)?.Value;

    /// <summary>The options as one line of text; equal options give equal text.</summary>
    public override string ToString() =>
        string.Join("; ", _options.Select(static option => option.Name + ": " + option.Value));

    private OptionValue Get(string name, string type) =>
        Find(name) is { } value && value.Type == type
            ? value
            : throw new InvalidOperationException($"The rule's page declares no option '{name}' of type {type}.");
}
