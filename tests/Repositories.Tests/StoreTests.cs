using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;
using Governance.Repositories.Cache;
using Governance.Repositories.Tests.Support;

namespace Governance.Repositories.Tests;

public sealed class StoreTests : IDisposable
{
    private static readonly FileResult Result = new(
        [
            new FileFinding(
                "GOV0101",
                new SourceSpan(1, 2, 3, 4),
                "message",
                "remedy",
                "content",
                "title",
                [new TextEdit(SourceSpan.FileStart, "new")],
                [new RelatedSpan(SourceSpan.FileStart, "there")]
            ),
        ],
        [new Fact(FactKind.TestCode, "value", SourceSpan.FileStart)],
        [new InlineException("GOV0301", "2027-01-31", "why", SourceSpan.FileStart)]
    );

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_put_is_there_in_this_run_and_the_next()
    {
        using (var store = Open())
        {
            Assert.False(store.TryGet(Key(1), out _));
            store.Put(Key(1), Result);
            store.Put(Key(2), FileResult.Empty);
            Assert.True(store.TryGet(Key(1), out var now));
            Assert.Same(Result, now);
        }

        using var next = Open();
        Assert.True(next.TryGet(Key(1), out var later));
        AssertSame(Result, later);
        Assert.True(next.TryGet(Key(2), out var empty));
        Assert.True(empty.IsEmpty);
        Assert.False(next.TryGet(Key(3), out _));
    }

    [Fact]
    public void Every_part_of_the_key_counts()
    {
        using (var store = Open())
        {
            store.Put(Key(1), Result);
        }

        using var next = Open();
        Assert.False(next.TryGet(Key(1) with { Length = 11 }, out _));
        Assert.False(next.TryGet(Key(1) with { Class = FileClass.Json }, out _));
        Assert.False(next.TryGet(Key(1) with { BlobId = Key(1).BlobId[..39] + "f" }, out _));
        Assert.False(next.TryGet(Key(1) with { BlobId = "no id" }, out _));
        using var other = Open("another configuration");
        Assert.False(other.TryGet(Key(1), out _));
    }

    [Fact]
    public void A_run_that_adds_nothing_writes_nothing()
    {
        using (var store = Open())
        {
            store.TryGet(Key(1), out _);
        }

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Ten_thousand_entries_come_back_and_the_file_stays_small()
    {
        using (var store = Open())
        {
            Parallel.For(0, 10_000, index => store.Put(Key(index), index % 100 == 0 ? Result : FileResult.Empty));
        }

        using (var next = Open())
        {
            for (var index = 0; index < 10_000; index++)
            {
                Assert.True(next.TryGet(Key(index), out var result));
                Assert.Equal(index % 100 != 0, result.IsEmpty);
            }
        }

        Assert.InRange(File().Length, 10_000, 1_000_000);
    }

    [Fact]
    public void A_torn_file_is_a_miss_wherever_it_is_torn()
    {
        using (var store = Open())
        {
            store.Put(Key(1), Result);
            store.Put(Key(2), Result);
        }

        var sound = System.IO.File.ReadAllBytes(File().FullName);
        for (var at = 0; at < sound.Length; at++)
        {
            var flipped = (byte[])sound.Clone();
            flipped[at] ^= 0x10;
            Assert.Equal(0, CacheFile.Parse(flipped, "configuration").SlotCount);
            Assert.Equal(0, CacheFile.Parse(sound[..at], "configuration").SlotCount);
        }

        System.IO.File.WriteAllBytes(File().FullName, sound[..(sound.Length / 2)]);
        using var next = Open();
        Assert.False(next.TryGet(Key(1), out _));
        next.Put(Key(1), Result);
        next.Dispose();
        using var mended = Open();
        Assert.True(mended.TryGet(Key(1), out _));
    }

    [Fact]
    public void Runs_at_the_same_time_keep_what_each_found()
    {
        using (var first = Open())
        using (var second = Open())
        {
            first.Put(Key(1), Result);
            second.Put(Key(2), Result);
        }

        using var next = Open();
        Assert.True(next.TryGet(Key(1), out _));
        Assert.True(next.TryGet(Key(2), out _));

        Parallel.For(
            0,
            16,
            run =>
            {
                using var store = Open();
                store.Put(Key(100 + run), Result);
                store.TryGet(Key(1), out _);
            }
        );

        using var last = Open();
        Assert.True(last.TryGet(Key(1), out _));
        Assert.Contains(Enumerable.Range(100, 16), run => last.TryGet(Key(run), out _));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Only_the_four_newest_configurations_are_kept()
    {
        for (var index = 0; index < 6; index++)
        {
            using (var store = Open(index.ToString(CultureInfo.InvariantCulture)))
            {
                store.Put(Key(1), Result);
            }

            foreach (var file in Directory.GetFiles(_folder.Path))
            {
                System.IO.File.SetLastWriteTimeUtc(file, System.IO.File.GetLastWriteTimeUtc(file).AddMinutes(-1));
            }
        }

        Assert.Equal(4, Directory.GetFiles(_folder.Path).Length);
        using var oldest = Open("1");
        using var newest = Open("5");
        Assert.False(oldest.TryGet(Key(1), out _));
        Assert.True(newest.TryGet(Key(1), out _));
    }

    [Fact]
    public void The_bound_leaves_out_what_was_not_used_first()
    {
        var entries = Enumerable
            .Range(0, CacheFile.MostEntries + 10)
            .Select(index => (MakeKey(index), new ReadOnlyMemory<byte>([0])));

        var file = CacheFile.Parse(CacheFile.Build("configuration", entries), "configuration");

        Assert.True(file.Find(MakeKey(0)) >= 0);
        Assert.True(file.Find(MakeKey(CacheFile.MostEntries - 1)) >= 0);
        Assert.Equal(-1, file.Find(MakeKey(CacheFile.MostEntries)));
    }

    [Fact]
    public void A_place_that_cannot_be_written_costs_nothing_but_the_cache()
    {
        _folder.Write("file", "in the way");
        using (var store = new FileResultStore(_folder.At("file"), "configuration"))
        {
            store.Put(Key(1), Result);
        }

        Assert.Equal("in the way", System.IO.File.ReadAllText(_folder.At("file")));
    }

    private static FileResultKey Key(int index) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{unchecked((uint)index * 2654435761u):x8}{unchecked((uint)index * 2246822519u):x8}111111112222222233333333"
            ),
            10,
            FileClass.Yaml
        );

    private static CacheKey MakeKey(int index) =>
        CacheKey.TryMake(Key(index), out var made) ? made : throw new InvalidOperationException();

    private static void AssertSame(FileResult expected, FileResult actual)
    {
        Assert.Equal(FileResultCodec.Encode(expected), FileResultCodec.Encode(actual));
        Assert.Equal(expected.Findings[0].Message, actual.Findings[0].Message);
    }

    private FileInfo File() => new(Assert.Single(Directory.GetFiles(_folder.Path)));

    private FileResultStore Open(string configuration = "configuration") => new(_folder.Path, configuration);
}
