"""Redirects: followed by hand, so that no credential leaves its origin and no write is sent twice."""

from __future__ import annotations

import pytest

from data_territoires_plugin.errors import ServerError
from data_territoires_plugin.network import checked

from . import server as script

SECRETS = {"Authorization": "Bearer abc", "X-API-KEY": "abc", "Cookie": "session=abc", "X-Key": "abc", "apikey": "abc"}


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_get_is_followed_within_its_origin_with_all_its_headers(server, quick, status):
    server.will("/a", script.redirect(status, "/b?x=1"))
    server.will("/b", script.reply(200, b"here"))
    response = quick().get(server.url("/a"), headers=SECRETS)
    assert response.content == b"here"
    assert response.url == server.url("/b?x=1")
    assert {name: server.to("/b")[0].headers.get(name.lower()) for name in SECRETS} == SECRETS


def test_another_server_receives_nothing_that_says_who_we_are(start, quick):
    first, other = start(), start()
    first.will("/a", script.redirect(302, other.url("/b")))
    other.will("/b", script.reply(200, b"here"))
    harmless = {"Accept": "application/json", "Range": "bytes=0-3", "If-None-Match": '"x"', "Accept-Language": "fr"}
    session = quick()
    session.auth = ("user", "invented")
    session.headers["X-API-KEY"] = "abc"
    assert session.get(first.url("/a"), headers={**SECRETS, **harmless}).content == b"here"
    assert "basic" in first.received[0].headers["authorization"].lower()
    seen = other.received[0].headers
    assert {name: seen.get(name.lower()) for name in harmless} == harmless
    assert not {name.lower() for name in SECRETS} & set(seen)
    assert seen["user-agent"].startswith("DataTerritoires/")


def test_what_was_dropped_does_not_come_back(start, quick):
    first, other = start(), start()
    first.will("/a", script.redirect(302, other.url("/b")))
    other.will("/b", script.redirect(302, first.url("/c")))
    first.will("/c", script.reply(200))
    quick().get(first.url("/a"), headers=SECRETS)
    assert not {name.lower() for name in SECRETS} & set(first.to("/c")[0].headers)


def test_a_password_in_a_location_is_not_used(server, quick):
    server.will("/a", script.redirect(302, server.url("/b").replace("//", "//user:invented@")))
    server.will("/b", script.reply(200))
    quick().get(server.url("/a"))
    assert "authorization" not in server.to("/b")[0].headers


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_a_write_is_never_sent_to_another_address(server, quick, status, method):
    server.will("/a", script.redirect(status, "/b"))
    with pytest.raises(ServerError, match="it has moved to another address; nothing was sent there") as caught:
        quick().request(method, server.url("/a"), data=b"<wfs:Transaction/>")
    assert server.url("/b") in caught.value.hint
    assert server.to("/b") == []


def test_a_post_that_reads_follows_what_keeps_the_method_within_its_origin(server, quick):
    server.will("/a", script.redirect(308, "/b"))
    server.will("/b", script.reply(200, b"ok"))
    assert quick().post(server.url("/a"), data=b"q=1", idempotent=True).content == b"ok"
    assert (server.to("/b")[0].method, server.to("/b")[0].body) == ("POST", b"q=1")


@pytest.mark.parametrize("status", [301, 302, 303])
def test_a_post_that_reads_does_not_become_a_get(server, quick, status):
    server.will("/a", script.redirect(status, "/b"))
    with pytest.raises(ServerError, match="moved"):
        quick().post(server.url("/a"), data=b"q=1", idempotent=True)


def test_a_post_that_reads_does_not_go_to_another_server(start, quick):
    first, other = start(), start()
    first.will("/a", script.redirect(307, other.url("/b")))
    with pytest.raises(ServerError, match="moved"):
        quick().post(first.url("/a"), data=b"q=1", idempotent=True)
    assert other.received == []


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:text/plain,x"])
def test_only_the_web_is_followed(server, quick, location):
    server.will("/a", script.redirect(302, location))
    with pytest.raises(ServerError, match="not secure"):
        quick().get(server.url("/a"))


def test_a_circle_ends_after_ten_redirects(server, quick):
    server.always("/a", script.redirect(302, "/a"))
    with pytest.raises(ServerError, match="without end"):
        quick().get(server.url("/a"))
    assert len(server.received) == 11


def test_a_redirect_may_be_looked_at_instead(server, quick):
    server.will("/a", script.redirect(302, "/login"))
    response = quick().get(server.url("/a"), allow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (302, "/login")
    with pytest.raises(ServerError, match="moved"):
        checked(response)


def test_a_redirect_without_address_is_an_error_of_the_service(server, quick):
    server.will("/a", script.reply(302))
    with pytest.raises(ServerError, match="moved"):
        checked(quick().get(server.url("/a")))
