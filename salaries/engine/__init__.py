"""The percentile engine: any slice of a release, answered in a fraction of a millisecond. Pure.

A release is one immutable file, the snapshot. Rows that may be compared, of one kind of pay in
one currency, lie together in it, sorted by pay, and for each value of each facet there is a
bitmap of the rows that have it. A slice is a few bitmaps, ANDed; since the rows are sorted, a
percentile is the pay at the k-th set bit. Workers map the file and share it.

    building.build(frame, folder, name=sha256) -> Path
        the one place that takes pandas; the frame has the columns of facets.COLUMNS:
        key, source, role, level, country, city, size, industry, pay_kind, currency (text,
        "" = not known), year and pay (integers, pay in whole currency units a year)
    snapshot.opened(folder, name) -> Snapshot          SnapshotError for a file that is not whole

    measure = query.Measure("base", "USD")             one kind of pay, one currency, and all
                                                       years; or year=2013, that year only
    asked = query.Query(measure).where(Facet.CITY, "pune", "bengaluru").where(Facet.LEVEL, "mid")

    snapshot.cells.count(asked) -> int                 rows of the slice: a look-up

    chosen = selection.selected(snapshot, asked) -> Selection
    chosen.n                                           rows of the slice
    chosen.summary() -> Summary | None                 n, p10 p25 p50 p75 p90, ends for the bins
    chosen.years() -> list[int]                        those that its rows are of
    chosen.histogram(summary) -> Histogram             forty bins or fewer, round edges
    chosen.pay_at(ranks) -> list[int]                  the pay at ranks, 0 is the lowest
    selection.selected(snapshot, asked, by=Facet.LEVEL).table() -> Table
                                                       the summary, and that of each value

Values are OR inside a facet and AND between facets. A value that the snapshot does not have
selects no rows. Percentiles are exact, by linear interpolation, numpy's default. Nothing
here hides a small sample: that is what salaries.disclosure is for, and nothing reaches a
page, a chart, a file or the API without it.
"""
