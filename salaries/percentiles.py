"""The percentiles that a figure may have beside its band."""

from typing import Protocol, TypedDict


class Percentiles(TypedDict):
    p10: int | None
    p25: int | None
    p50: int | None
    p75: int | None
    p90: int | None


class Spread(Protocol):
    """What has percentiles: a stored figure, or what is shown of observations."""

    @property
    def p10(self) -> int | None: ...
    @property
    def p25(self) -> int | None: ...
    @property
    def p50(self) -> int | None: ...
    @property
    def p75(self) -> int | None: ...
    @property
    def p90(self) -> int | None: ...


def percentiles(spread: Spread) -> Percentiles:
    return Percentiles(
        p10=spread.p10, p25=spread.p25, p50=spread.p50, p75=spread.p75, p90=spread.p90
    )
