"""HTTP 200 says nothing: what services and proxies answer when it is not what was asked."""

from __future__ import annotations

import json

import pytest

from data_territoires_plugin.errors import ServerError
from data_territoires_plugin.network import checked, json_answer, xml_answer

from . import server as script

OWS = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<!-- GeoServer -->\n'
    b'<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows/1.1" version="2.0.0">'
    b'<ows:Exception exceptionCode="InvalidParameterValue" locator="typeName">'
    b"<ows:ExceptionText>Could not find type: {http://x}badname &amp; more</ows:ExceptionText>"
    b"</ows:Exception></ows:ExceptionReport>"
)
WMS = (
    b'<?xml version="1.0"?><!DOCTYPE ServiceExceptionReport SYSTEM "http://schemas.opengis.net/x.dtd"><ServiceExceptionReport>'
    b"<ServiceException code='LayerNotDefined'>Could not find layer x</ServiceException></ServiceExceptionReport>"
)
PORTAL = (
    b"<!DOCTYPE html>\n<html lang='fr'><head><title>Acc\xc3\xa8s au r\xc3\xa9seau de la mairie</title></head></html>"
)


@pytest.fixture
def answer(server, quick):
    """The answer to a GET, as the session gives it."""

    def made(body, status=200, **headers):
        server.will("/a", script.reply(status, body, **headers))
        return quick(retries=0).get(server.url("/a"))

    return made


@pytest.mark.parametrize("status", [200, 201, 202, 206])
def test_a_success_is_given_back(answer, status):
    response = answer(b'{"a":1}', status)
    assert checked(response) is response
    assert json_answer(response) == {"a": 1}


def test_no_content_has_no_json(answer):
    assert json_answer(answer(b"", 204)) is None


def test_an_empty_success_where_json_is_promised_is_an_error(answer):
    with pytest.raises(ServerError, match="the answer is empty"):
        json_answer(answer(b""))


@pytest.mark.parametrize("body", [OWS, WMS, b"\xef\xbb\xbf" + OWS])
@pytest.mark.parametrize("read", [checked, json_answer, xml_answer])
def test_an_exception_with_status_200_is_an_error_in_the_words_of_the_service(answer, body, read):
    with pytest.raises(ServerError, match=r"refused.*Could not find"):
        read(answer(body, Content_Type="text/xml"))


@pytest.mark.parametrize("read", [checked, json_answer, xml_answer])
def test_the_page_of_a_proxy_is_not_data(answer, read):
    with pytest.raises(
        ServerError, match=r"a web page came in place of the data\. «Accès au réseau de la mairie»"
    ) as caught:
        read(answer(PORTAL, Content_Type="text/html"))
    assert "browser" in caught.value.hint


@pytest.mark.parametrize("body", [b"Not Found", b'{"features":[', b"<a/>"])
def test_what_is_not_json_is_said_so(answer, body):
    with pytest.raises(ServerError, match="the answer is not JSON"):
        json_answer(answer(body))


def test_exceptions_in_json_are_errors_too(answer):
    body = {"version": "2.0.0", "exceptions": [{"code": "InvalidParameterValue", "text": "Illegal property name: {x}"}]}
    with pytest.raises(ServerError, match=r"Illegal property name"):
        json_answer(answer(json.dumps(body).encode()))


def test_xml_is_read_with_its_namespaces(answer):
    body = b'<wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" numberMatched="12"/>'
    root = xml_answer(answer(body)).documentElement()
    assert (root.localName(), root.namespaceURI()) == ("FeatureCollection", "http://www.opengis.net/wfs/2.0")
    assert root.attribute("numberMatched") == "12"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype_is_refused(answer, encoding):
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'
    with pytest.raises(ServerError, match="DOCTYPE"):
        xml_answer(answer(text.encode(encoding)))


@pytest.mark.parametrize("body", [b"<a><b></a>", b"nothing", b'{"a":1}'])
def test_what_is_not_xml_is_said_so(answer, body):
    with pytest.raises(ServerError, match="the answer is not XML"):
        xml_answer(answer(body))


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "who you are"),
        (403, "no right"),
        (404, "does not exist"),
        (407, "proxy"),
        (413, "too large"),
        (414, "too large"),
        (429, "too many requests"),
        (500, "failing .HTTP 500"),
        (502, "failing .HTTP 502"),
        (503, "not available"),
        (418, "refused .HTTP 418"),
    ],
)
def test_a_refusal_names_the_service_the_request_and_the_cause(server, quick, monkeypatch, tmp_path, status, words):
    addresses = tmp_path / "endpoints.json"
    addresses.write_text(json.dumps({"grist": server.url("/grist/api")}))
    monkeypatch.setenv("DATA_TERRITOIRES_ENDPOINTS", str(addresses))
    server.will("/grist/api/docs", script.reply(status, b'{"error":"Table not found \\"Unicorn\\""}'))
    response = quick(retries=0).get(server.url("/grist/api/docs?apikey=SECRET&limit=1"))
    with pytest.raises(ServerError, match=words) as caught:
        checked(response)
    assert caught.value.message.startswith("grist (127.0.0.1): ")
    assert 'Table not found "Unicorn"' in caught.value.message
    assert f"GET {server.url('/grist/api/docs')}" in caught.value.detail
    assert f"HTTP {status}" in caught.value.detail
    assert caught.value.status == status
    assert "limit=1" in caught.value.detail
    assert "SECRET" not in caught.value.detail


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (
            b'{"type":"about:blank","title":"Bad Request","detail":"bbox has 3 numbers"}',
            "bbox has 3 numbers Bad Request",
        ),
        (b'{"erreur":"per_page doit \xc3\xaatre entre 1 et 25"}', "per_page doit être entre 1 et 25"),
        (b'{"code":400,"message":{"section":{"msg":"2 characters"}}}', "2 characters"),
        (b'{"message":"m","errors":{"title":["required"]}}', "m required"),
        (b"Not Found", "Not Found"),
        (OWS, "Could not find type: {http://x}badname & more"),
        (PORTAL, "Accès au réseau de la mairie"),
    ],
)
def test_the_words_of_the_service_are_found(answer, body, words):
    with pytest.raises(ServerError) as caught:
        checked(answer(body, 400))
    assert words in caught.value.message


def test_too_many_requests_say_how_long(answer):
    with pytest.raises(ServerError) as caught:
        checked(answer(b"", 429, Retry_After="3600"))
    assert "3600" in caught.value.hint


def test_owslib_reads_what_was_fetched_and_fetches_nothing(server, quick):
    from owslib.csw import CatalogueServiceWeb

    capabilities = b"""<csw:Capabilities xmlns:csw="http://www.opengis.net/cat/csw/2.0.2" xmlns:ows="http://www.opengis.net/ows"
      version="2.0.2"><ows:ServiceIdentification><ows:Title>Catalogue</ows:Title><ows:ServiceType>CSW</ows:ServiceType>
      </ows:ServiceIdentification></csw:Capabilities>"""
    server.will("/csw", script.reply(200, capabilities, Content_Type="application/xml"))
    response = quick().get(server.url("/csw"))
    xml_answer(response)
    catalogue = CatalogueServiceWeb(server.url("/csw"), skip_caps=True)
    assert catalogue is not None
    assert len(server.received) == 1
