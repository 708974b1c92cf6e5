import ipaddress

import pytest

from dateline.intake import Failure, read_sources
from dateline.intake.addresses import is_public


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
)
def test_addresses_of_the_open_internet_are_public(address):
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "ff0e::1",
        "2001:db8::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "2002:7f00:1::1",
    ],
)
def test_every_other_address_is_not(address):
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "https://169.254.169.254/latest",
        "HTTP://127.0.0.1:8080/",
    ],
)
def test_however_it_is_written_an_address_that_is_not_public_is_refused(url):
    (failure,) = read_sources([url])
    assert isinstance(failure, Failure)
    assert failure.source == url
    assert "not a public address" in failure.reason


@pytest.mark.parametrize("url", ["ftp://example.org/a", "file:///etc/passwd", "gopher://example.org"])
def test_only_http_and_https_are_read(url):
    (failure,) = read_sources([url])
    assert isinstance(failure, Failure)
    assert "only http and https" in failure.reason


def test_an_address_with_a_password_is_refused():
    (failure,) = read_sources(["https://jane:secret@example.org/"])
    assert isinstance(failure, Failure)
    assert "password" in failure.reason


@pytest.mark.parametrize(
    "url", ["http://", "http://[::1", "http://exa mple/", "http://" + "a" * 300 + "/", "https://a..b/"]
)
def test_an_address_that_is_none_is_a_failure(url):
    (failure,) = read_sources([url])
    assert isinstance(failure, Failure)
    assert failure.source == url
