"""The kinds of thing that can be found."""

from typing import Self

from django.db import models
from django.utils.translation import gettext_lazy as _


class EntryKind(models.TextChoices):
    """What a result is, in the order in which kinds are offered as filters."""

    ROLE = "role", _("Role")
    LEVEL = "level", _("Career level")
    SKILL = "skill", _("Skill")
    TOOL = "tool", _("Tool")
    PATH = "path", _("Path")
    QUESTION = "question", _("Question")
    TERM = "term", _("Term")
    PAY = "pay", _("Pay")
    PAGE = "page", _("Page")
    PASSAGE = "passage", _("Passage")
    COMPARISON = "comparison", _("Comparison")
    DISAGREEMENT = "disagreement", _("Disagreement")
    SOURCE = "source", _("Source")

    @property
    def holds(self) -> str:
        """What stands under this kind, in many."""
        return str(HELD[self.value])

    @property
    def rank(self) -> int:
        return list(type(self)).index(self)

    @property
    def prominence(self) -> int:
        """How much more a match of this kind counts than the same match in a source."""
        return PROMINENCE.get(self.value, MOST_PROMINENT)

    @classmethod
    def prominent(cls) -> list[Self]:
        return [kind for kind in cls if kind.prominence == MOST_PROMINENT]


HELD = {
    "role": _("roles"),
    "level": _("career levels"),
    "skill": _("skills"),
    "tool": _("tools and techniques"),
    "path": _("ways into the role"),
    "question": _("frequent questions"),
    "term": _("glossary terms"),
    "pay": _("pay by city, level and company size"),
    "page": _("pages and sections of the site"),
    "passage": _("statements of the guide"),
    "comparison": _("differences between roles"),
    "disagreement": _("what the sources disagree about"),
    "source": _("sources"),
}
# A thing with a page or an anchor of its own comes before a sentence that mentions it, and both
# before the source that they rest on.
MOST_PROMINENT = 3
PROMINENCE = {"passage": 2, "comparison": 2, "disagreement": 2, "source": 1}
