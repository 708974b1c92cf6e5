"""Where a form may send its reader on to."""

import pytest

from dateline.web.addresses import own_address


@pytest.mark.parametrize("address", ["/", "/events?kind=escape&page=2", "/reports/r_1#c_2", "/review?item=e_1"])
def test_pages_of_the_desk_are_gone_to(address):
    assert own_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/",
        "//elsewhere.example/",
        "/\\elsewhere.example",
        "javascript:x",
        "events",
        "",
        "/\n/x",
    ],
)
def test_nothing_else_is(address):
    assert own_address(address, "/review") == "/review"
