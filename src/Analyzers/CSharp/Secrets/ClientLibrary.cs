using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Governance.Analyzers.CSharp.Secrets;

/// <summary>The libraries whose parameters are taken by their name, and what the settings for them are named after.</summary>
internal static class ClientLibrary
{
    /// <summary>The beginnings of assembly names; a longer one stands before a shorter one that it begins with.</summary>
    private static readonly ImmutableArray<(string Assembly, string Setting)> All = ImmutableArray.Create(
        ("Azure.AI.OpenAI", "AZURE_OPENAI"),
        ("Azure.", "AZURE"),
        ("Microsoft.Azure.", "AZURE"),
        ("Microsoft.WindowsAzure.", "AZURE"),
        ("Microsoft.Identity.", "AZURE"),
        ("Microsoft.IdentityModel.", "AZURE"),
        ("Microsoft.Bot.", "BOT"),
        ("Microsoft.VisualStudio.Services.", "AZURE_DEVOPS"),
        ("Microsoft.TeamFoundation", "AZURE_DEVOPS"),
        ("Microsoft.AspNetCore.Authentication.", "AUTHENTICATION"),
        ("Microsoft.Data.", "SQL"),
        ("System.Data.", "SQL"),
        ("Microsoft.EntityFrameworkCore", "DATABASE"),
        ("Microsoft.Extensions.Caching.", "CACHE"),
        ("Microsoft.SemanticKernel", "AI"),
        ("Microsoft.KernelMemory", "AI"),
        ("Microsoft.Extensions.AI", "AI"),
        ("Npgsql", "POSTGRES"),
        ("MySql", "MYSQL"),
        ("Pomelo.", "MYSQL"),
        ("Oracle.", "ORACLE"),
        ("MongoDB.", "MONGODB"),
        ("StackExchange.Redis", "REDIS"),
        ("RabbitMQ.", "RABBITMQ"),
        ("Confluent.Kafka", "KAFKA"),
        ("Octokit", "GITHUB"),
        ("AWSSDK.", "AWS"),
        ("OpenAI", "OPENAI"),
        ("System.ClientModel", "API"),
        ("Hangfire.", "HANGFIRE"),
        ("SendGrid", "SENDGRID"),
        ("MailKit", "MAIL"),
        ("Renci.SshNet", "SSH"),
        ("Serilog.Sinks.", "LOG")
    );

    /// <summary>Whether parameters of the assembly are taken by their name.</summary>
    public static bool Is(IAssemblySymbol? assembly) => assembly is not null && SettingOf(assembly) is not null;

    /// <summary>The name of the setting that a secret for a type had better come from: <c>AZURE_CLIENT_SECRET</c>.</summary>
    public static string Setting(INamedTypeSymbol type, SecretTarget target)
    {
        // Of several libraries in one framework, the namespace tells; the assembly does not.
        var start = SettingOf(type.ContainingAssembly) ?? SettingOf(type.ContainingNamespace.ToDisplayString() + ".");
        return start is null ? target.Setting : start + "_" + target.Setting;
    }

    private static string? SettingOf(IAssemblySymbol assembly) => SettingOf(assembly.Name + ".");

    private static string? SettingOf(string name) =>
        All.FirstOrDefault(one => name.StartsWith(one.Assembly, StringComparison.OrdinalIgnoreCase)).Setting;
}
