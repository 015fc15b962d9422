from roles.pager import page_links


def test_there_are_no_links_where_there_is_only_one_page() -> None:
    assert page_links(1, current=1, url_of="/?page={}".format) == ()


def test_each_page_has_a_link_and_the_current_one_is_marked() -> None:
    links = page_links(3, current=2, url_of="/?page={}".format)

    assert [link.url for link in links] == ["/?page=1", "/?page=2", "/?page=3"]
    assert [link.number for link in links if link.is_current] == [2]
