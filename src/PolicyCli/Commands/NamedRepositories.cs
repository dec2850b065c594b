using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Governance.Engine.Repository;
using Governance.Repositories;

namespace Governance.PolicyCli.Commands;

/// <summary>The repositories that <c>--repository NAME=PATH</c> names. They are open until it is disposed of.</summary>
internal sealed class NamedRepositories : IDisposable
{
    private readonly List<GovernedRepository> _open = [];

    private NamedRepositories() { }

    /// <summary>The repositories.</summary>
    public ImmutableArray<OtherRepository> All { get; private set; } = [];

    /// <summary>Opens them. Throws <see cref="UsageException"/> for one that is not there.</summary>
    public static NamedRepositories Open(string[]? named, CommandHost host)
    {
        var repositories = new NamedRepositories();
        try
        {
            foreach (var one in named ?? [])
            {
                repositories.Add(one, host);
            }

            return repositories;
        }
        catch
        {
            repositories.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var repository in _open)
        {
            repository.Dispose();
        }
    }

    private void Add(string named, CommandHost host)
    {
        var equals = named.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0 || equals == named.Length - 1)
        {
            throw new UsageException(
                $"--repository {named}: write NAME=PATH, the name as the pipeline's resource has it and the folder of a clone or mirror"
            );
        }

        var (name, path) = (named[..equals].Trim(), named[(equals + 1)..]);
        try
        {
            var repository = GovernedRepository.Open(path, host.WorkingDirectory, host.Cancellation);
            _open.Add(repository);
            All = All.Add(new OtherRepository(name, (reference, token) => Read(repository, name, reference, token)));
        }
        catch (RepositoryException exception)
        {
            throw new UsageException($"--repository {named}: {exception.Message}", exception);
        }
    }

    private static OtherRepositoryContent Read(
        GovernedRepository repository,
        string name,
        string? reference,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return repository.AtReference(reference, cancellationToken) is { } snapshot
                ? new OtherRepositoryContent(snapshot, null)
                : new OtherRepositoryContent(
                    null,
                    $"the repository given for '{name}' has no {reference ?? "commit yet"}"
                );
        }
        catch (RepositoryException exception)
        {
            return new OtherRepositoryContent(
                null,
                $"the repository given for '{name}' cannot be read: {exception.Message}"
            );
        }
    }
}
