using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Governance.Tests.Analyzers;

/// <summary>
/// What examples give secrets to, of libraries that are large or not on every feed: the names of their assemblies, types and
/// parameters, as they declare them, and nothing behind them. <c>bench/secrets.cs</c> compiles against the libraries themselves.
/// </summary>
internal static class ClientLibraries
{
    private static readonly ImmutableDictionary<string, string> Sources = new Dictionary<string, string>
    {
        ["Microsoft.Data.SqlClient"] = """
            namespace Microsoft.Data.SqlClient
            {
                public sealed class SqlConnection : System.Data.Common.DbConnection
                {
                    public SqlConnection() { }
                    public SqlConnection(string connectionString) { }
                    public override string ConnectionString { get; set; }
                    public override string Database => "";
                    public override string DataSource => "";
                    public override string ServerVersion => "";
                    public override System.Data.ConnectionState State => default;
                    public override void ChangeDatabase(string databaseName) { }
                    public override void Close() { }
                    public override void Open() { }
                    protected override System.Data.Common.DbTransaction BeginDbTransaction(System.Data.IsolationLevel isolationLevel) => null;
                    protected override System.Data.Common.DbCommand CreateDbCommand() => null;
                }

                public sealed class SqlConnectionStringBuilder : System.Data.Common.DbConnectionStringBuilder
                {
                    public SqlConnectionStringBuilder() { }
                    public SqlConnectionStringBuilder(string connectionString) { }
                    public string DataSource { get; set; }
                    public string UserID { get; set; }
                    public string Password { get; set; }
                }
            }
            """,
        ["Npgsql"] = """
            namespace Npgsql
            {
                public abstract class NpgsqlDataSource { public static NpgsqlDataSource Create(string connectionString) => null; }
            }
            """,
        ["Microsoft.EntityFrameworkCore.SqlServer"] = """
            namespace Microsoft.EntityFrameworkCore
            {
                public class DbContextOptionsBuilder { }
                public static class SqlServerDbContextOptionsExtensions
                {
                    public static DbContextOptionsBuilder UseSqlServer(this DbContextOptionsBuilder optionsBuilder, string connectionString) => null;
                }
            }
            """,
        ["StackExchange.Redis"] = """
            namespace StackExchange.Redis
            {
                public class ConnectionMultiplexer { public static ConnectionMultiplexer Connect(string configuration, System.IO.TextWriter log = null) => null; }
            }
            """,
        ["MongoDB.Driver"] = """
            namespace MongoDB.Driver { public class MongoClient { public MongoClient(string connectionString) { } } }
            """,
        ["Azure.Storage.Blobs"] = """
            namespace Azure.Storage { public class StorageSharedKeyCredential { public StorageSharedKeyCredential(string accountName, string accountKey) { } } }
            namespace Azure.Storage.Blobs
            {
                public class BlobServiceClient
                {
                    public BlobServiceClient(string connectionString) { }
                    public BlobServiceClient(System.Uri serviceUri) { }
                }
            }
            """,
        ["Azure.Messaging.ServiceBus"] = """
            namespace Azure.Messaging.ServiceBus { public class ServiceBusClient { public ServiceBusClient(string connectionString) { } } }
            """,
        ["Microsoft.Azure.WebJobs"] = """
            namespace Microsoft.Azure.WebJobs
            {
                public class QueueTriggerAttribute : System.Attribute
                {
                    public QueueTriggerAttribute(string queueName) { }
                    public string Connection { get; set; }
                }
            }
            """,
        ["OpenAI"] = """
            namespace OpenAI
            {
                public class OpenAIClient
                {
                    public OpenAIClient(string apiKey) { }
                    public OpenAIClient(System.ClientModel.ApiKeyCredential credential) { }
                }
            }
            """,
        ["Octokit"] = """
            namespace Octokit
            {
                public class Credentials
                {
                    public Credentials(string token) { }
                    public Credentials(string login, string password) { }
                }
            }
            """,
        ["Microsoft.VisualStudio.Services.Common"] = """
            namespace Microsoft.VisualStudio.Services.Common { public class VssBasicCredential { public VssBasicCredential(string userName, string password) { } } }
            """,
        ["AWSSDK.Core"] = """
            namespace Amazon.Runtime { public class BasicAWSCredentials { public BasicAWSCredentials(string accessKey, string secretKey) { } } }
            """,
        ["Microsoft.IdentityModel.Tokens"] = """
            namespace Microsoft.IdentityModel.Tokens { public class SymmetricSecurityKey { public SymmetricSecurityKey(byte[] key) { } } }
            """,
    }.ToImmutableDictionary();

    /// <summary>The libraries, compiled.</summary>
    public static ImmutableArray<MetadataReference> All { get; } =
    [.. Sources.Select(static pair => Compile(pair.Key, pair.Value))];

    private static PortableExecutableReference Compile(string name, string source)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            CompiledAgainst.Packages,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Xunit.Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
