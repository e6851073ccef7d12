"""Behind a town hall's network: a proxy, with or without a password, and one that rewrites certificates."""

from __future__ import annotations

import base64
import subprocess
from types import SimpleNamespace

import pytest
from qgis.core import QgsAuthMethodConfig, QgsNetworkAccessManager, QgsSettings
from qgis.PyQt.QtNetwork import QSslCertificate

from data_territoires_plugin.errors import NetworkError
from data_territoires_plugin.network import Pool, authentication, checked
from tests.accounts import opened

from . import proxy
from . import server as script


@pytest.fixture
def proxy_settings(qgis_app):
    """Writes what Settings > Options > Network writes, and tells QGIS, as this window does."""
    settings = QgsSettings()

    def written(**values):
        for name, value in values.items():
            settings.setValue(f"proxy/{name}", value)
        QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()

    yield written
    settings.remove("proxy")
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()


@pytest.fixture
def through(start, server, proxy_settings):
    """`server` is known by its name to the proxy alone. Gives the proxy."""

    def made(*, password=False, known=True, behind=None):
        gate = start()
        proxy.become_proxy(gate, behind or server, password=password)
        login = {"proxyUser": proxy.USER, "proxyPassword": proxy.PASSWORD} if password and known else {}
        proxy_settings(
            proxyEnabled=True, proxyType="HttpProxy", proxyHost="127.0.0.1", proxyPort=str(gate.port), **login
        )
        return gate

    return made


URL = f"http://{proxy.NAME}/a"


def test_the_proxy_of_qgis_is_used(server, quick, through):
    gate = through()
    server.will("/a", script.reply(200, b"ok"))
    assert quick().get(URL, params={"x": 1}).content == b"ok"
    assert gate.received[0].target == f"{URL}?x=1"
    assert server.received[0].headers["via"] == "1.1 mairie"


def test_the_proxies_of_the_environment_and_netrc_are_not(server, quick, monkeypatch, tmp_path):
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login me password invented\n")
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    server.will("/a", script.reply(200, b"ok"))
    assert quick().get(server.url("/a")).content == b"ok"
    assert "authorization" not in server.received[0].headers


def test_workers_use_the_proxy_too(server, quick, through):
    through()
    server.always("/a", script.reply(200, b"ok"))
    with Pool(2) as pool:
        assert {pool.submit(quick().get, URL).result().content for _ in range(4)} == {b"ok"}


def test_the_password_of_the_proxy_is_given_to_the_proxy_alone(server, quick, through):
    through(password=True)
    server.will("/a", script.reply(200, b"ok"))
    assert quick().get(URL).content == b"ok"
    assert "proxy-authorization" not in server.received[0].headers


def test_a_write_passes_a_proxy_with_a_password_once(server, quick, through):
    through(password=True)
    server.always("/a", script.reply(201, b"done"))
    assert quick().post(URL, data=b"<wfs:Transaction/>" * 10_000).content == b"done"
    writes = [received.body for received in server.received if received.method != "HEAD"]
    assert writes == [b"<wfs:Transaction/>" * 10_000]


def test_a_proxy_that_wants_an_unknown_password_is_named(server, quick, through):
    through(password=True, known=False)
    with pytest.raises(NetworkError, match="proxy of your network asks for a user name and a password") as caught:
        checked(quick().get(URL))
    assert "Settings > Options > Network > Proxy" in caught.value.hint
    assert server.received == []


def test_a_proxy_that_is_away_is_named(quick, through):
    through().close()
    with pytest.raises(NetworkError, match="the proxy of your network can't be reached"):
        quick().get(URL)


def test_the_proxy_of_the_system_is_used_when_qgis_says_so(server, start, quick, proxy_settings, monkeypatch):
    gate = start()
    proxy.become_proxy(gate, server)
    monkeypatch.setenv("http_proxy", gate.url())
    proxy_settings(proxyEnabled=True, proxyType="DefaultProxy")
    server.will("/a", script.reply(200, b"ok"))
    assert quick().get(URL).content == b"ok"
    assert gate.received[0].target == URL


# ---------------------------------------------------------------------- certificates


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    """An authority as a proxy has one, and a certificate that it made for 127.0.0.1 and for NAME."""
    folder = tmp_path_factory.mktemp("tls")

    def openssl(*arguments):
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)

    names = folder / "names"
    names.write_text(f"subjectAltName=IP:127.0.0.1,DNS:{proxy.NAME}\nbasicConstraints=CA:FALSE\n")
    new_key = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
    openssl(
        "req", "-x509", *new_key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=Mairie Proxy CA"
    )
    openssl("req", *new_key, "-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=127.0.0.1")
    signing = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2", "-extfile", "names")
    openssl("x509", "-req", "-in", "server.csr", *signing, "-out", "server.crt")
    both = folder / "server.pem"
    both.write_text((folder / "server.key").read_text() + (folder / "server.crt").read_text())
    return folder


@pytest.fixture
def unlocked(qgis_app):
    """QGIS's authentication database, opened."""
    return opened()


@pytest.fixture
def trusted(authority, unlocked):
    """The authority added in Settings > Options > Authentication > Manage Certificates."""
    certificate = QSslCertificate((authority / "ca.pem").read_bytes())
    assert unlocked.storeCertAuthority(certificate)
    _rebuild(unlocked)
    yield
    unlocked.removeCertAuthority(certificate)
    _rebuild(unlocked)


def _rebuild(manager):
    manager.rebuildCaCertsCache()
    manager.rebuildCertTrustCache()
    manager.rebuildTrustedCaCertsCache()


@pytest.fixture
def secure(start, authority):
    return start(authority / "server.pem")


def test_an_unknown_authority_is_refused_and_said_so(secure, quick):
    with pytest.raises(NetworkError, match="its certificate is refused") as caught:
        quick().get(secure.url("/a"))
    assert "Manage Certificates > Authorities" in caught.value.hint
    assert "certificate" in caught.value.detail
    assert secure.received == []


def test_a_worker_is_refused_too_and_does_not_wait_for_ever(secure, quick):
    with Pool(1) as pool, pytest.raises(NetworkError, match="its certificate is refused"):
        pool.submit(quick().get, secure.url("/a")).result()


def test_an_authority_that_qgis_trusts_is_accepted(secure, quick, trusted):
    secure.always("/a", script.reply(200, b"ok"))
    assert quick().get(secure.url("/a")).content == b"ok"
    with Pool(1) as pool:
        assert pool.submit(quick().get, secure.url("/a")).result().content == b"ok"


def test_verify_false_changes_nothing(secure, quick):
    with pytest.raises(NetworkError, match="its certificate is refused"):
        quick().get(secure.url("/a"), verify=False)


def test_a_tunnel_through_the_proxy_with_its_password_and_its_certificate(secure, quick, through, trusted):
    gate = through(password=True, behind=secure)
    secure.always("/a", script.reply(200, b"ok"))
    session = quick()
    assert session.get(f"https://{proxy.NAME}/a").content == b"ok"
    assert session.post(f"https://{proxy.NAME}/a", data=b"x" * 100_000).content == b"ok"
    assert {received.method for received in gate.received} == {"CONNECT"}
    assert "proxy-authorization" not in secure.received[0].headers


def test_a_redirect_from_https_to_http_is_refused(secure, server, quick, trusted):
    secure.will("/a", script.redirect(302, server.url("/b")))
    with pytest.raises(NetworkError, match="not secure"):
        quick().get(secure.url("/a"))


# ---------------------------------------------------------------------- authentication configurations


@pytest.fixture
def authcfg(unlocked):
    """A configuration with a user and a password."""
    config = QgsAuthMethodConfig("Basic")
    config.setName("GéoBretagne")
    config.setConfig("username", "sig")
    config.setConfig("password", "S3CRET")
    stored = unlocked.storeAuthenticationConfig(config)
    assert stored[0] if isinstance(stored, tuple) else stored
    yield config.id()
    unlocked.removeAuthenticationConfig(config.id())


BASIC = "Basic " + base64.b64encode(b"sig:S3CRET").decode()


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
def test_a_configuration_authenticates(server, quick, authcfg, method):
    server.will("/a", script.reply(200))
    quick(authcfg=authcfg).request(method, server.url("/a"))
    assert server.received[0].headers["authorization"] == BASIC


def test_a_worker_authenticates_too(server, quick, authcfg):
    server.will("/a", script.reply(200))
    with Pool(1) as pool:
        pool.submit(quick(authcfg=authcfg).get, server.url("/a")).result()
    assert server.received[0].headers["authorization"] == BASIC


def test_a_redirect_to_another_server_does_not_carry_the_configuration(start, quick, authcfg):
    first, other = start(), start()
    first.will("/a", script.redirect(302, "/b"))
    first.will("/b", script.redirect(302, other.url("/c")))
    other.will("/c", script.redirect(302, first.url("/d")))
    first.will("/d", script.reply(200, b"ok"))
    assert quick(authcfg=authcfg).get(first.url("/a")).content == b"ok"
    seen = [received.headers.get("authorization") for received in (*first.received, *other.received)]
    assert seen == [BASIC, BASIC, None, None]


def test_an_anonymous_session_stays_so_after_an_authenticated_one(server, quick, authcfg):
    server.always("/a", script.reply(200))
    quick(authcfg=authcfg).get(server.url("/a"))
    quick().get(server.url("/a"))
    assert "authorization" not in server.received[1].headers


def test_an_unknown_configuration_is_said_so(server, quick, unlocked):
    with pytest.raises(NetworkError, match="«zzzzzzz» does not exist"):
        quick(authcfg="zzzzzzz").get(server.url("/a"))


def test_a_locked_configuration_in_a_batch_is_said_so(server, quick, authcfg, monkeypatch):
    locked = SimpleNamespace(
        isDisabled=lambda: False, configIds=lambda: [authcfg], masterPasswordIsSet=lambda: False
    )  # the manager of a batch that nobody gave the master password to
    batch = SimpleNamespace(authManager=lambda: locked, platform=lambda: "qgis_process")
    monkeypatch.setattr(authentication, "QgsApplication", batch)
    with pytest.raises(NetworkError, match="locked by QGIS's master password") as caught:
        quick(authcfg=authcfg).get(server.url("/a"))
    assert "QGIS_AUTH_PASSWORD_FILE" in caught.value.hint
    assert server.received == []


def test_a_refused_password_is_said_so_without_it(server, quick, authcfg):
    server.always("/a", script.reply(401, b"no", WWW_Authenticate='Basic realm="geoserver"'))
    session = quick(authcfg=authcfg)
    with pytest.raises(NetworkError, match="does not accept your credentials") as caught:
        checked(session.get(server.url("/a")))
    error = caught.value
    for text in (str(error), error.detail, repr(error), repr(session), repr(vars(session))):
        assert "S3CRET" not in text
        assert BASIC.split()[1] not in text
