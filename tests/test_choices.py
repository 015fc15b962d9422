"""How the choices of a form are printed."""

import pytest
from django.utils import translation

from roles.options import Option
from tpmguide.templatetags.choices import boxes, entries

MANY = Option("r-d", "R&D", chosen=True, count=12)
NONE = Option("law", "कानून", chosen=False, count=0)
UNCOUNTED = Option("all", "All", chosen=False)


def test_a_box_says_its_count_and_is_closed_where_that_is_none() -> None:
    counted, none, uncounted = boxes([MANY, NONE, UNCOUNTED], "by").splitlines()

    assert 'id="f-by-r-d" name="by" value="r-d" checked> R&amp;D <span class="muted">12<' in counted
    assert 'value="law" disabled> कानून <span class="muted">0<' in none
    assert uncounted == (
        '<label><input type="checkbox" id="f-by-all" name="by" value="all"> All </label>'
    )


@pytest.mark.parametrize(("marked", "selected"), [(True, " selected"), (False, "")])
def test_an_entry_is_selected_only_where_the_list_marks_it(*, marked: bool, selected: str) -> None:
    assert entries([MANY, NONE, UNCOUNTED], marked=marked).splitlines() == [
        f'<option value="r-d"{selected}>R&amp;D (12)</option>',
        '<option value="law" disabled>कानून (0)</option>',
        '<option value="all">All</option>',
    ]


def test_a_choice_that_is_english_is_marked_so_on_a_page_that_is_not() -> None:
    in_english = entries([MANY, NONE])
    with translation.override("hi"):
        printed = entries([MANY, NONE])

    assert printed.splitlines() == [
        '<option value="r-d" selected lang="en">R&amp;D (12)</option>',
        '<option value="law" disabled>कानून (0)</option>',
    ]
    assert "lang=" not in in_english
