"""Observations for tests: adverts of Product Managers at every amount of a range."""

PRODUCT_MANAGER = "role=product-manager&country=united-states"


def adverts(amounts: range, **described: str) -> list[dict[str, str]]:
    return [{"pay": str(pay), "pay_kind": "advertised"} | described for pay in amounts]
