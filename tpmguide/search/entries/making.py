"""How an entry is made, whatever it is about."""

from collections.abc import Iterable

from roles.models import Claim
from tpmguide.models import SearchEntry
from tpmguide.search.kinds import EntryKind
from tpmguide.search.marks import unmarked


def entry(
    kind: EntryKind, title: str, url: str, *, text: Iterable[str], names: Iterable[str] = ()
) -> SearchEntry:
    """Return an entry, not yet saved, without the marks that are put around hits."""
    return SearchEntry(
        kind=kind.value,
        title=unmarked(title),
        names=unmarked("\n".join(name for name in names if name)),
        text=unmarked(" ".join(part for part in text if part)),
        url=url,
    )


def claim_entry(
    kind: EntryKind,
    claim: Claim,
    url: str,
    *,
    more: Iterable[str] = (),
    names: Iterable[str] = (),
) -> SearchEntry:
    """Return the entry of a claim, with more of its words after its text."""
    return entry(kind, claim.title, url, text=(claim.text, *more), names=names)
