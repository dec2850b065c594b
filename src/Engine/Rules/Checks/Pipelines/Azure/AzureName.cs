namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>
/// Names of stages, jobs and steps hold letters, digits and underscores, and do not begin with a digit.
/// https://learn.microsoft.com/en-us/azure/devops/pipelines/yaml-schema/jobs-job
/// </summary>
internal static class AzureName
{
    /// <summary>Whether Azure Pipelines takes a name.</summary>
    public static bool IsValid(string name)
    {
        for (var index = 0; index < name.Length; index++)
        {
            var isLetter = name[index] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';
            if (!isLetter && (index == 0 || name[index] is not (>= '0' and <= '9')))
            {
                return false;
            }
        }

        return name.Length > 0;
    }
}
