"""Asks each service one small question and prints what differs from what the plugin expects, as a table to paste.

    tools/qgis run -- python3 tools/doctor.py [SERVICE…]      (or `make doctor ARGS="geopf_wfs api_geo"`)
Ends with 1 where a service differs or does not answer. Needs the network; the addresses are those of
resources/endpoints.json, or of the file named by DATA_TERRITOIRES_ENDPOINTS.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(PROJECT), "/usr/share/qgis/python/plugins"]


def main(names: tuple[str, ...]) -> int:
    """Prints the table; the number of services that differ or do not answer."""
    from qgis.core import QgsApplication, QgsFeedback

    application = QgsApplication([], False)
    application.initQgis()
    from data_territoires_plugin.errors import DataTerritoiresError
    from data_territoires_plugin.i18n import load_translator
    from data_territoires_plugin.network.identity import user_agent
    from data_territoires_plugin.sources.checkup import Verdict, as_markdown, check_services, questions

    translator = load_translator()  # kept: Qt holds no reference to it
    try:
        asked = questions(names)
        findings = tuple(one for _, told in check_services(asked, QgsFeedback()) for one in told)
    except DataTerritoiresError as error:
        print(f"{error} {error.detail}", file=sys.stderr)
        return 2
    print(as_markdown(findings, user_agent()), end="")
    del translator
    return int(any(one.verdict in (Verdict.DEAD, Verdict.DIFFERENT) for one in findings))


if __name__ == "__main__":
    code = main(tuple(sys.argv[1:]))
    sys.stdout.flush()
    os._exit(code)  # QGIS's own teardown outside its program is not reliable
