"""The package and its installation."""

from __future__ import annotations

import hashlib
import os
import zipfile

import pytest

from tools import install, package


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The package of the project."""
    path = tmp_path_factory.mktemp("package") / "plugin.zip"
    package.build(path)
    return path


def test_same_sources_give_the_same_bytes_whatever_their_dates_and_order(tmp_path, monkeypatch):
    files = ("data_territoires_plugin/__init__.py", "data_territoires_plugin/clip/plan.py", "metadata.txt", "LICENSE")
    digests = []
    for copy, names in {"one": files, "two": files[::-1]}.items():
        for name in names:
            path = tmp_path / copy / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(name, encoding="utf-8")
            path.chmod(0o755 if copy == "two" else 0o644)
            os.utime(path, (len(digests) * 86400, len(digests) * 86400))
        monkeypatch.setattr(package, "PROJECT", tmp_path / copy)
        assert package.build(tmp_path / copy / "plugin.zip") == len(files)
        digests.append(hashlib.sha256((tmp_path / copy / "plugin.zip").read_bytes()).hexdigest())
    assert digests[0] == digests[1]


def test_package_holds_code_resources_and_compiled_translations_and_nothing_else(built):
    with zipfile.ZipFile(built) as archive:
        names = [name.removeprefix(f"{package.NAME}/") for name in archive.namelist()]
    assert {"__init__.py", "errors.py", "metadata.txt", "LICENSE"} <= set(names)
    assert {"i18n/data_territoires_fr.qm", "resources/icons/data_territoires.svg"} <= set(names)
    apart = {"metadata.txt", "LICENSE", "i18n/data_territoires_fr.qm"}
    assert not [name for name in set(names) - apart if not (name.endswith(".py") or name.startswith("resources/"))]
    assert not [name for name in names if name.startswith(("tests/", "tools/")) or "__pycache__" in name]


def test_licence_is_the_gpl_version_2(built):
    with zipfile.ZipFile(built) as archive:
        licence = archive.read(f"{package.NAME}/LICENSE").decode()
    assert "GNU GENERAL PUBLIC LICENSE\n                       Version 2, June 1991" in licence
    assert "END OF TERMS AND CONDITIONS" in licence


def test_installed_version_replaces_the_old_one_as_a_whole(built, tmp_path):
    profile = tmp_path / "QGIS3" / "profiles" / "default"
    old = profile / "python" / "plugins" / package.NAME / "removed_since.py"
    old.parent.mkdir(parents=True)
    old.write_text("", encoding="utf-8")
    folder = install.install(built, profile)
    assert not old.exists()
    assert (folder / "metadata.txt").is_file()
    assert [path.name for path in folder.parent.iterdir()] == [package.NAME]


def test_link_of_a_developer_is_replaced_and_what_it_points_to_is_kept(built, tmp_path):
    sources = tmp_path / "sources"
    sources.mkdir()
    (sources / "precious.py").write_text("", encoding="utf-8")
    plugins = tmp_path / "profile" / "python" / "plugins"
    plugins.mkdir(parents=True)
    (plugins / package.NAME).symlink_to(sources)
    assert not install.install(built, tmp_path / "profile").is_symlink()
    assert (sources / "precious.py").exists()


def test_qgis_4_is_served_only_where_it_has_been_started(tmp_path):
    assert install.profiles(tmp_path) == [tmp_path / "QGIS3" / "profiles" / "default"]
    (tmp_path / "QGIS4" / "profiles" / "default").mkdir(parents=True)
    assert install.profiles(tmp_path)[1:] == [tmp_path / "QGIS4" / "profiles" / "default"]
