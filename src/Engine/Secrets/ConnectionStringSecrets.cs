using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Secrets;

/// <summary>
/// Finds the secret of a connection string: <c>Name=Value;...</c>, the comma-separated one of Redis, or an address with a
/// password before the host. Time is linear in the text.
/// </summary>
public static class ConnectionStringSecrets
{
    /// <summary>Stands for a part of the text that is known only when the program runs.</summary>
    public const char Unknown = '\uFFFC';

    private static readonly ImmutableDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["password"] = "a password",
        ["pwd"] = "a password",
        ["accountkey"] = "an account key",
        ["sharedaccesskey"] = "a shared access key",
        ["sharedaccesssignature"] = "a shared access signature",
        ["accesskey"] = "an access key",
        ["secret"] = "a secret",
        ["apikey"] = "a key",
    }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly ImmutableHashSet<string> Hosts = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "server",
        "datasource",
        "host",
        "hostname",
        "address",
        "addr",
        "networkaddress"
    );

    private static readonly ImmutableHashSet<string> LocalHosts = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "",
        ".",
        "localhost",
        "127.0.0.1",
        "::1",
        "[::1]",
        "(local)",
        "(localdb)",
        "host.docker.internal"
    );

    /// <summary>What the images and tutorials of databases have people type on their own machines.</summary>
    private static readonly ImmutableHashSet<string> LocalPasswords = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "postgres",
        "root",
        "admin",
        "sa",
        "guest",
        "example",
        "redis",
        "mysql",
        "mongo",
        "mongodb",
        "oracle",
        "rabbitmq",
        "dev",
        "development",
        "mysecretpassword",
        "password1",
        "password123",
        "passw0rd",
        "p@ssw0rd",
        "p@ssword",
        "p@ssword1",
        "pass@word",
        "pass@word1",
        "yourstrong(!)password",
        "yourstrong@passw0rd",
        "1234",
        "12345",
        "123456",
        "12345678"
    );

    /// <summary>The first secret that the text holds; null where it has none, or nothing but placeholders.</summary>
    /// <param name="text">The text, with <see cref="Unknown"/> for what is not known of it.</param>
    public static StoredSecret? Find(string text)
    {
        if (text.IndexOf("://", StringComparison.Ordinal) is var scheme and > 0 && text.IndexOf('=', 0, scheme) < 0)
        {
            return OfAddress(text, scheme + 3);
        }

        // Redis has commas, and no name before its host.
        var isRedis = text.IndexOf(';') < 0 && text.IndexOf(',') > 0;
        var settings = Read(text, isRedis ? ',' : ';');
        // What signs in as the account of the machine leaves a password unused.
        if (settings.Any(one => IsTrue(text, one)))
        {
            return null;
        }

        var isLocal = IsLocal(text, settings, isRedis);
        return settings
            .Where(one => Names.ContainsKey(one.Name) && IsSecret(text.Substring(one.Start, one.Length), isLocal))
            .Select(one => new StoredSecret(one.Start, one.Length, Names[one.Name]))
            .FirstOrDefault();
    }

    private static StoredSecret? OfAddress(string text, int start)
    {
        var end = start;
        var at = -1;
        for (; end < text.Length && text[end] is not ('/' or '?' or '#' or ' '); end++)
        {
            at = text[end] == '@' ? end : at;
        }

        var colon = at < 0 ? -1 : text.IndexOf(':', start, at - start);
        if (colon < 0)
        {
            return null;
        }

        var host = text.Substring(at + 1, end - at - 1).Split(',')[0];
        var isLocal = LocalHosts.Contains(host.Split(':')[0]);
        return IsSecret(text.Substring(colon + 1, at - colon - 1), isLocal)
            ? new StoredSecret(colon + 1, at - colon - 1, "a password")
            : null;
    }

    private static bool IsSecret(string value, bool isLocal) =>
        value.IndexOf(Unknown) < 0
        && !PlaceholderText.Is(value)
        && !PublishedSecrets.Contains(value)
        && !(isLocal && LocalPasswords.Contains(value));

    private static bool IsTrue(string text, Setting setting) =>
        setting.Name.ToLowerInvariant() is "integratedsecurity" or "trustedconnection"
        && text.Substring(setting.Start, setting.Length).ToLowerInvariant() is "true" or "yes" or "sspi";

    private static bool IsLocal(string text, List<Setting> settings, bool isRedis)
    {
        var hosts = settings
            .Where(static one => Hosts.Contains(one.Name))
            .Select(one => text.Substring(one.Start, one.Length))
            .Concat(isRedis ? text.Split(',').Take(1) : Enumerable.Empty<string>())
            .ToList();
        return hosts.Count > 0 && hosts.All(IsLocalHost);
    }

    private static bool IsLocalHost(string host)
    {
        host = host.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase) ? host.Substring(4) : host;
        return LocalHosts.Contains(host.Split(',', '\\', '/')[0].Trim())
            || LocalHosts.Contains(host.Split(',', '\\', ':')[0].Trim());
    }

    private static List<Setting> Read(string text, char separator)
    {
        var settings = new List<Setting>();
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf(separator, start);
            end = end < 0 ? text.Length : end;
            var equals = text.IndexOf('=', start, end - start);
            if (equals > start)
            {
                var name = text.Substring(start, equals - start).Replace(" ", "").Replace("_", "").Trim();
                var from = equals + 1;
                while (from < end && text[from] == ' ')
                {
                    from++;
                }

                if (from < end && text[from] is '"' or '\'')
                {
                    // A separator within quotes belongs to the value.
                    var quote = text.IndexOf(text[from], from + 1);
                    from++;
                    var to = quote < 0 ? text.Length : quote;
                    settings.Add(new Setting(name, from, to - from));
                    end = text.IndexOf(separator, to);
                    end = end < 0 ? text.Length : end;
                }
                else
                {
                    settings.Add(new Setting(name, from, text.Substring(from, end - from).TrimEnd().Length));
                }
            }

            start = end + 1;
        }

        return settings;
    }

    private readonly record struct Setting(string Name, int Start, int Length);
}
