using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using static Governance.Analyzers.CSharp.Secrets.SecretKind;

namespace Governance.Analyzers.CSharp.Secrets;

/// <summary>A parameter or property of a library that is given a secret.</summary>
/// <param name="Kind">What it is given.</param>
/// <param name="Setting">The end of the name of the setting that it had better come from.</param>
internal sealed record SecretTarget(SecretKind Kind, string Setting)
{
    /// <summary>Parameters and properties whose name alone does not tell, by type.</summary>
    public static ImmutableArray<(string Type, string Name, SecretTarget Target)> OfTypes { get; } =
        ImmutableArray.Create(
            ("Azure.AzureKeyCredential", "key", new SecretTarget(ServiceKey, "KEY")),
            ("Azure.AzureNamedKeyCredential", "key", new(ServiceKey, "KEY")),
            ("Azure.AzureSasCredential", "signature", new(AccessToken, "SAS")),
            ("System.ClientModel.ApiKeyCredential", "key", new(ServiceKey, "KEY")),
            ("OpenAI.OpenAIClient", "credential", new(ServiceKey, "API_KEY")),
            ("Azure.AI.OpenAI.AzureOpenAIClient", "credential", new(ServiceKey, "API_KEY")),
            ("Azure.Storage.Blobs.Specialized.BlobBaseClient", "blobUri", new(Address, "SAS_URL")),
            ("Azure.Storage.Blobs.BlobContainerClient", "blobContainerUri", new(Address, "SAS_URL")),
            ("Azure.Storage.Blobs.BlobServiceClient", "serviceUri", new(Address, "SAS_URL")),
            ("System.Net.NetworkCredential", "password", new(Password, "PASSWORD")),
            ("System.Net.Http.Headers.AuthenticationHeaderValue", "parameter", new(Header, "TOKEN")),
            ("System.DirectoryServices.DirectoryEntry", "password", new(Password, "PASSWORD")),
            ("System.Security.Cryptography.X509Certificates.X509Certificate", "password", new(Password, "PASSWORD")),
            ("System.Data.Common.DbConnection", "connectionString", new(ConnectionString, "CONNECTION_STRING")),
            (
                "System.Data.Common.DbConnectionStringBuilder",
                "connectionString",
                new(ConnectionString, "CONNECTION_STRING")
            ),
            ("System.Data.Common.DbConnectionStringBuilder", "password", new(Password, "PASSWORD")),
            ("Microsoft.VisualStudio.Services.Common.VssBasicCredential", "password", new(AccessToken, "TOKEN")),
            ("Octokit.Credentials", "token", new(AccessToken, "TOKEN")),
            ("Octokit.Credentials", "password", new(Password, "PASSWORD")),
            ("Amazon.Runtime.SessionAWSCredentials", "token", new(AccessToken, "SESSION_TOKEN")),
            ("Microsoft.IdentityModel.Tokens.SymmetricSecurityKey", "key", new(SigningKey, "SIGNING_KEY")),
            ("StackExchange.Redis.ConnectionMultiplexer", "configuration", new(ConnectionString, "CONNECTION_STRING")),
            ("StackExchange.Redis.ConfigurationOptions", "configuration", new(ConnectionString, "CONNECTION_STRING")),
            (
                "Microsoft.Extensions.Caching.StackExchangeRedis.RedisCacheOptions",
                "configuration",
                new(ConnectionString, "CONNECTION_STRING")
            ),
            ("MongoDB.Driver.MongoUrl", "url", new(ConnectionString, "CONNECTION_STRING")),
            ("RabbitMQ.Client.ConnectionFactory", "uri", new(ConnectionString, "CONNECTION_STRING"))
        );

    /// <summary>Names that tell, in the client libraries alone: elsewhere a password may be anything.</summary>
    public static ImmutableDictionary<string, SecretTarget> OfNames { get; } =
        new Dictionary<string, SecretTarget>
        {
            ["password"] = new(Password, "PASSWORD"),
            ["pwd"] = new(Password, "PASSWORD"),
            ["saslPassword"] = new(Password, "PASSWORD"),
            ["clientSecret"] = new(ClientSecret, "CLIENT_SECRET"),
            ["appPassword"] = new(ClientSecret, "CLIENT_SECRET"),
            ["accountKey"] = new(ServiceKey, "ACCOUNT_KEY"),
            ["storageAccountKey"] = new(ServiceKey, "ACCOUNT_KEY"),
            ["sharedKey"] = new(ServiceKey, "KEY"),
            ["sharedAccessKey"] = new(ServiceKey, "KEY"),
            ["authKey"] = new(ServiceKey, "KEY"),
            ["authKeyOrResourceToken"] = new(ServiceKey, "KEY"),
            ["apiKey"] = new(ServiceKey, "API_KEY"),
            ["subscriptionKey"] = new(ServiceKey, "KEY"),
            ["secretKey"] = new(ServiceKey, "SECRET_ACCESS_KEY"),
            ["secretAccessKey"] = new(ServiceKey, "SECRET_ACCESS_KEY"),
            ["awsSecretAccessKey"] = new(ServiceKey, "SECRET_ACCESS_KEY"),
            ["accessToken"] = new(AccessToken, "TOKEN"),
            ["systemAccessToken"] = new(AccessToken, "TOKEN"),
            ["personalAccessToken"] = new(AccessToken, "TOKEN"),
            ["authToken"] = new(AccessToken, "TOKEN"),
            ["bearerToken"] = new(AccessToken, "TOKEN"),
            ["sasToken"] = new(AccessToken, "SAS"),
            ["connectionString"] = new(ConnectionString, "CONNECTION_STRING"),
            ["selectConnectionString"] = new(ConnectionString, "CONNECTION_STRING"),
            ["storageConnectionString"] = new(ConnectionString, "CONNECTION_STRING"),
            ["nameOrConnectionString"] = new(ConnectionString, "CONNECTION_STRING"),
            ["connection"] = new(ConnectionString, "CONNECTION_STRING"),
        }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Headers that a client proves itself by.</summary>
    public static ImmutableHashSet<string> Headers { get; } =
        ImmutableHashSet.Create(
            StringComparer.OrdinalIgnoreCase,
            "Authorization",
            "Proxy-Authorization",
            "api-key",
            "x-api-key",
            "apikey",
            "Ocp-Apim-Subscription-Key",
            "x-functions-key",
            "PRIVATE-TOKEN"
        );
}
