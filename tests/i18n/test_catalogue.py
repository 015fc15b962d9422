"""The catalogue of Hindi is whole, compiled, and says what the pages ask of it."""

import gettext
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from tests.i18n.reading import Entry, entries

PO = Path(settings.BASE_DIR) / "locale" / "hi" / "LC_MESSAGES" / "django.po"
ENTRIES = list(entries(PO))
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%d|\{\w*\}")
TAG = re.compile(r"<[^>]*>")
# The navigation, the explorer, and every form: what must never be left in English.
PAGES = (
    "/nowhere/",
    "/salaries/",
    "/salaries/?level=senior&city=hyderabad&size=large&kind=modelled",
    "/salaries/?country=united-states",
    "/salaries/?country=united-states&currency=INR&basis=ppp&source=aijobs-2025-01",
    "/salaries/?view=cities&currency=USD",
    "/salaries/?view=trend",
    "/salaries/?view=distribution",
    "/data/",
    "/data/sources/",
    "/data/quality/",
    "/data/contradictions/",
    "/data/releases/diff/",
    "/salaries/?role=core-product-manager&city=pune&colour=red",
    "/salaries/?level=wizard",
    "/salaries/stand/?level=senior&city=hyderabad&size=large&pay=27+lakh",
    "/salaries/stand/?pay=26",
    "/salaries/band/?level=senior&city=pune&spread=40&pay=27+lakh",
    "/salaries/band/?level=lead",
    "/salaries/band/?level=wizard&spread=abc",
    "/salaries/premium/?pm=120000&cur=USD",
    "/compare/",
    "/fit/?q1=a&q2=b&q3=a",
    "/interview/?level=senior&skill=apis",
    "/plan/?role=tpm&from=mid&to=senior&s.apis=2&s.sql=0",
    "/plan/open/",
    "/paths/pm-to-tpm/?yes=t-01",
    "/data/releases/",
    "/data/releases/2026-11/",
    "/data/observations/",
    "/search/?q=sr+tpm",
    "/search/?q=xylophone",
)


def ids_of(entry: Entry) -> str:
    return entry.ids[0]


def placeholders(text: str) -> Counter[str]:
    return Counter(PLACEHOLDER.findall(text))


def told(compiled: gettext.GNUTranslations, entry: Entry) -> list[str]:
    """Return what the compiled catalogue says for an entry: one text, or one for each number."""
    if len(entry.ids) > 1:
        one, many = entry.ids
        return [compiled.ngettext(one, many, number) for number in (1, 2)]
    if entry.context:
        return [compiled.pgettext(entry.context, *entry.ids)]
    return [compiled.gettext(*entry.ids)]


def test_every_entry_is_translated_and_none_is_a_guess() -> None:
    assert [ids_of(entry) for entry in ENTRIES if "fuzzy" in entry.flags] == []
    assert [ids_of(entry) for entry in ENTRIES if not entry.texts or not all(entry.texts)] == []


def test_no_entry_is_there_twice() -> None:
    counts = Counter((entry.context, ids_of(entry)) for entry in ENTRIES)

    assert [name for name, number in counts.items() if number > 1] == []


def test_a_translation_has_the_placeholders_of_its_message() -> None:
    differing = [
        ids_of(entry)
        for entry in ENTRIES
        for at, text in enumerate(entry.texts)
        if placeholders(text) != placeholders(entry.ids[min(at, len(entry.ids) - 1)])
    ]

    assert differing == []


def test_a_translation_has_the_elements_of_its_message() -> None:
    differing = [
        ids_of(entry)
        for entry in ENTRIES
        for text in entry.texts
        if Counter(TAG.findall(text)) != Counter(TAG.findall(ids_of(entry)))
    ]

    assert differing == []


def test_what_is_compiled_says_what_is_written() -> None:
    with PO.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)

    for entry in ENTRIES:
        assert told(compiled, entry) == entry.texts


def test_the_catalogue_names_no_day_and_no_line_of_code() -> None:
    text = PO.read_text(encoding="utf-8")

    assert "-Date:" not in text
    assert "\n#:" not in text


def test_gnu_gettext_finds_no_fault() -> None:
    msgfmt = shutil.which("msgfmt")
    if msgfmt is None:
        pytest.skip("needs GNU gettext: apt-get install gettext")

    checked = subprocess.run(
        [msgfmt, "--check-format", "--check-domain", "-o", "-", PO],
        check=False,
        capture_output=True,
    )

    assert checked.returncode == 0, checked.stderr.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("path", PAGES)
def test_every_word_that_a_page_asks_for_is_in_the_catalogue(
    client: Client, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    asked: set[str] = set()
    known = {name for entry in ENTRIES for name in entry.ids}
    with translation.override("hi"):
        translation.gettext("")
    # Whatever is asked for, in a template or in Python, passes here.
    passage = vars(translation)["_trans"]
    ours = passage.gettext

    def noted(message: str) -> str:
        asked.add(str(message))
        return str(ours(message))

    monkeypatch.setattr(passage, "gettext", noted)

    client.get(f"/hi{path}")

    lacking = (word for word in asked if word not in known and re.search("[a-z]", word))
    with translation.override("hi"):
        # The names of months are Django's own, and it has them in Hindi.
        missing = sorted(word for word in lacking if ours(word) == word)
    assert len(asked) > 30
    assert missing == []
