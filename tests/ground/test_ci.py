""".ci/run, with a `make` that plays its part."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from tools.check import PROJECT

SUMMARY = "=================== 12 passed, 1 skipped in 3.21s ==================="
CRASH = "=========== xdist: worker gw1 crashed and worker restarting disabled ==========="
MAKE = f"""#!/bin/sh
for target; do :; done
echo "$QGIS $target" >> calls
if [ "$QGIS $target" = "$CRASHES" ] && [ "$(grep -c "^$CRASHES$" calls)" -le "$TIMES" ]; then echo "{CRASH}"; exit 1; fi
case "$target" in test) echo "{SUMMARY}" ;; check) echo "make check: 9 checks, all fine" ;; esac
[ "$QGIS $target" != "$FAILS" ]
"""


@pytest.fixture
def run_ci(tmp_path, write):
    """Runs a copy of .ci/run where «VERSION TARGET» fails, or crashes some times.

    Returns the exit code, the lines and the calls of make.
    """

    def _run(fails: str = "", crashes: str = "", times: int = 1):
        (tmp_path / ".ci").mkdir()
        shutil.copy(PROJECT / ".ci" / "run", tmp_path / ".ci" / "run")
        write("bin/make", MAKE).chmod(0o755)
        told = {"FAILS": fails, "CRASHES": crashes, "TIMES": str(times)}
        environment = {**os.environ, "PATH": f"{tmp_path}/bin:{os.environ['PATH']}", **told}
        done = subprocess.run([tmp_path / ".ci" / "run"], env=environment, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout.splitlines(), (tmp_path / "calls").read_text(encoding="utf-8").splitlines()

    return _run


def test_all_three_stages_run_and_the_summary_of_pytest_closes(run_ci):
    code, lines, calls = run_ci()
    assert code == 0
    assert calls == ["3.44 test", "3.40 test", "3.44 check"]
    assert lines[-1] == SUMMARY


@pytest.mark.parametrize("stage", ["3.44 test", "3.40 test", "3.44 check"])
def test_failure_of_any_stage_fails_the_whole_after_all_have_run(run_ci, stage):
    code, lines, calls = run_ci(fails=stage)
    assert code == 1
    assert len(calls) == 3
    assert [line for line in lines if line.startswith("failed:")]
    assert lines[-1] == SUMMARY


@pytest.mark.parametrize("version", ["3.44", "3.40"])
def test_tests_whose_process_crashed_are_run_once_more_and_it_is_told(run_ci, version):
    code, lines, calls = run_ci(crashes=f"{version} test")
    assert code == 0
    assert calls.count(f"{version} test") == 2
    assert [line for line in lines if "crashed" in line and f"test-{version}-crashed.log" in line]


def test_tests_whose_process_crashes_each_time_fail(run_ci):
    code, lines, calls = run_ci(crashes="3.44 test", times=2)
    assert code == 1
    assert calls == ["3.44 test", "3.44 test", "3.40 test", "3.44 check"]
    assert [line for line in lines if line.startswith("failed: test-3.44")]
