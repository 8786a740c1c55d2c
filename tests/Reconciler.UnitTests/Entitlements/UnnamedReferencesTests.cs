using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Entitlements;

public sealed class UnnamedReferencesTests
{
    private readonly UnnamedReferences _references = new();

    [Fact]
    public void Who_is_told_a_name_once_bears_it_wherever_it_is_named()
    {
        var role = new ResourceRole { Resource = _references.Of(ReferenceKind.Group, "g-1") };
        var listed = new RequestorScope.Listed([_references.Of(ReferenceKind.Group, "G-1"), _references.Of(ReferenceKind.User, "u-1")]);
        var asking = new Automatic.ByRequest(listed, WithoutRequest: false);

        _references.Name(held => held with { Name = $"called {held.Id}" }, held => held);

        Assert.Equal(("called g-1", "called g-1", "called u-1"), (role.Resource.Name, listed.Principals[0].Name, listed.Principals[1].Name));
        Assert.Equal("requested by group called g-1, user called u-1", asking.Words);
    }

    [Fact]
    public void One_id_is_another_thing_of_another_kind_and_a_principal_becomes_what_it_is()
    {
        var (application, asking, holder) = (_references.Of(ReferenceKind.Application, "s"), _references.Of(ReferenceKind.ServicePrincipal, "s"), _references.Principal("s"));

        _references.Name(held => held with { Name = "App" }, held => new Reference(ReferenceKind.ServicePrincipal, "App", held.Id));

        Assert.Equal((ReferenceKind.Application, ReferenceKind.ServicePrincipal, ReferenceKind.ServicePrincipal), (application.Kind, asking.Kind, holder.Kind));
        Assert.Equal(asking, holder);
    }

    [Fact]
    public void What_nobody_has_a_name_for_has_none()
    {
        var gone = _references.Of(ReferenceKind.User, "u-1");

        _references.Name(held => held, held => held);

        Assert.True(gone.IsDangling);
        Assert.Equal(["u-1"], _references.OfKind(ReferenceKind.User).Select(held => held.Id));
        Assert.Empty(_references.Principals);
    }
}
