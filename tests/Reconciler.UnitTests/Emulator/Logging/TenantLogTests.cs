using System.Text;
using Reconciler.Emulator;

namespace Reconciler.UnitTests.Emulator.Logging;

public sealed class TenantLogTests : IDisposable
{
    private static readonly string[] Everything =
    [
        "DELETE /roleManagement/entitlementManagement/roleAssignments/*",
        "DELETE ~/accessPackages/*",
        "DELETE ~/accessPackages/*/incompatibleAccessPackages/*/$ref",
        "DELETE ~/accessPackages/*/incompatibleGroups/*/$ref",
        "DELETE ~/accessPackages/*/resourceRoleScopes/*",
        "DELETE ~/assignmentPolicies/*",
        "DELETE ~/assignmentRequests/*",
        "DELETE ~/catalogs/*",
        "DELETE ~/catalogs/*/customWorkflowExtensions/*",
        "DELETE ~/connectedOrganizations/*",
        "DELETE ~/connectedOrganizations/*/externalSponsors/*/$ref",
        "DELETE ~/connectedOrganizations/*/internalSponsors/*/$ref",
        "PATCH ~/accessPackages/*",
        "PATCH ~/catalogs/*",
        "PATCH ~/catalogs/*/customWorkflowExtensions/*",
        "PATCH ~/connectedOrganizations/*",
        "PATCH ~/settings",
        "POST /roleManagement/entitlementManagement/roleAssignments",
        "POST ~/accessPackages",
        "POST ~/accessPackages/*/incompatibleAccessPackages/$ref",
        "POST ~/accessPackages/*/incompatibleGroups/$ref",
        "POST ~/accessPackages/*/resourceRoleScopes",
        "POST ~/assignmentPolicies",
        "POST ~/assignmentRequests adminAdd",
        "POST ~/assignmentRequests adminRemove",
        "POST ~/assignmentRequests adminUpdate",
        "POST ~/catalogs",
        "POST ~/catalogs/*/customWorkflowExtensions",
        "POST ~/catalogs/*/resources/*/refresh",
        "POST ~/connectedOrganizations",
        "POST ~/connectedOrganizations/*/externalSponsors/$ref",
        "POST ~/connectedOrganizations/*/internalSponsors/$ref",
        "POST ~/resourceRequests adminAdd",
        "POST ~/resourceRequests adminRemove",
        "POST ~/resourceRequests adminUpdate",
        "PUT ~/assignmentPolicies/*",
    ];

    private readonly KeptTenant _kept = new();

    // Saved each by itself, and several together: then what came, changed and went between two saves is one line.
    [Fact]
    public async Task Whatever_was_saved_is_in_the_files()
    {
        var accepted = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (seed, writesASave) in ((int, int)[])[(1, 1), (2, 1), (3, 4), (4, 9)])
        {
            accepted.UnionWith(await WriteAnythingAsync(seed, writesASave));
        }

        Assert.Equal(string.Join('\n', Everything), string.Join('\n', accepted));
    }

    [Fact]
    public async Task A_clean_end_leaves_one_file_that_says_it_all()
    {
        string live;
        using (var file = _kept.Open())
        {
            using var graph = _kept.Client(file);
            await WriteAsync(graph, 4);
            Assert.True(File.Exists(_kept.Log));
            live = KeptTenant.Text(file);
        }

        Assert.Equal(["tenant.json", "tenant.json.lock"], _kept.Files());
        Assert.Equal(live, _kept.Found());
        using (var again = _kept.Open())
        {
            again.Save();
        }

        Assert.Equal(["tenant.json", "tenant.json.lock"], _kept.Files());
    }

    [Fact]
    public async Task A_log_cut_off_anywhere_brings_back_what_was_answered_by_then()
    {
        using var file = _kept.Open();
        using var graph = _kept.Client(file);
        await graph.Catalog("First");
        List<(long Length, string State)> answered = [(0, KeptTenant.Text(file))];
        for (var turn = 0; turn < 3; turn++)
        {
            await graph.Catalog($"Ü {turn}");
            answered.Add((new FileInfo(_kept.Log).Length, KeptTenant.Text(file)));
        }

        for (var length = 0L; length <= answered[^1].Length; length += length < answered[1].Length || length + 40 > answered[^1].Length ? 1 : 13)
        {
            // The end of a line alone says nothing that its checksum does not say.
            var expected = answered.Last(one => one.Length == 0 || one.Length - 1 <= length).State;
            _kept.InCopy(copy =>
            {
                using (var log = new FileStream(copy.Log, FileMode.Open))
                {
                    log.SetLength(length);
                }

                Assert.Equal(expected, copy.Found());
                if (length % 50 == 0)
                {
                    copy.Open().Dispose();
                    Assert.Equal(["tenant.json", "tenant.json.lock"], copy.Files());
                    Assert.Equal(expected, copy.Found());
                }
            });
        }
    }

    [Fact]
    public async Task A_torn_line_is_cut_away_before_anything_is_written_after_it()
    {
        using var file = _kept.Open();
        using var graph = _kept.Client(file);
        await WriteAsync(graph, 3);
        _kept.InCopy(copy =>
        {
            File.AppendAllText(copy.Log, "5 abc {\"eff");
            var torn = File.ReadAllText(copy.Log);
            _ = copy.Found();
            Assert.Equal(torn, File.ReadAllText(copy.Log));
            using var opened = copy.Open();
            Assert.Equal(torn[..^"5 abc {\"eff".Length], Shared(copy.Log));
        });
    }

    [Theory]
    [InlineData("damaged", "line 2")]
    [InlineData("missing", "line 2")]
    [InlineData("doubled", "line 3")]
    [InlineData("swapped", "line 2")]
    [InlineData("damaged last", "line 4")]
    [InlineData("headless", "line 1")]
    [InlineData("of another snapshot", "line 1")]
    [InlineData("without a snapshot", "is gone")]
    [InlineData("folder", "folder")]
    public async Task Files_that_do_not_fit_are_refused_with_the_line_and_left_as_they_are(string damage, string place)
    {
        using var file = _kept.Open();
        using var graph = _kept.Client(file);
        await WriteAsync(graph, 4);
        _kept.InCopy(copy =>
        {
            Damage(copy, damage);
            var before = Content(copy);
            foreach (var readOnly in (bool[])[true, false])
            {
                var refusal = Assert.Throws<TenantStateException>(() => copy.Open(readOnly));
                Assert.Contains(copy.Snapshot, refusal.Message, StringComparison.Ordinal);
                Assert.Contains(place, refusal.Message, StringComparison.Ordinal);
                Assert.Contains("left as", refusal.Message, StringComparison.Ordinal);
            }

            Assert.Equal(before, Content(copy));
        });
    }

    [Fact]
    public async Task Reading_beside_a_writer_finds_what_was_answered_and_writes_nothing()
    {
        using var file = _kept.Open();
        using var graph = _kept.Client(file);
        await WriteAsync(graph, 3);
        var before = Content(_kept);

        Assert.Equal(KeptTenant.Text(file), _kept.Found());

        Assert.Equal(before, Content(_kept));
    }

    [Fact]
    public async Task A_child_that_comes_is_logged_without_its_siblings()
    {
        using var file = _kept.Open();
        using var graph = _kept.Client(file);
        var catalog = await graph.Catalog();
        for (var made = 0; made < 50; made++)
        {
            await graph.Package(catalog, $"Package {made}");
        }

        var before = new FileInfo(_kept.Log).Length;
        await graph.Package(catalog, "One more");

        Assert.InRange(new FileInfo(_kept.Log).Length - before, 100, 600);
    }

    [Fact]
    public async Task A_log_longer_than_its_bound_is_folded_while_the_tenant_runs()
    {
        using var file = _kept.Open();
        using var graph = _kept.Client(file);
        var catalog = await graph.Catalog();
        var description = new string('x', 9_000);
        var longest = 0L;
        for (var turn = 0; turn < 300; turn++)
        {
            await graph.Patch($"~/catalogs/{catalog}", $$"""{ "description": "{{turn}} {{description}}" }""");
            longest = Math.Max(longest, File.Exists(_kept.Log) ? new FileInfo(_kept.Log).Length : 0);
        }

        Assert.InRange(longest, 1 << 20, (1 << 20) + 20_000);
        Assert.Equal(KeptTenant.Text(file), _kept.Found());
    }

    public void Dispose() => _kept.Dispose();

    private static async Task<IEnumerable<string>> WriteAnythingAsync(int seed, int writesASave)
    {
        using var kept = new KeptTenant();
        using var file = kept.Open();
        var (accepted, saves) = (0, 0);
        using var graph = new GraphClient(file.Tenant, kept.Time, () =>
        {
            if (accepted++ % writesASave == 0)
            {
                file.Save();
                saves++;
            }
        });
        var writes = new RandomWrites(graph, seed);
        for (var turn = 0; turn < 400; turn++)
        {
            var before = saves;
            await writes.NextAsync();
            if (saves > before && (writesASave > 1 || turn % 4 == 0))
            {
                Assert.Equal(KeptTenant.Text(file), kept.Found());
            }
        }

        return writes.Accepted;
    }

    private static async Task WriteAsync(GraphClient graph, int times)
    {
        for (var turn = 0; turn < times; turn++)
        {
            await graph.Catalog($"Catalog {turn}");
        }
    }

    private static void Damage(KeptTenant copy, string damage)
    {
        var lines = File.ReadAllLines(copy.Log);
        switch (damage)
        {
            case "damaged":
                lines[1] = lines[1].Replace("Catalog 1", "Catalog 7", StringComparison.Ordinal);
                break;
            case "missing":
                lines = [lines[0], .. lines[2..]];
                break;
            case "doubled":
                lines = [.. lines[..2], .. lines[1..]];
                break;
            case "swapped":
                (lines[1], lines[2]) = (lines[2], lines[1]);
                break;
            case "damaged last":
                lines[^1] = lines[^1][..^1];
                break;
            case "headless":
                lines = lines[1..];
                break;
            case "of another snapshot":
                File.AppendAllText(copy.Snapshot, "\n");
                break;
            case "without a snapshot":
                File.Delete(copy.Snapshot);
                break;
            default:
                File.Delete(copy.Log);
                Directory.CreateDirectory(copy.Log);
                return;
        }

        File.WriteAllText(copy.Log, string.Join('\n', lines) + "\n");
    }

    private static string Content(KeptTenant kept) =>
        string.Join("\n---\n", Directory.EnumerateFiles(kept.Folder).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(file => $"{Path.GetFileName(file)}\n{Shared(file)}"));

    private static string Shared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
