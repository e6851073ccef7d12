"""One request, one answer: what Qt and QGIS get wrong by themselves (see qgis/QGIS#66124 and others) is right here."""

from __future__ import annotations

import json
import os
import threading
import time

import pytest
from qgis.core import QgsFeedback, QgsNetworkAccessManager
from qgis.PyQt.QtCore import QTimer

from data_territoires_plugin.errors import Cancelled, NetworkError, OfflineError, OutputError
from data_territoires_plugin.network import checked, json_answer, session

from . import server as script

JSON = json.dumps({"nom": "Rennes", "codes": list(range(20_000))}).encode()


def test_an_answer_comes_whole_with_its_headers(server, quick):
    server.will("/a", script.reply(200, JSON, Content_Type="application/json"))
    response = quick().get(server.url("/a"), params={"fields": "nom,code"})
    assert response.status_code == 200
    assert response.content == JSON
    assert response.headers["content-type"] == "application/json"
    assert server.received[0].target == "/a?fields=nom%2Ccode"


def test_the_plugin_names_itself_and_not_qgis_alone(server, quick):
    server.will("/a", script.reply())
    quick().get(server.url("/a"), headers={"User-Agent": ""})
    assert server.received[0].headers["user-agent"].startswith("DataTerritoires/")


def test_other_requests_of_qgis_keep_their_name(server, quick, qgis_app):
    from qgis.core import QgsBlockingNetworkRequest
    from qgis.PyQt.QtCore import QUrl
    from qgis.PyQt.QtNetwork import QNetworkRequest

    server.always("/a", script.reply(200, b"x"))
    quick().get(server.url("/a"))
    QgsBlockingNetworkRequest().get(QNetworkRequest(QUrl(server.url("/a"))))
    ours, theirs = (received.headers["user-agent"] for received in server.received)
    assert "DataTerritoires" in ours
    assert "DataTerritoires" not in theirs


def test_a_gzip_answer_is_decoded(server, quick):
    server.will("/a", *(script.zipped(JSON, framing=framing) for framing in ("length", "chunked", "close")))
    session = quick()
    for _ in range(3):
        response = session.get(server.url("/a"))
        assert response.content == JSON
        assert "content-encoding" not in response.headers


@pytest.mark.parametrize("framing", ["length", "chunked", "close"])
@pytest.mark.parametrize("missing", [1, 8, 20_000])
def test_a_gzip_answer_without_its_end_is_never_taken_for_a_whole_one(server, quick, framing, missing):
    body = os.urandom(30_000)
    server.will("/a", script.zipped(body, missing=missing, framing=framing))
    with pytest.raises(NetworkError, match=r"incomplete|cut"):
        quick(retries=0).get(server.url("/a"))


def test_an_answer_shorter_than_announced_is_an_error(server, quick):
    server.will("/a", script.truncated(b'{"features":[', 5000))
    with pytest.raises(NetworkError, match="cut"):
        quick(retries=0).get(server.url("/a"))


def test_a_part_of_a_file_is_asked_for_without_compression(server, quick):
    server.will("/a", script.reply(206, b"PAR1", Content_Range="bytes 0-3/100"))
    response = checked(quick().get(server.url("/a"), headers={"Range": "bytes=0-3"}))
    assert response.content == b"PAR1"
    assert server.received[0].headers["accept-encoding"] == "identity"


@pytest.mark.parametrize("status", [200, 201, 204])
def test_an_empty_success_is_an_answer(server, quick, status):
    server.will("/a", *[script.reply(status, b"", Location="/created/1")] * 3)
    session = quick()
    for method in ("GET", "POST", "DELETE"):
        response = session.request(method, server.url("/a"), allow_redirects=False)
        assert (response.status_code, response.content) == (status, b"")
        assert response.headers["location"] == "/created/1"


def test_head_has_headers_and_no_body(server, quick):
    server.will("/a", script.reply(200, b"12345"))
    response = quick().head(server.url("/a"))
    assert response.headers["content-length"] == "5"
    assert response.content == b""


def test_the_body_of_a_refusal_is_kept(server, quick):
    server.will("/a", script.reply(400, b'{"message":"Illegal property name: xxx"}'))
    response = quick().get(server.url("/a"))
    assert response.status_code == 400
    assert response.json() == {"message": "Illegal property name: xxx"}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_every_method_carries_its_body(server, quick, method):
    server.will("/a", script.reply(200, b"ok"))
    assert quick().request(method, server.url("/a"), data=b"caf\xc3\xa9" * 50_000).content == b"ok"
    assert server.received[0].method == method
    assert server.received[0].body == b"caf\xc3\xa9" * 50_000


def test_a_form_and_a_json_body_are_typed(server, quick):
    server.always("/a", script.reply(200, b"ok"))
    session = quick()
    session.post(server.url("/a"), data={"cql_filter": "code='35238'"})
    session.post(server.url("/a"), json={"title": "é"})
    form, document = server.received
    assert form.headers["content-type"] == "application/x-www-form-urlencoded"
    assert form.body == b"cql_filter=code%3D%2735238%27"
    assert document.headers["content-type"] == "application/json"
    assert json.loads(document.body) == {"title": "é"}


def test_a_file_is_sent_from_where_it_stands(server, quick, tmp_path):
    path = tmp_path / "layer.gpkg"
    path.write_bytes(bytes(range(256)) * 4096)
    server.will("/a", script.reply(201))
    with path.open("rb") as file:
        file.seek(256)
        quick().put(server.url("/a"), data=file)
    assert server.received[0].body == path.read_bytes()[256:]


def test_nobody_listening_is_said_so(quick, server):
    address = server.url("/a")
    server.close()
    with pytest.raises(NetworkError, match=r"127\.0\.0\.1: the connection is refused") as caught:
        quick().get(address)
    assert "proxy" in caught.value.hint


def test_an_unknown_name_is_said_so(quick):
    with pytest.raises(NetworkError, match=r"service\.invalid: the name of this server is not found"):
        quick().get("http://service.invalid/")


def test_a_silent_service_is_left_after_the_idle_limit(server, quick):
    server.will("/a", script.say_nothing)
    with pytest.raises(NetworkError, match=r"no answer after 0.3 s") as caught:
        quick().get(server.url("/a"), timeout=0.3)
    assert "idle limit, 0 bytes received" in caught.value.detail
    assert len(server.received) == 1


def test_a_transfer_that_stops_is_left_after_the_idle_limit_and_tried_again(server, quick):
    server.will("/a", script.begin_and_stop(b'{"a"', 100), script.reply(200, b"{}"))
    assert quick(idle=0.3).get(server.url("/a")).content == b"{}"
    assert len(server.received) == 2


def test_a_slow_service_that_keeps_sending_is_waited_for(server, quick):
    def slow(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "8")
        handler.end_headers()
        for _ in range(8):
            time.sleep(0.15)
            handler.wfile.write(b"x")

    server.will("/a", slow)
    assert quick(idle=0.8).get(server.url("/a")).content == b"x" * 8


def test_qgis_own_limit_is_left_as_it_is_and_does_not_cut_ours(server, quick):
    before = QgsNetworkAccessManager.timeout()
    QgsNetworkAccessManager.setTimeout(200)
    try:

        def thinking(handler):
            time.sleep(0.6)
            script.reply(200, b"{}")(handler)

        server.will("/a", thinking)
        assert quick().get(server.url("/a")).content == b"{}"
        assert QgsNetworkAccessManager.timeout() == 200
    finally:
        QgsNetworkAccessManager.setTimeout(before)


def test_no_tls_connection_names_the_connection_limit(server, quick):
    """The server accepts the connection and never answers the TLS greeting."""
    server.close()
    import socket

    with (
        socket.create_server(("127.0.0.1", 0)) as deaf,
        pytest.raises(NetworkError, match=r"no connection after 0.3 s"),
    ):
        quick().get(f"https://127.0.0.1:{deaf.getsockname()[1]}/", timeout=(0.3, 30))


def test_cancelling_ends_the_wait_at_once(server, quick):
    feedback, cancelled_at = QgsFeedback(), []

    def cancel(handler):
        cancelled_at.append(time.monotonic())
        feedback.cancel()
        script.say_nothing(handler)

    server.will("/a", cancel)
    with pytest.raises(Cancelled):
        quick(feedback=feedback, idle=25.0).get(server.url("/a"))
    # Half a second is the rule; the rest is for a machine that does much else.
    assert time.monotonic() - cancelled_at[0] < 3


def test_nothing_is_sent_once_cancelled(server, quick):
    feedback = QgsFeedback()
    feedback.cancel()
    with pytest.raises(Cancelled):
        quick(feedback=feedback).get(server.url("/a"))
    assert server.received == []


def test_cancelling_ends_the_wait_before_a_new_try(server, quick):
    feedback = QgsFeedback()

    def busy(handler):
        script.reply(503, b"", Retry_After="100")(handler)
        feedback.cancel()

    server.will("/a", busy)
    with pytest.raises(Cancelled):
        quick(feedback=feedback).get(server.url("/a"))


def test_offline_sends_nothing(server, quick, monkeypatch):
    monkeypatch.setenv("DATA_TERRITOIRES_OFFLINE", "1")
    with pytest.raises(OfflineError, match="offline"):
        quick().get(server.url("/a"))
    assert server.received == []


def test_a_document_has_a_size_limit_on_what_is_decoded(server, quick):
    server.always("/a", script.zipped(b" " * 5_000_000))
    with pytest.raises(NetworkError, match="larger than 1 MB"):
        quick().get(server.url("/a"), size_limit=1_000_000)
    assert len(quick().get(server.url("/a"), size_limit=None).content) == 5_000_000


def test_a_streamed_file_has_no_size_limit_and_does_not_fill_the_memory(server, quick):
    block, count = os.urandom(1_000_000), 120
    server.will("/a", script.flow(block, count))
    before = _memory()
    response = quick().get(server.url("/a"), stream=True, size_limit=1)
    size = sum(len(part) for part in response.iter_content(1_000_000))
    assert size == len(block) * count
    assert _memory() - before < 60_000_000


def test_a_streamed_answer_can_still_be_checked(server, quick):
    server.will("/a", script.reply(200, b"<html><title>Connexion</title></html>"), script.reply(200, b"PK" * 5000))
    session = quick()
    with pytest.raises(NetworkError, match="Connexion"):
        checked(session.get(server.url("/a"), stream=True))
    assert b"".join(checked(session.get(server.url("/a"), stream=True)).iter_content(100)) == b"PK" * 5000


def test_a_full_disk_is_said_so(server, quick, monkeypatch):
    class Full:
        def __init__(self, **_):
            pass

        def write(self, _data):
            raise OSError(28, "No space left on device")

        def close(self):
            pass

    monkeypatch.setattr("data_territoires_plugin.network.exchange.tempfile.SpooledTemporaryFile", Full)
    server.will("/a", script.reply(200, b"x"))
    with pytest.raises((NetworkError, OutputError), match="disk") as caught:
        quick().get(server.url("/a"))
    assert "No space left" in caught.value.detail


def test_a_file_that_breaks_while_it_is_sent_is_said_so(server, quick):
    class Broken:
        def __len__(self):
            return 100_000

        def tell(self):
            return 0

        def read(self, _size):
            raise OSError(5, "Input/output error")

    server.always("/a", script.hang_up)
    with pytest.raises(NetworkError, match="disk"):
        quick().put(server.url("/a"), data=Broken())


def test_nothing_comes_from_or_goes_to_the_cache_of_qgis(server, quick):
    """The Géoplateforme allows three weeks of cache: a refresh would bring what one has already."""
    fresh = {"Cache_Control": "private, max-age=1814400"}
    server.will("/a", script.reply(200, b"1", **fresh), script.reply(200, b"2", **fresh))
    assert [quick().get(server.url("/a")).content for _ in range(2)] == [b"1", b"2"]


def test_cookies_belong_to_the_session_and_not_to_qgis(server, quick):
    server.always("/a", script.reply(200, b"", Set_Cookie="XSRF-TOKEN=abc; Path=/"))
    session = quick()
    session.get(server.url("/a"))
    session.get(server.url("/a"))
    quick().get(server.url("/a"))
    assert session.cookies["XSRF-TOKEN"] == "abc"
    assert [received.headers.get("cookie") for received in server.received] == [None, "XSRF-TOKEN=abc", None]


def test_a_password_in_the_address_is_neither_kept_nor_shown(server, quick):
    address = server.url("/a?apikey=SECRET&nom=x").replace("//", "//me:SECRET@")
    server.will("/a", script.hang_up)
    server.always("/a", script.hang_up)
    with pytest.raises(NetworkError) as caught:
        quick(retries=0).get(address)
    assert "SECRET" not in f"{caught.value} {caught.value.detail}"
    assert "nom=x" in caught.value.detail


def test_a_plain_python_thread_may_ask_too(server, quick):
    server.always("/a", script.reply(200, b"{}"))
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(quick().get(server.url("/a")).content)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [b"{}"] * 3


def test_the_main_thread_keeps_ticking_while_it_waits(server, quick):
    ticks = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(10)

    def thinking(handler):
        time.sleep(0.4)
        script.reply(200, b"{}")(handler)

    server.will("/a", thinking)
    assert json_answer(quick().get(server.url("/a"))) == {}
    timer.stop()
    assert len(ticks) > 5


def _memory() -> int:
    """Bytes of memory of this process."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.parametrize(
    "address",
    ["sig.example.org/ows?key=s3cret", "//ada:s3cret@sig.example.org", "ftp://ada:s3cret@sig.example.org", "https://",
     "http://[::1", "https://sig.example.org:port/", "https://🙂.example.org:x", ""],
)  # fmt: skip
def test_what_is_no_address_is_refused_in_words_without_its_secrets(address):
    with session() as web, pytest.raises(NetworkError, match="not the address of a web service") as refused:
        web.get(address)
    assert "s3cret" not in f"{refused.value} {refused.value.detail}"
