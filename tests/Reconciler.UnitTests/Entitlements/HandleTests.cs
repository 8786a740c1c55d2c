using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Entitlements;

public sealed class HandleTests
{
    [Fact]
    public void A_handle_without_an_id_can_be_shown() =>
        Assert.Equal(["Finance", "Finance (c1)"], [new Handle(EntityKey.Catalog("Finance"), null).ToString(), new Handle(EntityKey.Catalog("Finance"), "c1").ToString()]);
}
