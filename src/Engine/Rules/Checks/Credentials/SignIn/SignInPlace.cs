using Governance.Engine.Findings;

namespace Governance.Engine.Rules.Checks.Credentials.SignIn;

/// <summary>What kind of place a file is, for those who sign in there.</summary>
internal enum PlaceKind
{
    /// <summary>Where people explore, learn or set up their own machine.</summary>
    Personal,

    /// <summary>Nothing tells.</summary>
    Elsewhere,

    /// <summary>Code that is delivered.</summary>
    Code,

    /// <summary>Delivery that is told to lead elsewhere than to production.</summary>
    OtherDelivery,

    /// <summary>Delivery.</summary>
    Delivery,

    /// <summary>Production.</summary>
    Production,
}

/// <summary>A place, and how it is known.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="How">Where it is, as half a sentence that follows what is done there.</param>
internal sealed record SignInPlace(PlaceKind Kind, string How)
{
    /// <summary>Whether it is a pipeline or run by one, where the tools are signed in as a service.</summary>
    public bool IsPipeline { get; init; }

    /// <summary>The severity that a sign-in has there at the worst: an error in delivery and production.</summary>
    /// <param name="isGuarded">Whether it happens only where nobody is signed in: then it is one step less bad.</param>
    public Severity? AtMost(bool isGuarded) =>
        Kind switch
        {
            PlaceKind.Delivery or PlaceKind.Production => isGuarded ? Severity.Warning : null,
            PlaceKind.Code or PlaceKind.OtherDelivery => isGuarded ? Severity.Note : Severity.Warning,
            _ => Severity.Note,
        };
}
