namespace PerfEval.Parsing.Ingestion.Journals;

/// <summary>
/// Finds entries by key in a list that it does not own: four bytes a slot, where a dictionary would hold the key once more. Open addressing; keys are
/// hashes already.
/// </summary>
internal sealed class SlotTable(Func<int, Key128> keyOf)
{
    private int[] _slots = new int[64];
    private int _used;

    /// <summary>The number of the entry with a key; -1 for none.</summary>
    public int Find(Key128 key)
    {
        for (var at = Start(key); ; at = (at + 1) % _slots.Length)
        {
            if (_slots[at] == 0)
                return -1;
            if (keyOf(_slots[at] - 1) == key)
                return _slots[at] - 1;
        }
    }

    /// <summary>Lets a key lead to an entry, which holds the key already.</summary>
    public void Put(Key128 key, int entry)
    {
        if (_used >= _slots.Length / 5 * 4)
            Grow();
        var at = Start(key);
        while (_slots[at] != 0 && keyOf(_slots[at] - 1) != key)
            at = (at + 1) % _slots.Length;
        if (_slots[at] == 0)
            _used++;
        _slots[at] = entry + 1;
    }

    /// <summary>A half more room. Slots whose entry has moved to another key are dropped on the way.</summary>
    private void Grow()
    {
        var old = _slots;
        _slots = new int[checked((int)(old.Length * 3L / 2))];
        _used = 0;
        foreach (var slot in old.Where(slot => slot != 0))
        {
            var key = keyOf(slot - 1);
            if (Find(key) >= 0)
                continue;
            Put(key, slot - 1);
        }
    }

    private int Start(Key128 key) => (int)(key.Low % (ulong)_slots.Length);
}
