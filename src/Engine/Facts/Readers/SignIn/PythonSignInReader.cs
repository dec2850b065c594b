using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;

namespace Governance.Engine.Facts.Readers.SignIn;

/// <summary>
/// What Python, in files and in notebooks, signs in with: credentials of azure.identity, of MSAL and ADAL, and of the Azure ML SDK v1, by what is
/// imported and not by name alone.
/// </summary>
internal sealed class PythonSignInReader : FactReader
{
    private const string Chain = "DefaultAzureCredential";

    // Nobody writes more into one call; nested ones are not to be read over and over.
    private const int MostTokens = 200;

    private static readonly string[] Signs = ["azure.identity", "azureml.core.authentication", "msal", "adal"];

    private static readonly (string Argument, string Tool)[] Tools =
    [
        ("exclude_cli_credential", "the Azure CLI"),
        ("exclude_powershell_credential", "Azure PowerShell"),
        ("exclude_developer_cli_credential", "the Azure Developer CLI"),
        ("exclude_visual_studio_code_credential", "Visual Studio Code"),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<FileClass> Classes { get; } =
        ImmutableArray.Create(FileClass.Python, FileClass.Notebook);

    /// <inheritdoc/>
    public override void Read(ParsedFile file, List<Fact> facts)
    {
        var source = file.Text.Text;
        if (!Signs.Any(sign => source.IndexOf(sign, StringComparison.Ordinal) >= 0))
        {
            return;
        }

        var code = PythonCode.Of(file);
        var before = facts.Count;
        for (var index = 1; index < code.Tokens.Count; index++)
        {
            if (code.Is(index, "("))
            {
                ReadCall(code, index, facts);
            }
        }

        // Resources are of interest only beside a way to sign in.
        if (facts.Count > before || facts.Exists(static fact => fact.Kind == FactKind.HumanSignIn))
        {
            NamedResources.Read(code, facts);
        }
    }

    private static void ReadCall(PythonCode code, int open, List<Fact> facts)
    {
        var start = code.StartOfName(open - 1);
        if (code.Is(start - 1, "class") || code.Is(start - 1, "def"))
        {
            return;
        }

        var name = code.Tokens[open - 1].Text(code.Text);
        var full = code.Imports.FullName(start, out var end);
        if (end == open && full.Length > 0)
        {
            // What is imported under another name.
            name = full.Substring(full.LastIndexOf('.') + 1);
        }

        var family = end == open && full.Length > 0 ? OfName(full, name) : null;
        if (
            family is null
            && code.Is(open - 2, ".")
            && SignInNames.Methods.TryGetValue(name, out var ofMethod)
            && (code.Imports.HasPackage("msal") || code.Imports.HasPackage("adal"))
        )
        {
            family = ofMethod;
            start = open - 1;
        }

        if (family is not null)
        {
            facts.Append(
                new Fact(
                    FactKind.HumanSignIn,
                    family + " " + name,
                    code.Span(code.Tokens[start], code.Tokens[open - 1])
                )
            );
        }
        else if (end == open && name == Chain && IsOf(full, "azure.identity"))
        {
            ReadChain(code, start, open, facts);
        }
    }

    private static string? OfName(string full, string name) =>
        IsOf(full, "azure.identity") && SignInNames.Credentials.TryGetValue(name, out var family) ? family
        : IsOf(full, "azureml.core.authentication") && SignInNames.AzureML.TryGetValue(name, out family) ? family
        : null;

    private static bool IsOf(string full, string package) =>
        full.Length > package.Length
        && full[package.Length] == '.'
        && full.StartsWith(package, StringComparison.Ordinal);

    // https://learn.microsoft.com/en-us/python/api/azure-identity/azure.identity.defaultazurecredential
    private static void ReadChain(PythonCode code, int start, int open, List<Fact> facts)
    {
        var arguments = new Dictionary<string, bool>(StringComparer.Ordinal);
        var depth = 1;
        for (var at = open + 1; at < Math.Min(code.Tokens.Count, open + MostTokens) && depth > 0; at++)
        {
            depth += code.Is(at, "(") || code.Is(at, "[") || code.Is(at, "{") ? 1 : 0;
            depth -= code.Is(at, ")") || code.Is(at, "]") || code.Is(at, "}") ? 1 : 0;
            if (depth == 1 && code.Is(at, "*") && code.Is(at + 1, "*"))
            {
                return;
            }

            if (depth == 1 && code.Is(at + 1, "=") && !code.Is(at + 2, "="))
            {
                // What is no plain False may be true.
                arguments[code.Tokens[at].Text(code.Text)] = !code.Is(at + 2, "False");
            }
        }

        var span = code.Span(code.Tokens[start], code.Tokens[open - 1]);
        if (arguments.TryGetValue("exclude_interactive_browser_credential", out var leavesOut) && !leavesOut)
        {
            facts.Append(new Fact(FactKind.HumanSignIn, SignInFamily.Interactive + " " + Chain, span));
            return;
        }

        var tools = Tools
            .Where(tool => !(arguments.TryGetValue(tool.Argument, out var excluded) && excluded))
            .Select(static tool => tool.Tool)
            .ToList();
        if (tools.Count > 0 && !arguments.ContainsKey("require_envvar"))
        {
            facts.Append(new Fact(FactKind.CredentialChain, string.Join(", ", tools), span));
        }
    }
}
