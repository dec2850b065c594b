using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Governance.Engine.Repository;
using Governance.Repositories.Tests.Support;

namespace Governance.Repositories.Tests;

public sealed class PlainFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Holds_every_file_but_gits_own()
    {
        _folder.Write("a.txt", "a");
        _folder.Write(".github/b.yml", "b");
        _folder.Write(".gitignore", "*.log");
        _folder.Write("code/c.log", "c");
        _folder.Write("code/.git/config", "not a repository");
        _folder.Write("code/.hidden", "h");
        Directory.CreateDirectory(_folder.At("empty"));

        using var repository = Open();
        var snapshot = repository.WorkingTree(default);

        Assert.False(repository.IsGit);
        Assert.Equal([".github/b.yml", ".gitignore", "a.txt", "code/.hidden", "code/c.log"], snapshot.Paths());
        Assert.Equal("c", snapshot.Text("code/c.log"));
        Assert.All(snapshot.Files, static file => Assert.Null(file.BlobId));
        Assert.Equal(Path.GetFileName(_folder.Path), snapshot.Origin.Name);
        Assert.Equal(Forge.Unknown, snapshot.Origin.Forge);
    }

    [Fact]
    public void Follows_no_links_and_opens_no_pipes()
    {
        _folder.Write("folder/a.txt", "a");
        Directory.CreateSymbolicLink(_folder.At("folder/up"), "..");
        Directory.CreateSymbolicLink(_folder.At("out"), "/");
        File.CreateSymbolicLink(_folder.At("dangling"), "nowhere");
        using var process = Process.Start("mkfifo", [_folder.At("pipe")]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);

        using var repository = Open();
        var snapshot = repository.WorkingTree(default);

        Assert.Equal(["dangling", "folder/a.txt", "folder/up", "out"], snapshot.Paths());
        Assert.Equal("/", snapshot.Text("out"));
        Assert.Equal(3, snapshot.Files.Count(static file => file.Kind == EntryKind.SymbolicLink));
    }

    [Fact]
    public void Says_which_names_it_cannot_use()
    {
        _folder.Write("a.txt", "a");
        // Only a shell can make such a name: .NET has no way to say it.
        using var process = Process.Start(
            new ProcessStartInfo("sh", ["-c", "printf x > \"$(printf 'caf\\351.py')\""])
            {
                WorkingDirectory = _folder.Path,
            }
        )!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);

        using var repository = Open();
        var snapshot = repository.WorkingTree(default);

        Assert.Equal(["a.txt"], snapshot.Paths());
        Assert.Equal([new UnnamablePath("caf\uFFFD.py", "its name is not valid UTF-8")], snapshot.Unnamable.ToArray());
    }

    [Fact]
    public void Leaves_governed_roots_below_to_themselves()
    {
        _folder.Write("governance.yml", "");
        _folder.Write("sub/governance.yml", "");
        _folder.Write("sub/a.txt", "a");

        using var repository = Open();
        using var sub = GovernedRepository.Open(
            null,
            _folder.At("sub"),
            TestRepository.IsolatedEnvironment(_folder.Path),
            default
        );

        Assert.Equal(["governance.yml"], repository.WorkingTree(default).Paths());
        Assert.Equal(_folder.At("sub"), sub.RootPath);
    }

    [Fact]
    public void Goes_as_deep_as_256_folders_and_says_where_it_stops()
    {
        var deep = Path.Join([_folder.Path, .. Enumerable.Repeat("f", 260)]);
        Directory.CreateDirectory(deep);
        File.WriteAllText(Path.Join(deep, "a.txt"), "a");
        _folder.Write("f/b.txt", "b");

        using var repository = Open();
        var snapshot = repository.WorkingTree(default);

        Assert.Equal(["f/b.txt"], snapshot.Paths());
        Assert.Equal("folders are nested more than 256 deep", Assert.Single(snapshot.Unnamable).Reason);
    }

    [Fact]
    public void A_folder_or_file_that_may_not_be_read_is_told()
    {
        _folder.Write("closed/a.txt", "a");
        _folder.Write("closed.txt", "b");
        File.SetUnixFileMode(_folder.At("closed"), UnixFileMode.None);
        File.SetUnixFileMode(_folder.At("closed.txt"), UnixFileMode.None);

        using var repository = Open();
        var snapshot = repository.WorkingTree(default);

        if (Environment.IsPrivilegedProcess)
        {
            // Permissions do not hold for root, so both can be read; the refusal itself is seen as another user only.
            Assert.Equal(["closed.txt", "closed/a.txt"], snapshot.Paths());
            Assert.Equal("b", snapshot.Text("closed.txt"));
        }
        else
        {
            Assert.Equal(["closed.txt"], snapshot.Paths());
            Assert.Equal("access was denied", snapshot.Reason("closed.txt"));
            Assert.Equal(
                [new UnnamablePath("closed", "the folder cannot be opened: permission denied")],
                snapshot.Unnamable.ToArray()
            );
        }

        File.SetUnixFileMode(
            _folder.At("closed"),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        );
    }

    private GovernedRepository Open() =>
        GovernedRepository.Open(_folder.Path, _folder.Path, TestRepository.IsolatedEnvironment(_folder.Path), default);
}
