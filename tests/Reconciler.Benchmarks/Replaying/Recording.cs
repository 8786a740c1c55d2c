using System.IO.Compression;
using System.Text;

namespace Reconciler.Benchmarks.Replaying;

/// <summary>One request and its answer, which is kept as it goes over the wire: compressed.</summary>
internal sealed record Recorded(string Method, string Url, string Body, int Status, byte[] Compressed, int Bytes)
{
    /// <summary>What tells one request from another.</summary>
    public string Key => KeyOf(Method, Url, Body);

    public int Parts => Url.EndsWith("/$batch", StringComparison.Ordinal) ? Body.Split("\"method\":").Length - 1 : 1;

    public static string KeyOf(string method, string pathAndQuery, string body) => $"{method} {pathAndQuery}\n{body}";
}

/// <summary>What a tenant was asked and what it answered, in the order in which it was asked.</summary>
internal sealed record Recording(IReadOnlyList<Recorded> Requests)
{
    public int Count => Requests.Count;

    public int Parts => Requests.Sum(request => request.Parts);

    public long Bytes => Requests.Sum(request => (long)request.Bytes);

    public long Compressed => Requests.Sum(request => (long)request.Compressed.Length);

    public static byte[] Compress(byte[] body)
    {
        using var into = new MemoryStream();
        using (var gzip = new GZipStream(into, CompressionLevel.Optimal))
        {
            gzip.Write(body);
        }

        return into.ToArray();
    }

    public void Write(string path)
    {
        using var writer = new BinaryWriter(File.Create(path), Encoding.UTF8);
        writer.Write(Requests.Count);
        foreach (var one in Requests)
        {
            writer.Write(one.Method);
            writer.Write(one.Url);
            writer.Write(one.Body);
            writer.Write(one.Status);
            writer.Write(one.Bytes);
            writer.Write(one.Compressed.Length);
            writer.Write(one.Compressed);
        }
    }

    public static Recording Read(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
        var requests = new List<Recorded>();
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var (method, url, body, status, bytes) = (reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadInt32(), reader.ReadInt32());
            requests.Add(new Recorded(method, url, body, status, reader.ReadBytes(reader.ReadInt32()), bytes));
        }

        return new Recording(requests);
    }
}
