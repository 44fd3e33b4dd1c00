#!/usr/bin/env bash
# walk.sh BUILD [PARCELS] [SECONDS] [CPU_MS]: a random walk over a demo of that size (1,000,000 parcels for 60 s): no frame
# over so much CPU (100 ms; 0: any), no growth of memory, no blank tile after it settles. Prints JSON.
# Builds what it needs in BUILD, unless WALK_AS_BUILT is set.
set -euo pipefail
build=$1
parcels=${2:-1000000}
seconds=${3:-60}
most=${4:-100}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
if [ -z "${WALK_AS_BUILT:-}" ]; then
    cmake --build "$build" --target tuban map_walk >"$folder/build.log" 2>&1 || { cat "$folder/build.log" >&2; exit 1; }
fi
"$build/tuban" demo "$folder/demo.sqlite" --parcels "$parcels" >/dev/null
QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1600x1000x24" \
    "$build/tests/soak/map_walk" "$folder/demo.sqlite" "$seconds" "$most"
