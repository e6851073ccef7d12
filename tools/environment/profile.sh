#!/usr/bin/env bash
# profile.sh FOLDER COMMAND… : runs COMMAND in FOLDER, in a throwaway home whose QGIS profile is French and has the
# plugin enabled. The plugin is the working tree itself, by links, laid out as QGIS wants it.
set -euo pipefail
PROJECT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
HOME=$(mktemp -d "${TMPDIR:-/tmp}/dt-home.XXXXXX"); export HOME
XDG_RUNTIME_DIR=$HOME/run; mkdir -m 700 "$XDG_RUNTIME_DIR"; export XDG_RUNTIME_DIR
trap 'rm -rf "$HOME"' EXIT
PLUGINS=$HOME/plugins; PLUGIN=$PLUGINS/data_territoires_plugin; mkdir -p "$PLUGIN"
for item in "$PROJECT"/data_territoires_plugin/* "$PROJECT"/{metadata.txt,LICENSE,resources}; do
  case $item in */__pycache__) ;; *) [ -e "$item" ] && ln -s "$item" "$PLUGIN/" ;; esac
done
mkdir -p "$PLUGIN/i18n"
for ts in "$PROJECT"/i18n/*.ts; do
  [ -e "$ts" ] && command -v lrelease >/dev/null && lrelease -silent "$ts" -qm "$PLUGIN/i18n/$(basename "$ts" .ts).qm" >/dev/null 2>&1 || true
done
for profile in "$HOME/.local/share/QGIS/QGIS3/profiles/default/QGIS"; do
  mkdir -p "$profile"
  cat > "$profile/QGIS3.ini" <<INI
[PythonPlugins]
data_territoires_plugin=true
processing=true
[qgis]
checkVersion=false
showTips=false
[app]
projections\promptWhenMultipleTransformsExist=false
[core]
NewsFeed\httpsfeedqgisorg\disabled=true
[locale]
overrideFlag=true
userLocale=fr
INI
done
export QGIS_PLUGINPATH=$PLUGINS DATA_TERRITOIRES_PROJECT=$PROJECT
export DATA_TERRITOIRES_CACHE=${DATA_TERRITOIRES_CACHE:-$HOME/cache}
cd "$1"; shift
"$@"
