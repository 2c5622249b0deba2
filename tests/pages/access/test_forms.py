"""Where a form may lead: to this server, whatever somebody writes."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from hypothesis import given
from hypothesis import strategies as some

from pages.access.forms import language, own_path

TRICKY = some.text(some.sampled_from("/\\:@?#.%&ahttps\t\r\n\0 é中"), max_size=30)


@given(some.one_of(TRICKY, some.text(max_size=50), TRICKY.map("/".__add__)))
def test_whatever_is_asked_a_browser_stays_on_this_server(asked):
    onward = own_path(asked)
    assert urlsplit(urljoin("http://city.example/login", onward)).netloc == "city.example"
    assert onward.startswith("/")
    assert not set(onward) & set("\r\n\0\\")


@given(TRICKY)
def test_a_path_of_ours_is_kept_as_it_is(tail):
    asked = "/indicator?target=6&" + "".join(one for one in tail if one not in "\\\t\r\n\0 ")
    assert own_path(asked) == asked


def test_another_language_is_chinese():
    assert [language(one) for one in ("en", "zh", "", "fr", "<b>")] == ["en", "zh", "zh", "zh", "zh"]
