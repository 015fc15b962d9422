"""English has British dates, and its words are not looked up where none is."""

from datetime import UTC, datetime

import pytest
from django import forms
from django.conf import settings
from django.utils.formats import date_format, get_format
from django.utils.translation import trans_real


@pytest.mark.parametrize(
    ("style", "written"),
    [
        ("DATE_FORMAT", "5 Nov 2026"),
        ("DATETIME_FORMAT", "5 Nov 2026, 2:30 p.m."),
        ("MONTH_DAY_FORMAT", "5 November"),
        ("SHORT_DATE_FORMAT", "05/11/2026"),
        ("SHORT_DATETIME_FORMAT", "05/11/2026 2:30 p.m."),
    ],
)
def test_the_day_stands_before_the_month(style: str, written: str) -> None:
    assert date_format(datetime(2026, 11, 5, 14, 30, tzinfo=UTC), style) == written


def test_a_date_is_read_as_it_is_written() -> None:
    read = forms.DateField(localize=True).clean("05/11/2026")

    assert (read.month, read.day) == (11, 5)
    assert get_format("FIRST_DAY_OF_WEEK") == 1


def test_a_word_is_looked_up_in_one_catalogue() -> None:
    assert vars(trans_real.translation(settings.LANGUAGE_CODE))["_fallback"] is None
