"""An answer is the same after it has been written down."""

from hypothesis import given
from hypothesis import strategies as st

from tpmguide.answer import Answer, as_bytes, from_bytes

text = st.text(max_size=20)


@given(st.builds(Answer, text, st.lists(st.tuples(text, text)).map(tuple), st.binary(), text))
def test_what_is_written_is_read_again(answer: Answer) -> None:
    assert from_bytes(as_bytes(answer)) == answer
