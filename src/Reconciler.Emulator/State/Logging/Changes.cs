namespace Reconciler.Emulator.State.Logging;

/// <summary>
/// Which entities came, went or changed since the tenant was last saved. An entity that is a part of another
/// (<see cref="Layout.HoldsMany"/>) counts as a change of that one.
/// </summary>
internal sealed class Changes
{
    private readonly List<IReadOnlyList<string>> _removed = [];
    private readonly List<Entity> _changed = [];
    private readonly List<Entity> _added = [];
    private readonly HashSet<Entity> _isChanged = [];
    private readonly HashSet<Entity> _isAdded = [];
    private bool _isFollowed;

    /// <summary>Addresses of what went, in the order in which it went.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Removed => _removed;

    /// <summary>What was there before and is still there.</summary>
    public IEnumerable<Entity> Changed => _changed.Where(entity => _isChanged.Contains(entity) && Address.IsInTenant(entity) && !IsNew(entity));

    /// <summary>What is new, without what is in something new; in the order in which it came.</summary>
    public IEnumerable<Entity> Added => _added.Where(entity => _isAdded.Contains(entity) && Address.IsInTenant(entity) && !(entity.Parent is { } parent && IsNew(parent)));

    public bool InvitationsChanged { get; private set; }

    public bool ScheduleChanged { get; private set; }

    /// <summary>Forgets what was noted, and notes from now on: a tenant that nobody saves would note for nothing.</summary>
    public void Follow()
    {
        _isFollowed = true;
        _removed.Clear();
        _changed.Clear();
        _added.Clear();
        _isChanged.Clear();
        _isAdded.Clear();
        InvitationsChanged = false;
        ScheduleChanged = false;
    }

    public void NoteInvitations() => InvitationsChanged = _isFollowed;

    public void NoteSchedule() => ScheduleChanged = _isFollowed;

    public void NoteChanged(Entity entity)
    {
        if (_isFollowed && Whole(entity) is var whole && _isChanged.Add(whole))
        {
            _changed.Add(whole);
        }
    }

    public void NoteAdded(Entity entity)
    {
        if (Whole(entity) != entity)
        {
            NoteChanged(entity);
        }
        else if (_isFollowed && _isAdded.Add(entity))
        {
            _added.Add(entity);
        }
    }

    /// <summary>To be called while the entity still knows where it stood.</summary>
    public void NoteRemoved(Entity entity)
    {
        if (Whole(entity) != entity)
        {
            NoteChanged(entity);
        }
        else if (_isFollowed)
        {
            if (!IsNew(entity))
            {
                _removed.Add(Address.Of(entity));
            }

            // What comes back later comes as something new.
            _isAdded.Remove(entity);
            _isChanged.Remove(entity);
        }
    }

    private bool IsNew(Entity entity) => _isAdded.Contains(entity) || (entity.Parent is { } parent && IsNew(parent));

    private static Entity Whole(Entity entity) =>
        entity.Parent is { } parent && !Layout.Of(parent.Type).HoldsMany ? Whole(parent) : entity;
}
