"""The honesty rules, in one place and before any output. Pure.

What is published (before engine.building.build, once for each release):

    releases.protected(frame, history, fewest=5) -> Protected
        .rows       the frame to build the snapshot from: facets recoded, rows withheld
        .history    hand it in again with the next release; history.nothing() with the first
        .report     recoded, withheld, held_back: rounded down, so that they reveal nothing
        After it no sum and no difference of answers, of this release or of any two, describes
        a group of fewer than `fewest` rows. recoding and releases hold the rule and its proof.

What is shown (at every answer; page, chart, CSV and API alike):

    showing.shown(summary, limits) -> Shown | NOT_ENOUGH      whole currency units, no tails of a
                                                              small sample, never the extremes
    showing.shown_percentiles(n, five, limits) -> Shown | NOT_ENOUGH    of a frame, where no
                                                              snapshot is (salaries.statistics)
    showing.rounded_down(n, limits) -> int                    rows of a release, of one sort
    showing.shown_bars(histogram, limits) -> tuple[Bar, ...] | NOT_ENOUGH
        limits is showing.Limits(hide=5, tails=10), of salaries.thresholds.
        Nothing there and too little there are one value, NOT_ENOUGH; it is never 0.

    ladder.climbed(query, count, fewest=5) -> Rung | NOT_ENOUGH
        the slice, or the next broader one that has enough rows, with its label
    grade.graded(n, age=years, kind="observed") -> "A" to "D"; grade.RULES is printed
    interval.median_interval(n, chosen.pay_at) -> tuple[int, int] | NOT_ENOUGH
        that of 95 % confidence; needs no assumption on how pay is distributed
"""
