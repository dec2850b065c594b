using System;
using System.Diagnostics;
using System.Linq;
using Governance.Engine.Secrets;

namespace Governance.Engine.Tests.Secrets;

public sealed class ConnectionStringSecretsTests
{
    private const string Unknown = "\uFFFC";

    [Theory]
    [InlineData("Server=db;User ID=a;Password=hunter2", "hunter2", "a password")]
    [InlineData("server = db ; pwd = hunter2 ; encrypt = true", "hunter2", "a password")]
    [InlineData("Server=db;Password='hun;ter2';Encrypt=true", "hun;ter2", "a password")]
    [InlineData("Server=db;Password=\"hunter2", "hunter2", "a password")]
    [InlineData("Server=localhost;Password=hunter2", "hunter2", "a password")]
    [InlineData("Server=db;Password=postgres", "postgres", "a password")]
    [InlineData("Server=db;Password=<secret>;Pwd=hunter2", "hunter2", "a password")]
    [InlineData("Server=" + Unknown + ";Password=hunter2", "hunter2", "a password")]
    [InlineData("AccountName=a;AccountKey=aHVudGVyMg==;EndpointSuffix=x", "aHVudGVyMg==", "an account key")]
    [InlineData("Endpoint=sb://a/;SharedAccessKeyName=n;SharedAccessKey=hunter2=", "hunter2=", "a shared access key")]
    [InlineData("Endpoint=https://a.azconfig.io;Id=i;Secret=hunter2", "hunter2", "a secret")]
    [InlineData("Endpoint=https://a/;AccessKey=hunter2;Version=1.0;", "hunter2", "an access key")]
    [InlineData("cache:6380,password=hunter2,ssl=True", "hunter2", "a password")]
    [InlineData("mongodb+srv://app:hunter2@db.example.com/orders?w=1", "hunter2", "a password")]
    [InlineData("amqp://app:hun@ter2@mq", "hun@ter2", "a password")]
    [InlineData("redis://:hunter2@cache:6379", "hunter2", "a password")]
    [InlineData(
        "Server=db;Authentication=Active Directory Password;User ID=a;Password=hunter2",
        "hunter2",
        "a password"
    )]
    public void Holds(string text, string secret, string what)
    {
        var found = ConnectionStringSecrets.Find(text)!;
        Assert.Equal((secret, what), (text.Substring(found.Start, found.Length), found.What));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name=Default")]
    [InlineData("ConnectionStrings:Default")]
    [InlineData("UseDevelopmentStorage=true")]
    [InlineData("Server=db;Integrated Security=SSPI;Password=hunter2")]
    [InlineData("Server=db;Trusted_Connection=Yes")]
    [InlineData("Server=db;Authentication=Active Directory Managed Identity")]
    [InlineData("Server=db;Password=")]
    [InlineData("Server=db;Password=;Encrypt=true")]
    [InlineData("Server=db;Password=" + Unknown)]
    [InlineData("Server=db;Password=hunter" + Unknown)]
    [InlineData("Server=db;Password={0}")]
    [InlineData("Server=db;Password=$(Password);")]
    [InlineData("Server=db;Password=your_password")]
    [InlineData("Server=tcp:localhost,1433;Password=yourStrong(!)Password")]
    [InlineData("Host=127.0.0.1:5432;Password=postgres")]
    [InlineData("Data Source=(localdb)\\MSSQLLocalDB;Password=sa")]
    [InlineData("localhost:6379,password=redis")]
    [InlineData("amqp://guest:guest@localhost:5672")]
    [InlineData("mongodb://app:" + Unknown + "@db")]
    [InlineData("mongodb://db:27017")]
    [InlineData("https://example.com/a:b@c")]
    [InlineData("AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmxyz==")]
    [InlineData("InstrumentationKey=0c0b5a5e-0000-4000-8000-1234567890ab;IngestionEndpoint=https://x/")]
    [InlineData("Persist Security Info=False;=;;==;'")]
    public void Holds_none(string text) => Assert.Null(ConnectionStringSecrets.Find(text));

    [Theory]
    [InlineData(";")]
    [InlineData("a=\"")]
    [InlineData("password=<>;")]
    [InlineData("x://a:b@")]
    [InlineData("{1")]
    [InlineData("server=localhost,")]
    public void Costs_what_its_length_says(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 50_000));
        var watch = Stopwatch.StartNew();
        ConnectionStringSecrets.Find(text);
        PlaceholderText.Is(text);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
    }
}
