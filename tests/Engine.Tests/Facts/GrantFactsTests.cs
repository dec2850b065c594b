using System.Linq;
using Governance.Engine.Facts.Readers.Grants;
using Governance.Engine.Syntax.Shell;

namespace Governance.Engine.Tests.Facts;

/// <summary>To whom access goes, beyond what the rule pages show.</summary>
public sealed class GrantFactsTests
{
    [Theory]
    [InlineData("User", "ana", PrincipalKind.User)]
    [InlineData("User", "ana@contoso.com", PrincipalKind.User)]
    [InlineData("User", "system:kube-proxy", PrincipalKind.Service)]
    [InlineData("User", "gitlab-ci", PrincipalKind.Service)]
    [InlineData("User", "build@project.iam.gserviceaccount.com", PrincipalKind.Service)]
    [InlineData("User", "${USER}", PrincipalKind.Unknown)]
    [InlineData("Group", "system:masters", PrincipalKind.Group)]
    [InlineData("Group", "system:nodes", PrincipalKind.Service)]
    [InlineData("Group", "1d7c2d4b-0000-4000-8000-5b1f4c2f7a11", PrincipalKind.Unknown)]
    [InlineData("ServiceAccount", "default", PrincipalKind.Service)]
    public void A_subject_of_Kubernetes_is_a_person_a_group_or_a_machine(string kind, string name, string expected) =>
        Assert.Equal(expected, KubernetesSubject.KindOf(kind, name));

    [Theory]
    [InlineData("az role assignment create --assignee=ana@contoso.com --role Reader", "role Reader user")]
    [InlineData(
        "az role assignment create --assignee \"$(az ad signed-in-user show --query id -o tsv)\" --role Reader",
        "role Reader user"
    )]
    [InlineData("me=`az ad signed-in-user show --query id`\naz role assignment create --assignee ${me}", "role  user")]
    [InlineData("az role assignment create --assignee \"$other\" --role \"$role\"", "role  unknown")]
    [InlineData(
        "az role assignment create --assignee-object-id $id --assignee-principal-type group --role Reader",
        "role Reader group"
    )]
    [InlineData("az keyvault set-policy -n kv --upn $UPN", "access-policy unknown")]
    [InlineData("az keyvault set-policy -n kv --spn app", null)]
    [InlineData("az role assignment create --role Reader", null)]
    [InlineData("az role assignment", null)]
    [InlineData("kubectl create rolebinding", null)]
    public void A_command_names_who_gets_access(string script, string? expected)
    {
        var people = CommandGrant.SignedInPeople(script);
        var grant = ShellReader
            .Read(script, ShellKind.Posix)
            .Select(command => CommandGrant.Of(command, people))
            .FirstOrDefault(static one => one is not null);
        Assert.Equal(expected, grant is null ? null : $"{grant.What} {grant.Kind}");
    }
}
