using System.Collections.Generic;
using System.Collections.Immutable;

namespace Governance.Engine.Secrets.Detection;

/// <summary>
/// Which characters a pattern may have in its first places. To hold a text against it costs next to nothing, so that what only
/// begins with a signature, over and over, keeps no regular expression busy.
/// </summary>
internal sealed class PatternStart
{
    private const int Places = 40;

    /// <summary>A pattern that may go on in more ways is known as far as it was followed.</summary>
    private const int MostWays = 400;

    private const int MostSteps = 4000;

    private readonly SignSet[] _places;

    /// <summary>Follows a pattern.</summary>
    public PatternStart(string pattern)
    {
        var places = new List<SignSet>();
        var ways = new List<Way> { new(PatternReader.Read(pattern), null) };
        while (places.Count < Places && ways.Count < MostWays)
        {
            var next = new List<Way>();
            var place = default(SignSet);
            if (!TryStep(ways, next, ref place))
            {
                break;
            }

            places.Add(place);
            ways = next;
        }

        _places = places.ToArray();
    }

    /// <summary>
    /// Whether a text is in the middle of what goes on as the pattern does: a dash stands before it, which the pattern may have too.
    /// Letters and digits before it are no question of the pattern.
    /// </summary>
    public bool GoesOn(string text, int at) =>
        at > 0
        && text[at - 1] == '-'
        && char.IsLetterOrDigit(text[at])
        && _places.Length > 0
        && _places[_places.Length - 1].Has('-');

    /// <summary>Whether the pattern may be there: what is said to be not is not.</summary>
    public bool Fits(string text, int at)
    {
        var places = _places;
        if (text.Length - at < places.Length)
        {
            return false;
        }

        for (var place = 0; place < places.Length; place++)
        {
            if (!places[place].Has(text[at + place]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One character further on all ways; false where the pattern may be at its end, or goes on in a way that is not known.</summary>
    private static bool TryStep(List<Way> ways, List<Way> next, ref SignSet place)
    {
        var open = new Stack<Way?>(ways);
        for (var steps = 0; open.Count > 0; steps++)
        {
            if (open.Pop() is not { } way || steps > MostSteps)
            {
                return false;
            }

            switch (way.Part)
            {
                case PatternPart.One one:
                    place = place.Or(one.Members);
                    next.Add(way.Next ?? Way.End);
                    break;
                case PatternPart.Row row:
                    var rest = way.Next;
                    for (var at = row.Parts.Length - 1; at >= 0; at--)
                    {
                        rest = new Way(row.Parts[at], rest);
                    }

                    open.Push(rest);
                    break;
                case PatternPart.Atomic atomic:
                    open.Push(new Way(atomic.Part, way.Next));
                    break;
                case PatternPart.Look:
                    open.Push(way.Next);
                    break;
                case PatternPart.Choice choice:
                    foreach (var branch in choice.Branches)
                    {
                        open.Push(new Way(branch, way.Next));
                    }

                    break;
                case PatternPart.Repeat repeat:
                    if (repeat.Least == 0)
                    {
                        open.Push(way.Next);
                    }

                    if (repeat.Most > 0)
                    {
                        open.Push(new Way(repeat.Part, new Way(OneLess(repeat), way.Next)));
                    }

                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private static PatternPart.Repeat OneLess(PatternPart.Repeat repeat) =>
        repeat with
        {
            Least = repeat.Least == 0 ? 0 : repeat.Least - 1,
            Most = repeat.Most == int.MaxValue ? int.MaxValue : repeat.Most - 1,
        };

    /// <summary>What is still to come.</summary>
    private sealed record Way(PatternPart Part, Way? Next)
    {
        /// <summary>Nothing is to come.</summary>
        public static Way End { get; } = new(new PatternPart.Row(ImmutableArray<PatternPart>.Empty), null);
    }
}
