namespace Governance.Engine.Secrets;

/// <summary>Where in a text a secret stands. It never holds the secret.</summary>
/// <param name="Start">The offset of its first character, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units.</param>
/// <param name="What">What it is, as a sentence names it: <c>a password</c>.</param>
public sealed record StoredSecret(int Start, int Length, string What);
