using System.Text;

namespace Reconciler.ScenarioTests;

/// <summary>A standard output that is full, or closed.</summary>
internal sealed class BrokenWriter : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => throw new IOException("No space left on device");
}
