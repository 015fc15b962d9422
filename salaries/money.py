"""How amounts are printed: whole currency units in, text out."""

from django.utils.translation import gettext

from salaries.choices import Currency

LAKH = 100_000
CRORE = 10_000_000
SYMBOLS = {Currency.INR: "₹", Currency.USD: "$", Currency.EUR: "€", Currency.GBP: "£"}


def grouped(amount: int, currency: str) -> str:
    """Return the digits with separators: 22,00,000 for rupees, 172,800 for the rest."""
    if currency != Currency.INR or abs(amount) < LAKH:
        return f"{amount:,}"
    head, tail = divmod(abs(amount), 1000)
    digits = str(head)
    pairs = [digits[max(end - 2, 0) : end] for end in range(len(digits), 0, -2)]
    sign = "-" if amount < 0 else ""
    return f"{sign}{','.join(reversed(pairs))},{tail:03d}"


def symbol(currency: str) -> str:
    """Return the sign that stands before an amount, or the ISO code and a space."""
    return SYMBOLS.get(Currency(currency), f"{currency} ")


def short(amount: int, currency: str) -> str:
    """Return the amount as it is said: 22 lakh, 1.2 crore, 172,800."""
    if currency != Currency.INR or abs(amount) < LAKH:
        return grouped(amount, currency)
    is_crore = abs(amount) >= CRORE
    unit, name = (CRORE, gettext("crore")) if is_crore else (LAKH, gettext("lakh"))
    return f"{amount / unit:.2f}".rstrip("0").rstrip(".") + f" {name}"


def said(amount: int, currency: str) -> str:
    """Return the short amount with its currency sign."""
    return f"{symbol(currency)}{short(amount, currency)}"


def band(low: int, high: int, currency: str, *, open_ended: bool = False) -> str:
    """Return a range as it is said: ₹22-30 lakh, ₹30-50 lakh and more, $172,800-252,800."""
    if low == high:
        return and_more(said(low, currency), open_ended=open_ended)
    start, end = short(low, currency), short(high, currency)
    if start.partition(" ")[2] == end.partition(" ")[2]:
        start = start.partition(" ")[0]
    return and_more(f"{symbol(currency)}{start}-{end}", open_ended=open_ended)


def and_more(text: str, *, open_ended: bool) -> str:
    """Return an amount that may have no upper end: ₹50 lakh and more."""
    return gettext("{amount} and more").format(amount=text) if open_ended else text


def exactly(amount: int, currency: str) -> str:
    """Return one amount in whole units with its currency sign: ₹22,00,000."""
    return f"{symbol(currency)}{grouped(amount, currency)}"


def in_full(low: int, high: int, currency: str, *, open_ended: bool = False) -> str:
    """Return a range in whole units: ₹22,00,000 to ₹30,00,000."""
    start, end = (exactly(amount, currency) for amount in (low, high))
    text = start if low == high else gettext("{start} to {end}").format(start=start, end=end)
    return and_more(text, open_ended=open_ended)
