"""What a scanner sends for a value: NUL, markup, other scripts and great length."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

HOSTILE = st.one_of(
    st.text(max_size=200),
    st.text(alphabet="\x00%,;'\"<>\\", max_size=50),
    st.integers(min_value=61, max_value=50_000).map(lambda length: "a" * length),
)
# The client, which every example shares, keeps nothing of the one before.
MANY = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
