from dataclasses import replace

from salaries.figures.bands import Mark, pay_bands
from salaries.figures.columns import Bin, Middle, histogram
from salaries.figures.look import EMPTY, Axis

SENIOR = Mark("Senior", "reported", "22-30 lakh", "sample not stated", 22_00_000, 30_00_000)
AXIS = Axis("INR per year", {0: "0", 50_00_000: "50 lakh"})
MODELLED = replace(SENIOR, label="Senior, Pune", kind="modelled", reach=(19_00_000, 43_00_000))


def test_each_bar_spans_its_band() -> None:
    figure = pay_bands([SENIOR], title="Senior pay", axis=AXIS)

    (bar,) = figure.data
    assert (list(bar.base), list(bar.x), list(bar.y)) == (
        [22_00_000],
        [8_00_000],
        ["Senior<br>22-30 lakh"],
    )
    assert figure.layout.title.text == "Senior pay"
    assert figure.layout.xaxis.title.text == "INR per year"


def test_ticks_say_what_the_server_says() -> None:
    axis = pay_bands([SENIOR], title="", axis=AXIS).layout.xaxis

    assert list(zip(axis.tickvals, axis.ticktext, strict=True)) == [
        (0, "0"),
        (50_00_000, "50 lakh"),
    ]


def test_kinds_are_separate_traces_told_apart_by_shape() -> None:
    figure = pay_bands([SENIOR, MODELLED], title="", axis=AXIS)

    reported, modelled, _reach = figure.data
    assert (reported.name, modelled.name) == ("Reported", "Modelled")
    assert reported.marker.pattern.shape is None
    assert modelled.marker.pattern.shape == "/"


def test_plausible_ranges_are_drawn_as_lines_with_gaps_between_them() -> None:
    figure = pay_bands([MODELLED], title="", axis=AXIS)

    line = figure.data[-1]
    assert (line.name, list(line.x)) == ("Plausible range", [19_00_000, 43_00_000, None])


def test_medians_and_tails_are_marked_where_there_are_any() -> None:
    observed = replace(SENIOR, kind="observed", median=25_00_000, reach=(10_00_000, 40_00_000))

    figure = pay_bands([observed, SENIOR], title="", axis=AXIS)

    *_, tails, medians = figure.data
    assert (tails.name, list(tails.x)) == ("P10 to P90", [10_00_000, 40_00_000, None])
    assert (medians.name, list(medians.x)) == ("Median", [25_00_000])


def test_marks_of_the_same_label_get_a_bar_each() -> None:
    figure = pay_bands([SENIOR, replace(SENIOR, low=20_00_000)], title="", axis=AXIS)

    assert list(figure.data[0].y) == [
        "Senior<br>22-30 lakh (1)",
        "Senior<br>22-30 lakh (2)",
    ]


def test_a_long_title_is_broken_into_lines() -> None:
    title = "Product Manager pay in the United States (n = 320 adverts, release 2026-11)"

    text = pay_bands([SENIOR], title=title, axis=AXIS).layout.title.text

    assert text.replace("<br>", " ") == title
    assert max(map(len, text.split("<br>"))) <= 40


def test_medians_are_joined_where_a_pair_is_named() -> None:
    one, other = replace(SENIOR, median=25_00_000), replace(SENIOR, label="Later", median=26_00_000)

    *_, joins = pay_bands([one, other], title="", axis=AXIS, joins=[(0, 1)]).data

    assert (joins.mode, list(joins.x)) == ("lines", [25_00_000, 26_00_000, None])
    assert list(joins.y) == ["Senior<br>22-30 lakh", "Later<br>22-30 lakh", None]


def test_without_pairs_nothing_is_joined() -> None:
    figure = pay_bands([replace(SENIOR, median=25_00_000)], title="", axis=AXIS)

    assert [trace.name for trace in figure.data] == ["Reported", "Median"]


def test_a_column_stands_where_its_amounts_are() -> None:
    bins = [Bin("below 20", "n = 5", 10, 20, 40.0), Bin("20-40", "n = 20", 20, 40, 92.0)]

    (columns,) = histogram(bins, title="Spread", axis=AXIS, name="Observed").data

    assert (list(columns.x), list(columns.width)) == ([15, 30], [10, 20])
    assert list(columns.y) == [40.0, 92.0]
    assert list(map(list, columns.customdata)) == [["below 20", "n = 5"], ["20-40", "n = 20"]]


def test_an_open_end_is_an_outline_and_says_what_it_is() -> None:
    bins = [
        Bin("below 20", "n = 5", 10, 20, 40.0, is_open=True),
        Bin("20-40", "n = 20", 20, 40, 92.0),
        Bin("40 and more", "n = 5", 40, 50, 40.0, is_open=True),
    ]

    figure = histogram(bins, title="Spread", axis=AXIS, name="Observed")

    first, middle, last = figure.data[0].marker.color
    assert (first, last) == (EMPTY, EMPTY)
    assert middle != EMPTY
    said = [(one.text, one.x, one.xanchor) for one in figure.layout.annotations]
    assert said == [("below 20", 10, "left"), ("40 and more", 50, "right")]


def test_a_line_with_its_words_marks_the_median() -> None:
    bins = [Bin("20-40", "n = 20", 20, 40, 92.0)]

    figure = histogram(
        bins, title="Spread", axis=AXIS, name="Observed", median=Middle(30, "Median 30")
    )

    (line,) = figure.layout.shapes
    assert (line.type, line.x0, line.x1, line.yref) == ("line", 30, 30, "y domain")
    assert [(one.text, one.x) for one in figure.layout.annotations] == [("Median 30", 30)]


def test_a_break_is_a_row_of_its_own_with_its_reason() -> None:
    one, other = replace(SENIOR, label="2026"), replace(SENIOR, label="2027", break_before="Why.")

    figure = pay_bands([one, other], title="", axis=AXIS)

    first, between, last = figure.layout.yaxis.categoryarray
    assert (first, last) == ("2026<br>22-30 lakh", "2027<br>22-30 lakh")
    assert list(figure.layout.yaxis.tickvals) == [first, last]
    assert [(line.y0, line.y1, line.line.dash) for line in figure.layout.shapes] == [
        (between, between, "dash")
    ]
    assert [(said.text, said.y) for said in figure.layout.annotations] == [("Why.", between)]


def test_a_long_reason_is_cut_where_the_page_says_it_whole() -> None:
    figure = pay_bands([SENIOR, replace(SENIOR, break_before="word " * 99)], title="", axis=AXIS)

    lines = figure.layout.annotations[0].text.split("<br>")
    assert (len(lines), lines[-1].endswith(" …")) == (3, True)


def test_rows_keep_their_order_whatever_their_kinds() -> None:
    marks = [replace(MODELLED, label="A"), replace(SENIOR, label="B"), replace(MODELLED, label="C")]

    rows = pay_bands(marks, title="", axis=AXIS).layout.yaxis.categoryarray

    assert [row[0] for row in rows] == ["A", "B", "C"]


def test_an_arrow_marks_an_upper_end_that_is_open() -> None:
    lead = replace(SENIOR, label="Lead", open_ended=True)

    figure = pay_bands([SENIOR, lead], title="", axis=AXIS)

    _bars, arrows = figure.data
    assert (arrows.meta, list(arrows.x), list(arrows.y)) == (
        "reported",
        [30_00_000],
        ["Lead<br>22-30 lakh"],
    )


def test_the_medians_of_a_ranking_are_dots() -> None:
    mark = replace(SENIOR, median=25_00_000)

    symbols = [
        pay_bands([one], title="", axis=AXIS).data[-1].marker.symbol
        for one in (mark, replace(mark, has_dot=True))
    ]

    assert symbols == ["line-ns-open", "circle"]


def test_an_observed_bar_is_light_and_has_an_outline() -> None:
    (bar,) = pay_bands([replace(SENIOR, kind="observed")], title="", axis=AXIS).data

    assert bar.marker.line.width == 1.5
    assert bar.marker.line.color != bar.marker.color
