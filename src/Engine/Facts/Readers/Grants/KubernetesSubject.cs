using System;
using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Facts.Readers.Grants;

/// <summary>
/// Tells who a subject of a binding is. A user of Kubernetes is whoever signs in from outside, a machine with a certificate too:
/// https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects
/// </summary>
internal static class KubernetesSubject
{
    private static readonly ImmutableHashSet<string> Machines = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "agent",
        "apiserver",
        "argocd",
        "bot",
        "ci",
        "client",
        "controller",
        "deploy",
        "deployer",
        "flux",
        "jenkins",
        "kube",
        "kubelet",
        "manager",
        "node",
        "operator",
        "pipeline",
        "prometheus",
        "proxy",
        "robot",
        "runner",
        "scheduler",
        "server",
        "service",
        "serviceaccount",
        "svc",
        "system"
    );

    /// <summary>The kind, by <see cref="PrincipalKind"/>, of a subject.</summary>
    public static string KindOf(string kind, string name)
    {
        if (kind == "ServiceAccount" || name.StartsWith("system:serviceaccount", StringComparison.Ordinal))
        {
            return PrincipalKind.Service;
        }

        if (name.IndexOfAny(['{', '$', '<']) >= 0 || GrantFacts.IsId(name))
        {
            return PrincipalKind.Unknown;
        }

        return kind switch
        {
            "Group" => name.StartsWith("system:", StringComparison.Ordinal) && name != "system:masters"
                ? PrincipalKind.Service
                : PrincipalKind.Group,
            "User" when name.EndsWith(".gserviceaccount.com", StringComparison.Ordinal) || IsMachine(name) =>
                PrincipalKind.Service,
            "User" => PrincipalKind.User,
            _ => PrincipalKind.Unknown,
        };
    }

    private static bool IsMachine(string name) =>
        name.Split('-', '_', ':', '.', '/', '@').Any(static word => Machines.Contains(word));
}
