"""Visitors are told from one another by their network, whatever stands before the site."""

import pytest
from django.test import RequestFactory

from amendments.views.visitors import visitor_of


def visitor(address, **headers):
    return visitor_of(RequestFactory().get("/", REMOTE_ADDR=address, **headers))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("192.0.2.1", "192.0.2.2"),
        ("::ffff:192.0.2.1", "::ffff:192.0.2.2"),
        ("2001:db8:0:1::1", "2001:db8:0:2::1"),
        ("192.0.2.1:4000", "192.0.2.2:4000"),
    ],
)
def test_two_networks_are_two_visitors(one, other):
    assert visitor(one) != visitor(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("192.0.2.1", "::ffff:192.0.2.1"),
        ("2001:db8:0:1::1", "2001:db8:0:1:2::3"),
        ("192.0.2.1", "192.0.2.1:4000"),
        ("2001:db8:0:1::1", "[2001:db8:0:1::1]:4000"),
    ],
)
def test_one_network_is_one_visitor(one, other):
    assert visitor(one) == visitor(other)


@pytest.mark.parametrize("address", ["", "a socket", "999.1.1.1"])
def test_without_an_address_nobody_is_told_from_others(address):
    assert visitor(address) == ""


def test_what_a_client_says_of_itself_counts_only_behind_a_trusted_proxy(settings):
    said = {"headers": {"X-Forwarded-For": "198.51.100.7, 198.51.100.8"}}
    assert visitor("192.0.2.1", **said) == visitor("192.0.2.1")
    settings.MADDA_TRUSTED_PROXIES = 1
    assert visitor("192.0.2.1", **said) == visitor("198.51.100.8")
