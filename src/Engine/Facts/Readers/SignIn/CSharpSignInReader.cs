using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.CSharp;

namespace Governance.Engine.Facts.Readers.SignIn;

/// <summary>
/// What C# signs in with, by its text: where there is no build, and less than the compiler knows. A file that tells development apart, tests,
/// or has windows is left to the compiler.
/// </summary>
internal sealed class CSharpSignInReader : FactReader
{
    private const string Identity = "Azure.Identity";
    private const string Msal = "Microsoft.Identity.Client";
    private const string Chain = "DefaultAzureCredential";

    private static readonly string[] LeftToCompiler =
    [
        "IsDevelopment",
        "Development",
        "#if DEBUG",
        "Debugger.IsAttached",
        "Xunit",
        "NUnit.Framework",
        "TestTools.UnitTesting",
        "System.Windows",
        "Microsoft.UI.Xaml",
        "Microsoft.Maui",
        "Avalonia",
        "Xamarin",
    ];

    /// <inheritdoc/>
    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.CSharp);

    /// <inheritdoc/>
    public override void Read(ParsedFile file, List<Fact> facts)
    {
        var text = file.Text.Text;
        if (!Contains(text, Identity) && !Contains(text, Msal) || LeftToCompiler.Any(word => Contains(text, word)))
        {
            return;
        }

        var code = CSharpText.Code(text);
        if (Contains(code, Identity))
        {
            foreach (var credential in SignInNames.Credentials)
            {
                foreach (
                    var at in CSharpText.Find(code, credential.Key).Where(at => IsMade(code, at, credential.Key.Length))
                )
                {
                    facts.Append(
                        new Fact(
                            FactKind.HumanSignIn,
                            credential.Value + " " + credential.Key,
                            file.Text.Span(at, credential.Key.Length)
                        )
                    );
                }
            }

            // What is handed to the constructor may leave the tools out.
            foreach (
                var at in CSharpText
                    .Find(code, Chain)
                    .Where(at => IsMade(code, at, Chain.Length) && IsEmptyCall(code, at + Chain.Length))
            )
            {
                facts.Append(new Fact(FactKind.CredentialChain, "developer tools", file.Text.Span(at, Chain.Length)));
            }
        }

        if (Contains(code, Msal))
        {
            foreach (var method in SignInNames.DotNetMethods)
            {
                foreach (var at in CSharpText.Find(code, method.Key).Where(at => IsCalled(code, at, method.Key.Length)))
                {
                    facts.Append(
                        new Fact(
                            FactKind.HumanSignIn,
                            method.Value + " " + method.Key,
                            file.Text.Span(at, method.Key.Length)
                        )
                    );
                }
            }
        }
    }

    // new InteractiveBrowserCredential(...), also with its namespace.
    private static bool IsMade(string code, int at, int length)
    {
        if (Next(code, at + length) is not ('(' or '{'))
        {
            return false;
        }

        var before = at;
        if (
            before >= Identity.Length + 1
            && string.CompareOrdinal(code, before - Identity.Length - 1, Identity + ".", 0, Identity.Length + 1) == 0
        )
        {
            before -= Identity.Length + 1;
        }

        var end = before;
        while (end > 0 && char.IsWhiteSpace(code[end - 1]))
        {
            end--;
        }

        return end < before && end >= 3 && string.CompareOrdinal(code, end - 3, "new", 0, 3) == 0;
    }

    // app.AcquireTokenInteractive(...); behind the name of an interface, a method is declared.
    private static bool IsCalled(string code, int at, int length)
    {
        if (at == 0 || code[at - 1] != '.' || Next(code, at + length) != '(')
        {
            return false;
        }

        var start = at - 1;
        while (start > 0 && (char.IsLetterOrDigit(code[start - 1]) || code[start - 1] == '_'))
        {
            start--;
        }

        return !(start + 1 < at && code[start] == 'I' && char.IsUpper(code[start + 1]));
    }

    private static bool IsEmptyCall(string code, int at)
    {
        at = SkipBlanks(code, at);
        return at < code.Length && code[at] == '(' && Next(code, at + 1) == ')';
    }

    private static char Next(string code, int at) =>
        SkipBlanks(code, at) is var next && next < code.Length ? code[next] : '\0';

    private static int SkipBlanks(string code, int at)
    {
        while (at < code.Length && char.IsWhiteSpace(code[at]))
        {
            at++;
        }

        return at;
    }

    private static bool Contains(string text, string word) => text.IndexOf(word, StringComparison.Ordinal) >= 0;
}
