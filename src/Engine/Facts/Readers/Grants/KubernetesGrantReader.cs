using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers.Grants;

/// <summary>
/// Who is granted what by bindings of roles in manifests of Kubernetes:
/// https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding
/// </summary>
internal sealed class KubernetesGrantReader : FactReader
{
    /// <inheritdoc/>
    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.Yaml);

    /// <inheritdoc/>
    public override void Read(ParsedFile file, List<Fact> facts)
    {
        foreach (var document in file.Yaml.Documents.OfType<YamlMapping>())
        {
            var isList = document.Text("kind") is "List" or "RoleBindingList" or "ClusterRoleBindingList";
            foreach (var manifest in isList ? document.Sequence("items")?.Mappings() ?? [] : [document])
            {
                if (manifest.Text("kind") is "RoleBinding" or "ClusterRoleBinding")
                {
                    AddSubjects(manifest, facts);
                }
            }
        }
    }

    private static void AddSubjects(YamlMapping binding, List<Fact> facts)
    {
        var role = binding.Mapping("roleRef")?.Text("name") ?? "";
        var metadata = binding.Mapping("metadata");
        foreach (var subject in binding.Sequence("subjects")?.Mappings() ?? [])
        {
            if (subject.Text("kind") is { } kind && subject["name"].AsScalar() is { } name)
            {
                facts.AddGrant(
                    "role " + role,
                    KubernetesSubject.KindOf(kind, name.Value),
                    name.Value,
                    name.Span,
                    metadata?.Text("namespace"),
                    metadata?.Text("name")
                );
            }
        }
    }
}
