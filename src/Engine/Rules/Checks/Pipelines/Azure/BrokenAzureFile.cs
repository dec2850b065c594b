using Governance.Engine.Analysis;
using Governance.Engine.Syntax;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>
/// Knows a file of Azure Pipelines whose YAML breaks off by its lines, since its tree may end before anything tells. Only what no
/// other service writes counts: a task with its version, or a step, job or stage below keys of the root that go with it.
/// </summary>
internal sealed class BrokenAzureFile
{
    private static readonly WordSet Bodies = new("stages", "jobs", "steps");
    private static readonly WordSet RootKeys = new("trigger", "pr", "pool", "schedules", "resources", "parameters");
    private static readonly WordSet ItemKeys = new(
        "script",
        "bash",
        "pwsh",
        "powershell",
        "checkout",
        "job",
        "deployment",
        "stage"
    );

    private bool _hasBody;
    private bool _hasRootKey;
    private bool _hasItem;
    private bool _hasTask;
    private bool _isOfAnother;

    private BrokenAzureFile(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            Take(text, start, end);
            start = end + 1;
        }
    }

    private bool IsAzure => !_isOfAnother && _hasBody && (_hasTask || (_hasRootKey && _hasItem));

    /// <summary>Whether the file is one, and its YAML breaks off where no tool is still to fill something in.</summary>
    public static bool Is(ParsedFile file) =>
        file.Yaml is { Problem: not null, IsTemplate: false, IsLimit: false }
        && file.Once(static one => new BrokenAzureFile(one.Text.Text)).IsAzure;

    private void Take(string text, int start, int end)
    {
        var at = start;
        while (at < end && text[at] is ' ' or '-')
        {
            at++;
        }

        var colon = text.IndexOf(':', at, end - at);
        if (colon <= at)
        {
            return;
        }

        var key = text.Substring(at, colon - at);
        if (at == start)
        {
            _hasBody |= Bodies.Contains(key);
            _hasRootKey |= RootKeys.Contains(key);
            _isOfAnother |= key is "on" or "include";
        }
        else if (text[at - 1] == ' ' && text.LastIndexOf('-', at - 1, at - start) >= 0)
        {
            _hasItem |= ItemKeys.Contains(key);
            _hasTask |= key == "task" && IsVersioned(text.Substring(colon + 1, end - colon - 1).Trim());
        }
    }

    // CopyFiles@2
    private static bool IsVersioned(string task)
    {
        var at = task.IndexOf('@');
        return at > 0 && at + 1 < task.Length && task[at + 1] is >= '0' and <= '9' && task.IndexOf(' ') < 0;
    }
}
