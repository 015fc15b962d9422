import pytest

from salaries.explorer.charts import chart_figures
from tests.salaries.examples import explorer_of

pytestmark = pytest.mark.django_db


def test_there_is_one_chart_per_country_in_the_order_of_the_page() -> None:
    charts = chart_figures(explorer_of("city=pune&city=seattle&level=mid"))

    titles = [chart["layout"]["xaxis"]["title"]["text"] for chart in charts]
    assert titles == ["INR per year, before tax", "USD per year, before tax"]


def test_a_chart_says_lakh_as_the_page_does() -> None:
    (chart,) = chart_figures(explorer_of(""))

    assert "50 lakh" in chart["layout"]["xaxis"]["ticktext"]
