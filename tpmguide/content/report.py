"""What a load says it found and did: a line, and below it what is not as the files say."""

from collections import Counter
from collections.abc import Iterator

from tpmguide.content.loading import DIFFERS, Outcome, State

# Enough to see what it is about; a list of hundreds is not read.
MOST_LISTED = 20
LEFT_OUT = "left out, because another row here stands in the way (what must be unique is named)"
KEPT = "kept here, though the guide ships them no longer"


def report(outcome: Outcome, *, applied: bool, version: str, how: str) -> str:
    """Return what happened; how says in which way the other version is applied."""
    counts = f"Content: {outcome.objects} objects, {outcome.new} new, {outcome.unchanged} unchanged"
    did = f"replaced by the {version}" if applied else "differ here"
    lines = [
        *section(did, [str(difference) for difference in outcome.differences]),
        *[f"`{how}` applies the {version}."] * (bool(outcome.differences) > applied),
        *section(LEFT_OUT, [str(conflict) for conflict in outcome.conflicts]),
        *section(KEPT, [" ".join(name) for name in outcome.no_longer_shipped]),
    ]
    if not outcome.differences:
        return "\n".join([f"{counts}.", *lines])
    return "\n".join([f"{counts}, {lines[0]}", *lines[1:]])


def forecast(outcome: Outcome) -> str:
    """Return what a load would do: counts for each table, and the objects by name up to a bound."""
    changed = [str(one) for one in outcome.differences]
    counts = f"{outcome.new} new, {len(changed)} changed, {outcome.unchanged} unchanged"
    return "\n".join(
        [
            "Nothing is written; this is what a load would find.",
            f"{outcome.objects} objects: {counts}.",
            *(f"  {line}" for line in tables(outcome)),
            *section("new", [" ".join(one.name) for one in outcome.of(State.NEW)]),
            *section("changed here, with the fields that differ", changed),
            *section(LEFT_OUT, [str(conflict) for conflict in outcome.conflicts]),
        ]
    )


def tables(outcome: Outcome) -> Iterator[str]:
    """Give for each table how many of its objects are new, changed and unchanged."""
    found = Counter((one.name[0], one.state) for one in outcome.found)
    for label in sorted({one.name[0] for one in outcome.found}):
        new, same = found[label, State.NEW], found[label, State.UNCHANGED]
        changed = sum(found[label, state] for state in DIFFERS)
        yield f"{label}: {new} new, {changed} changed, {same} unchanged"


def section(title: str, entries: list[str]) -> list[str]:
    """Return a title with the number of its entries, and no more of them than are read."""
    if not entries:
        return []
    left = len(entries) - MOST_LISTED
    listed = [f"  {entry}" for entry in entries[:MOST_LISTED]]
    return [f"{len(entries)} {title}:", *listed, *([f"  and {left} more"] if left > 0 else [])]
