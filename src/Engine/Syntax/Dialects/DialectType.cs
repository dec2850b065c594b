using System.Collections.Immutable;

namespace Governance.Engine.Syntax.Dialects;

/// <summary>
/// What may stand at a place of a dialect: a scalar, a list, a mapping, or several of these. A value is judged by the shape of its own
/// kind, so that a message can name the real problem.
/// </summary>
/// <param name="Name">The name in the dialect's description.</param>
internal sealed record DialectType(string Name)
{
    /// <summary>What a thing of this type is called in messages (<c>job</c>); null where its key says enough.</summary>
    public string? Title { get; init; }

    /// <summary>Whether the value may be <c>null</c>.</summary>
    public bool AllowsNull { get; init; }

    /// <summary>Whether the value may be left out: <c>push:</c>.</summary>
    public bool AllowsLeftOut { get; init; }

    /// <summary>Whether anything may stand here.</summary>
    public bool IsAnything { get; init; }

    /// <summary>The scalars that may stand here, or null.</summary>
    public ScalarShape? Scalar { get; init; }

    /// <summary>The lists that may stand here, or null.</summary>
    public SequenceShape? Sequence { get; init; }

    /// <summary>The mappings that may stand here, or null.</summary>
    public MappingShape? Mapping { get; init; }

    /// <summary>Which type a mapping really is, by the keys it has; the first that fits counts. Empty where it is this one.</summary>
    public ImmutableArray<DialectChoice> Choices { get; init; } = ImmutableArray<DialectChoice>.Empty;

    /// <summary>The type that a mapping with this key has; null where the key does not choose.</summary>
    public DialectType? ChoiceOf(string key)
    {
        foreach (var choice in Choices)
        {
            if (choice.Key == key)
            {
                return choice.Then.Type;
            }
        }

        return null;
    }

    /// <summary>Whether the first of several keys that fit decides; else the last one written says what was meant.</summary>
    public bool FirstDecides { get; init; }

    /// <summary>What is expected where no choice fits, as a sentence without a full stop; null where <see cref="Mapping"/> counts then.</summary>
    public string? NoChoice { get; init; }

    /// <summary>Keys that people write here and that belong elsewhere, with what to do about them.</summary>
    public ImmutableArray<DialectHint> Elsewhere { get; init; } = ImmutableArray<DialectHint>.Empty;

    /// <summary>What may stand here, in words: <c>a mapping or a text</c>.</summary>
    public string Expected =>
        string.Join(
            " or ",
            ImmutableArray
                .Create(
                    Mapping is null && Choices.IsEmpty ? null : "a mapping",
                    Sequence is null ? null : "a list",
                    Scalar?.Expected
                )
                .RemoveAll(static word => word is null)
        );
}

/// <summary>A type that a mapping has where it has a key.</summary>
internal sealed record DialectChoice(string Key, DialectUse Then);

/// <summary>A key that belongs elsewhere.</summary>
/// <param name="Key">The key.</param>
/// <param name="Remedy">What to do: a sentence without a full stop.</param>
internal sealed record DialectHint(string Key, string Remedy);

/// <summary>A type at a place. The types of a dialect refer to one another in circles, so that <see cref="Type"/> is found when it is read.</summary>
internal sealed class DialectUse(string typeName, string? site)
{
    /// <summary>The site of what is around.</summary>
    public const string SameSite = "same";

    private DialectType? _type;

    /// <summary>The type.</summary>
    public DialectType Type =>
        _type ?? throw new System.InvalidOperationException($"The type '{typeName}' was not resolved.");

    /// <summary>The name of the type, as written.</summary>
    public string TypeName => typeName;

    /// <summary>
    /// Where expressions may stand: the name of the place, by which it is known what they may use. Null where they may not;
    /// <see cref="SameSite"/> where it is as for what is around.
    /// </summary>
    public string? Site => site;

    /// <summary>Gives the use its type, once.</summary>
    public void Resolve(DialectType type) => _type ??= type;
}

/// <summary>How a scalar is read.</summary>
internal enum ScalarKind
{
    /// <summary>Any scalar.</summary>
    Text,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,
}

/// <summary>Scalars of a place.</summary>
/// <param name="Kind">How they are read.</param>
internal sealed record ScalarShape(ScalarKind Kind)
{
    /// <summary>Whether an empty text will do.</summary>
    public bool AllowsEmpty { get; init; } = true;

    /// <summary>Whether a number must be greater than zero.</summary>
    public bool IsPositive { get; init; }

    /// <summary>The values allowed; empty where any is.</summary>
    public ImmutableArray<string> Values { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Whether case counts in <see cref="Values"/>.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>The type whose keys are the values allowed, or null.</summary>
    public DialectUse? ValuesOf { get; init; }

    /// <summary>The name of a format that code knows (<c>cron</c>), or null.</summary>
    public string? Format { get; init; }

    /// <summary>What the value must match, or null.</summary>
    public DialectPattern? Pattern { get; init; }

    /// <summary>In words.</summary>
    public string Expected =>
        Kind switch
        {
            ScalarKind.Boolean => "true or false",
            ScalarKind.Integer => "a whole number",
            ScalarKind.Number => "a number",
            _ => "a text",
        };
}

/// <summary>Lists of a place.</summary>
/// <param name="Items">What each item is.</param>
/// <param name="AllowsEmpty">Whether it may have none.</param>
internal sealed record SequenceShape(DialectUse Items, bool AllowsEmpty);

/// <summary>Mappings of a place.</summary>
internal sealed record MappingShape
{
    /// <summary>The keys that have a meaning.</summary>
    public ImmutableArray<DialectKey> Keys { get; init; } = ImmutableArray<DialectKey>.Empty;

    /// <summary>What stands under any other key; null where there may be none.</summary>
    public DialectUse? Others { get; init; }

    /// <summary>The name of the format of other keys, or null.</summary>
    public string? KeyFormat { get; init; }

    /// <summary>The keys that must be there.</summary>
    public ImmutableArray<string> Required { get; init; } = ImmutableArray<string>.Empty;

    /// <summary>Groups of keys of which only one may be there.</summary>
    public ImmutableArray<ImmutableArray<string>> Exclusive { get; init; } =
        ImmutableArray<ImmutableArray<string>>.Empty;

    /// <summary>Whether it may have no key.</summary>
    public bool AllowsEmpty { get; init; } = true;

    /// <summary>Whether two keys that differ in case are the same.</summary>
    public bool IgnoresCase { get; init; }

    /// <summary>Whether a key that is written in another case may be meant.</summary>
    public bool FindsInAnyCase { get; init; }

    /// <summary>The key of this name, or null.</summary>
    public DialectKey? Find(string name)
    {
        DialectKey? alike = null;
        foreach (var key in Keys)
        {
            if (key.Name == name)
            {
                return key;
            }

            if (FindsInAnyCase && string.Equals(key.Name, name, System.StringComparison.OrdinalIgnoreCase))
            {
                alike = key;
            }
        }

        return alike;
    }
}

/// <summary>A key of a mapping.</summary>
internal sealed record DialectKey(string Name, DialectUse Use);
