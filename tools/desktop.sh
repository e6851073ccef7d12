#!/usr/bin/env bash
# tools/desktop.sh [SCRIPT] : opens QGIS with the plugin, in a throwaway French profile, and runs SCRIPT in it
# (tools/desktop.py by default). With a screen (DISPLAY), QGIS stays open. Without one it opens on a virtual screen,
# SCRIPT saves a picture under the name in DATA_TERRITOIRES_PICTURE (build/desktop.png by default) and ends QGIS.
# SIZE=1366x768 sets the virtual screen, SECONDS_AT_MOST=180 how long it may take.
set -euo pipefail
PROJECT=$(cd "$(dirname "$(realpath "${BASH_SOURCE[0]}")")/.." && pwd)
SCRIPT=${1:-$PROJECT/tools/desktop.py}
SIZE=${SIZE:-1600x1000}
SECONDS_AT_MOST=${SECONDS_AT_MOST:-180}
OPEN=(qgis --nologo --noversioncheck --code "$(realpath "$SCRIPT")")
cd "$PROJECT"

if [ -n "${DISPLAY:-}" ]; then
  # The environment has its own home: the key of the screen is lent to it.
  key=$(mktemp /tmp/dt-screen.XXXXXX); trap 'rm -f "$key"' EXIT
  cat "${XAUTHORITY:-${HOME:-/root}/.Xauthority}" > "$key" 2>/dev/null || true
  QT_QPA_PLATFORM=xcb tools/qgis run -- env DISPLAY="$DISPLAY" XAUTHORITY="$key" "${OPEN[@]}"
  exit
fi

export DATA_TERRITOIRES_PICTURE=${DATA_TERRITOIRES_PICTURE:-$PROJECT/build/desktop.png}
mkdir -p "$(dirname "$DATA_TERRITOIRES_PICTURE")"; rm -f "$DATA_TERRITOIRES_PICTURE"
# A window that waits for somebody (a plugin that can't be loaded opens one) would wait for ever: it is photographed.
watched='"$@" & opened=$!
  for second in $(seq "$SECONDS_AT_MOST"); do kill -0 $opened 2>/dev/null || break; sleep 1; done
  if kill -0 $opened 2>/dev/null; then import -window root "$STUCK"; kill -9 $opened; exit 124; fi; wait $opened'
STUCK=${DATA_TERRITOIRES_PICTURE%.png}.stuck.png; rm -f "$STUCK"
code=0
QT_QPA_PLATFORM=xcb tools/qgis run -- env LIBGL_ALWAYS_SOFTWARE=1 STUCK="$STUCK" SECONDS_AT_MOST="$SECONDS_AT_MOST" \
  xvfb-run -a -s "-screen 0 ${SIZE}x24 -nolisten tcp" bash -c "$watched" watched "${OPEN[@]}" || code=$?
if [ -s "$STUCK" ]; then echo "tools/desktop.sh: QGIS did not end in $SECONDS_AT_MOST s; what it showed: $STUCK" >&2; exit 1; fi
if [ ! -s "$DATA_TERRITOIRES_PICTURE" ]; then
  echo "tools/desktop.sh: QGIS ended (code $code) without a picture; what is above says why." >&2; exit 1
fi
echo "$DATA_TERRITOIRES_PICTURE"
exit "$code"
