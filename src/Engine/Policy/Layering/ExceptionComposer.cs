using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Governance.Engine.Policy.Reading;

namespace Governance.Engine.Policy.Layering;

/// <summary>The exceptions of a repository: the organisation's for it, and its own as far as the organisation lets it.</summary>
internal static class ExceptionComposer
{
    public static ImmutableArray<PolicyException> Compose(
        PolicyLayer organisation,
        PolicyLayer repository,
        PolicyReading repositoryReading,
        PolicyInput input
    )
    {
        var granted = organisation
            .Exceptions.Where(entry =>
                entry.Repositories is null
                || (input.Origin.Name is { Length: > 0 } name && entry.Repositories.IsMatch(name))
            )
            .Select(static entry => entry.Exception);
        var own = repository
            .Exceptions.Select(static entry => entry.Exception)
            .Where(exception => IsAllowed(exception, organisation, repositoryReading, input));
        return granted.Concat(own).ToImmutableArray();
    }

    private static bool IsAllowed(
        PolicyException exception,
        PolicyLayer organisation,
        PolicyReading reading,
        PolicyInput input
    )
    {
        var (message, remedy) = Flaw(exception, organisation, input);
        if (message.Length == 0)
        {
            return true;
        }

        reading.Report(exception.Location.Span!.Value, message, remedy);
        return false;
    }

    private static (string Message, string Remedy) Flaw(
        PolicyException exception,
        PolicyLayer organisation,
        PolicyInput input
    )
    {
        var rules = organisation.ExceptionRules;
        if (organisation.Locked.RuleIds.Contains(exception.BaseRuleId))
        {
            return (
                $"The organisation locks {exception.BaseRuleId}: its findings cannot be excepted here",
                "Remove the exception, or ask the owners of the organisation's policy for one"
            );
        }

        if (rules.RequireApprover && exception.Approver is null)
        {
            return ("The organisation requires an approver of every exception", "Add 'approver: name'");
        }

        if (rules.RequireTicket && exception.Ticket is null)
        {
            return ("The organisation requires a ticket of every exception", "Add 'ticket: number or link'");
        }

        if (rules.MaxDays is { } days && exception.Expires > LastDay(input.Today, days))
        {
            return (
                $"The exception holds longer than the {days} days that the organisation allows",
                $"Let it expire on {LastDay(input.Today, days).ToString(ValueReader.DateFormat, CultureInfo.InvariantCulture)} at the latest"
            );
        }

        return ("", "");
    }

    /// <summary>The last day an exception may hold, cut to the calendar.</summary>
    public static System.DateTime LastDay(System.DateTime today, int days) =>
        (System.DateTime.MaxValue.Date - today.Date).TotalDays <= days
            ? System.DateTime.MaxValue.Date
            : today.Date.AddDays(days);
}
