using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;
using Governance.Engine.Tests.Fixtures;

namespace Governance.Engine.Tests.Facts;

/// <summary>What code and scripts sign in with, beyond what the rule pages show.</summary>
public sealed class SignInFactsTests
{
    [Theory]
    [InlineData(
        "using Azure.Identity; class C { object c = new InteractiveBrowserCredential(); }",
        "interactive InteractiveBrowserCredential"
    )]
    [InlineData(
        "class C { object c = new Azure.Identity.AzureCliCredential { }; }",
        "signed-in-user AzureCliCredential"
    )]
    [InlineData(
        "using Azure.Identity; class C { object c = new ChainedTokenCredential(new ManagedIdentityCredential(), new\n AzureCliCredential ()); }",
        "signed-in-user AzureCliCredential"
    )]
    [InlineData(
        "using Microsoft.Identity.Client; class C { void F(X app) => app.AcquireTokenInteractive(scopes); }",
        "interactive AcquireTokenInteractive"
    )]
    [InlineData("using Azure.Identity; class C { object c = new DefaultAzureCredential(); }", "developer tools")]
    public void CSharp_is_read_by_its_text(string code, string expected) =>
        Assert.Equal([expected], FactsOf.Text(FileClass.CSharp, code).Select(static fact => fact.Value));

    [Theory]
    [InlineData("class C { object c = new InteractiveBrowserCredential(); }")]
    [InlineData("using Azure.Identity; class C { string c = \"new InteractiveBrowserCredential()\"; }")]
    [InlineData(
        "using Azure.Identity; class C { string c = @\"\\\"; string d = $@\"new \"\"InteractiveBrowserCredential()\"; }"
    )]
    [InlineData("using Azure.Identity; class C { string c = \"\"\"\n new InteractiveBrowserCredential()\n\"\"\"; }")]
    [InlineData(
        "using Azure.Identity; // new InteractiveBrowserCredential()\n/* new InteractiveBrowserCredential() */"
    )]
    [InlineData(
        "using Azure.Identity; class C { InteractiveBrowserCredential F(InteractiveBrowserCredential c) => c; }"
    )]
    [InlineData(
        "using Azure.Identity; class C { object c = env.IsDevelopment() ? new InteractiveBrowserCredential() : null; }"
    )]
    [InlineData("using Azure.Identity; using Xunit; class C { object c = new InteractiveBrowserCredential(); }")]
    [InlineData("using Azure.Identity; class C { object c = new DefaultAzureCredential(options); }")]
    [InlineData("using Microsoft.Identity.Client; class C { X IApp.AcquireTokenInteractive(string[] s) => null; }")]
    public void What_only_looks_like_it_in_CSharp_is_left_alone(string code) =>
        Assert.Empty(FactsOf.Text(FileClass.CSharp, code));

    [Theory]
    [InlineData(
        "from azure.identity import InteractiveBrowserCredential as I\nc = I()",
        "interactive InteractiveBrowserCredential"
    )]
    [InlineData(
        "from azure.identity.aio import AzureCliCredential\nasync with AzureCliCredential() as c: pass",
        "signed-in-user AzureCliCredential"
    )]
    [InlineData("import azure.identity\nc = azure.identity.DeviceCodeCredential()", "interactive DeviceCodeCredential")]
    [InlineData("import adal\nc.acquire_token_with_device_code(x)", "interactive acquire_token_with_device_code")]
    public void Python_is_read_by_its_imports(string code, string expected) =>
        Assert.Equal([expected], FactsOf.Python(code).Select(static fact => fact.Value));

    [Theory]
    [InlineData("from azure.identity import InteractiveBrowserCredential\nc = [InteractiveBrowserCredential]")]
    [InlineData("from ours import InteractiveBrowserCredential\nc = InteractiveBrowserCredential() # azure.identity")]
    [InlineData("import azure.identity\nimport x\nx.acquire_token_interactive()")]
    [InlineData(
        "from azureml.core import Workspace\nfrom azureml.core.authentication import MsiAuthentication\nws = Workspace.from_config()"
    )]
    public void What_only_looks_like_it_in_Python_is_left_alone(string code) => Assert.Empty(FactsOf.Python(code));

    [Fact]
    public void What_one_cell_imports_the_others_use_and_each_has_its_place()
    {
        const string Notebook = """
            {"nbformat": 4, "cells": [
              {"cell_type": "markdown", "source": "az login, `InteractiveBrowserCredential()`"},
              {"cell_type": "code", "source": ["from azure.identity import InteractiveBrowserCredential\n", "text = \"\"\"open"]},
              {"cell_type": "code", "source": "%%bash\n# az login\naz login \\\n  --tenant \"x\""},
              {"cell_type": "code", "source": ["! az login\n", "x = 'az login'\n", "c = InteractiveBrowserCredential(\"\u00e9\")"]}
            ]}
            """;
        var text = new SourceText(Notebook);
        Assert.Equal(
            ["az login \\\\\\n  --tenant \\\"x\\\"", "az login", "InteractiveBrowserCredential"],
            FactsOf
                .Text(FileClass.Notebook, Notebook)
                .Where(static fact => fact.Kind == FactKind.HumanSignIn)
                .Select(fact => text.Slice(fact.Span))
        );
    }

    [Theory]
    [InlineData("az login -t x", "interactive az login")]
    [InlineData("Connect-AzAccount -Cred $c", "user-password Connect-AzAccount -Credential")]
    [InlineData("sudo az.cmd login --use-device-code", "interactive az login --use-device-code")]
    [InlineData("cd x && az login", "interactive az login")]
    public void Commands_sign_in(string script, string expected) =>
        Assert.Equal([expected], FactsOf.Text(FileClass.PowerShell, script).Select(static fact => fact.Value));

    [Theory]
    [InlineData("FROM x\nRUN --mount=type=secret,id=a az login\n", "az login")]
    [InlineData("FROM x\nRUN a && \\\n# comment\n  az login\nENV az login", "az login")]
    [InlineData("FROM x\nENV A=\"az login\"\nCOPY az login\n# RUN az login", "")]
    [InlineData("FROM x\nRUN echo \\\n", "")]
    public void Images_run_commands(string recipe, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                "/",
                FactsOf.Text(FileClass.Dockerfile, recipe).Select(fact => new SourceText(recipe).Slice(fact.Span))
            )
        );

    [Theory]
    [InlineData("a:\n\t-@az login\naz login:\n", "az login")]
    [InlineData("A = az login\na:\n\techo x; \\\n  az login\n", "az login")]
    public void Recipes_run_commands(string makefile, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                "/",
                FactsOf.Text(FileClass.Makefile, makefile).Select(fact => new SourceText(makefile).Slice(fact.Span))
            )
        );

    [Theory]
    [InlineData(FileClass.CSharp, "using Azure.Identity; new InteractiveBrowserCredential(")]
    [InlineData(FileClass.CSharp, "using Azure.Identity; \"")]
    [InlineData(FileClass.CSharp, "Azure.Identity @\"/*")]
    [InlineData(FileClass.Python, "from azure.identity import DefaultAzureCredential\nDefaultAzureCredential(")]
    [InlineData(
        FileClass.Python,
        "from azure.identity import DefaultAzureCredential\nDefaultAzureCredential(exclude_cli_credential=True, a=b.c.d("
    )]
    [InlineData(FileClass.Python, "import azure.identity\nworkspace = '")]
    [InlineData(FileClass.Shell, "az login --tenant x && az account show;")]
    [InlineData(FileClass.Shell, "git clone https://$PAT@")]
    [InlineData(FileClass.Dockerfile, "RUN az login \\\n")]
    [InlineData(FileClass.Makefile, "\taz login \\\n")]
    public void Any_text_is_read_in_linear_time(FileClass fileClass, string piece) =>
        LinearTime.Holds(
            100_000,
            size => string.Concat(Enumerable.Repeat(piece, size / piece.Length)),
            text => Assert.True(FactsOf.Text(fileClass, text).Count <= 10_000)
        );
}
