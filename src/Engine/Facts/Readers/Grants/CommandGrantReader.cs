using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Facts.Readers.Scripts;
using Governance.Engine.Repository;
using Governance.Engine.Secrets.Detection;

namespace Governance.Engine.Facts.Readers.Grants;

/// <summary>Who is granted what by the commands of scripts, wherever scripts stand.</summary>
internal sealed class CommandGrantReader : FactReader
{
    // Without one of these no command is looked for.
    private static readonly SignatureIndex Signs = new([
        "role assignment",
        "set-policy",
        "RoleAssignment",
        "KeyVaultAccessPolicy",
        "rolebinding",
    ]);

    /// <inheritdoc/>
    public override ImmutableArray<FileClass> Classes => ScriptsOf.Classes;

    /// <inheritdoc/>
    public override void Read(ParsedFile file, List<Fact> facts)
    {
        var text = file.Text.Text;
        if (!Signs.IsIn(text))
        {
            return;
        }

        foreach (var script in ScriptsOf.File(file))
        {
            var people = CommandGrant.SignedInPeople(script.Text);
            foreach (var command in script.Commands)
            {
                if (CommandGrant.Of(command, people) is { } grant)
                {
                    facts.AddGrant(grant.What, grant.Kind, grant.Who.Text, script.SpanOf(grant.Who), grant.Scopes);
                }
            }
        }
    }
}
