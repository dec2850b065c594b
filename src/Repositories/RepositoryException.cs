using System;

namespace Governance.Repositories;

/// <summary>
/// A repository could not be opened or read as asked. The message is one sentence for people, without a full stop,
/// and says what to do where there is something to do.
/// </summary>
public sealed class RepositoryException : Exception
{
    /// <summary>Makes an exception without a message.</summary>
    public RepositoryException() { }

    /// <summary>Makes an exception with a sentence for people.</summary>
    public RepositoryException(string message)
        : base(message) { }

    /// <summary>Makes an exception with a sentence for people, and what led to it.</summary>
    public RepositoryException(string message, Exception innerException)
        : base(message, innerException) { }
}
