"""What people and scanners type into a search box."""

from hypothesis import strategies as st

# What a scanner sends: NUL, quotes, the operators of both databases, and great length.
OPERATORS = st.text(alphabet="\x00'\"*^:()&|!<>-+%_\\{}~;,. aé९", max_size=80)
WORDS_OF_OPERATORS = st.lists(
    st.sampled_from(["AND", "OR", "NOT", "NEAR", "NEAR(a b, 2)", "title:", "tpm", ":*", "<->"]),
    max_size=12,
).map(" ".join)
LONG = st.integers(min_value=101, max_value=50_000).map(lambda length: "é" * length)
TYPED = st.one_of(st.text(max_size=300), OPERATORS, WORDS_OF_OPERATORS, LONG)
