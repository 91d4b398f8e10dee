"""Fills a store with letters: copies of one that went all the way, each with ids, digests and times of its own.

What a copy says cannot be opened (its seal names the first), and the journal's seal over the copies' events is not a
real one: it serves to measure how the store carries many rows, and nothing else.
"""
import contextlib
import sqlite3

ROWS_AT_A_TIME = 50_000
APART_US = 1_000_000
TABLES = {"dispatch_dispatch": "id", "dispatch_recipient": "dispatch_id", "dispatch_document": "dispatch_id", "dispatch_happening": "dispatch_id"}
NUMBERS = "WITH RECURSIVE numbers(n) AS (SELECT :begin UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < :end) "
# Ids of a time long before, in order, as if each letter had come after the last.
NEW_ID = "printf('0180%04x-%04x-7000-8000-%012x', n >> 16, n & 65535, n)"
CHANGED = {
    "id": NEW_ID, "dispatch_id": NEW_ID, "received_at": ":first_at + n * :apart", "status_at": ":first_at + n * :apart",
    "duplicate_digest": "randomblob(32)", "external_reference": "'ref-' || n", "organisation_number": "printf('%09d', n % 300000)",
}


def copying(store, table, key):
    columns = [row[1] for row in store.execute(f"PRAGMA table_info({table})")]
    values = ", ".join(CHANGED.get(column, f"t.{column}") for column in columns)
    return f"INSERT INTO {table} ({', '.join(columns)}) {NUMBERS} SELECT {values} FROM numbers CROSS JOIN {table} t WHERE t.{key} = :letter ORDER BY n"


def copying_events(store):
    """One for each event of the letter, and its subjects."""
    columns = [row[1] for row in store.execute("PRAGMA table_info(platform_journal_event)")]
    changed = {"sequence": ":behind + n * :events + e.place + 1", "id": "printf('0180%04x-%04x-7%03x-8001-%012x', n >> 16, n & 65535, e.place, n)"}
    values = ", ".join(changed.get(column, f"t.{column}") for column in columns)
    chosen = "(SELECT sequence, ROW_NUMBER() OVER (ORDER BY sequence) - 1 AS place FROM platform_journal_subject WHERE kind = 'dispatch' AND subject_id = :letter)"
    events = f"INSERT INTO platform_journal_event ({', '.join(columns)}) {NUMBERS} SELECT {values} FROM numbers CROSS JOIN {chosen} e JOIN platform_journal_event t ON t.sequence = e.sequence ORDER BY n, e.place"
    subjects = (f"INSERT INTO platform_journal_subject (sequence, place, kind, subject_id) {NUMBERS} SELECT :behind + n * :events + e.place + 1, t.place, t.kind, "
                f"CASE WHEN t.kind = 'dispatch' THEN {NEW_ID} ELSE t.subject_id END FROM numbers CROSS JOIN {chosen} e JOIN platform_journal_subject t ON t.sequence = e.sequence ORDER BY n, e.place, t.place")
    return [events, subjects]


def fill(file, count):
    """The program must not run. Gives how many rows were written."""
    with contextlib.closing(sqlite3.connect(file, isolation_level=None)) as store:
        for setting in ("synchronous = OFF", "foreign_keys = OFF", "cache_size = -2000000", "temp_store = MEMORY"):
            store.execute(f"PRAGMA {setting}")
        letter, at = store.execute("SELECT id, received_at FROM dispatch_dispatch WHERE status = 'read' AND channel = 'receiver' ORDER BY received_at DESC LIMIT 1").fetchone()
        behind, = store.execute("SELECT MAX(sequence) FROM platform_journal_event").fetchone()
        events, = store.execute("SELECT COUNT(*) FROM platform_journal_subject WHERE kind = 'dispatch' AND subject_id = ?", (letter,)).fetchone()
        asked = {"letter": letter, "first_at": at - (count + 1) * APART_US, "apart": APART_US, "behind": behind, "events": events}
        statements = [copying(store, table, key) for table, key in TABLES.items()] + copying_events(store)
        written = 0
        for begin in range(0, count, ROWS_AT_A_TIME):
            store.execute("BEGIN")
            for statement in statements:
                written += store.execute(statement, {**asked, "begin": begin, "end": min(begin + ROWS_AT_A_TIME, count)}).rowcount
            store.execute("COMMIT")
        store.execute("INSERT INTO platform_journal_batch (number, first_sequence, last_sequence, sealed_at, root, seal) "
                      "SELECT MAX(number) + 1, MAX(last_sequence) + 1, ?, MAX(sealed_at), root, seal FROM platform_journal_batch",
                      (behind + count * events,))
        store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        store.execute("PRAGMA optimize")
        return written
