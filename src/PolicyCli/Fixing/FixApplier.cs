using System;
using System.IO;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Syntax;

namespace Governance.PolicyCli.Fixing;

/// <summary>Writes a plan to the working tree: texts first, then new files, then moves.</summary>
internal static class FixApplier
{
    /// <summary>Applies the plan. Throws <see cref="UsageException"/> naming the path that could not be written.</summary>
    public static void Apply(FixPlan plan, FixGuard guard)
    {
        foreach (var file in plan.Edits<ReplaceText>().GroupBy(static edit => edit.Path, StringComparer.Ordinal))
        {
            Write(guard.Absolute(file.Key), path => Rewrite(path, file));
        }

        foreach (var create in plan.Edits<CreateFile>())
        {
            Write(
                guard.Absolute(create.Path),
                path =>
                {
                    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                    using var stream = new FileStream(path, FileMode.CreateNew);
                    using var writer = new StreamWriter(stream);
                    writer.Write(create.Content);
                }
            );
        }

        foreach (var move in plan.Edits<MovePath>())
        {
            Write(guard.Absolute(move.Path), path => Move(path, guard.Absolute(move.NewPath)));
        }
    }

    private static void Rewrite(string path, System.Collections.Generic.IEnumerable<ReplaceText> edits)
    {
        var bytes = File.ReadAllBytes(path);
        var source =
            SourceText.TryDecode(bytes)
            ?? throw new IOException("the file is no text any more; it was changed since it was checked");
        if (source.HasInvalidBytes)
        {
            throw new IOException("the file holds bytes that are not valid text, which a rewrite would lose");
        }

        var temporary = path + ".policy-fix";
        File.WriteAllText(temporary, TextEdits.Apply(source, edits), source.Encoding);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
        }

        File.Move(temporary, path, overwrite: true);
    }

    private static void Move(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (string.Equals(from, to, StringComparison.OrdinalIgnoreCase) && Directory.Exists(from))
        {
            // Where the file system ignores case, a folder cannot be renamed onto itself in one step.
            var between = to + ".policy-fix";
            Directory.Move(from, between);
            from = between;
        }

        if (Directory.Exists(from))
        {
            Directory.Move(from, to);
        }
        else
        {
            File.Move(from, to, overwrite: false);
        }
    }

    private static void Write(string path, Action<string> write)
    {
        try
        {
            write(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the fix of '{path}' failed: {exception.Message}", exception);
        }
    }
}
