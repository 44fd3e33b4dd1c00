#!/usr/bin/env bash
# hostile_files.sh PROGRAM DATA: every file of DATA/shp-hard and DATA/fuzz, main files and stray parts alike, through
# `import --dry-run` of the sanitized program; those with shapes once more with a system named, because most of them
# have none and would be refused before their shapes are read. Each run has to end within 20 s with 0, or with 3 and
# a message.
# Ends with 77 (skipped) when the program or the data are not there.
set -euo pipefail
tuban=$1
data=$2
[ -x "$tuban" ] || { echo "skipped: no sanitized program at $tuban (./test builds it)"; exit 77; }
[ -d "$data/shp-hard" ] || { echo "skipped: no real data at $data"; exit 77; }
export ASAN_OPTIONS=halt_on_error=1:detect_leaks=1:abort_on_error=0:exitcode=99
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1:exitcode=99
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
plan=$folder/plan.sqlite
"$tuban" new "$plan" --crs EPSG:4547 >/dev/null

# A layer that takes what the shapefile says it holds, so that its shapes are read and not refused at the door.
layer_for() {
    local kind=
    case $1 in *.shp) kind=$(od -An -tu1 -j32 -N1 "$1" | tr -d ' ') ;; esac
    case $kind in
        1 | 8 | 11 | 18 | 21 | 28) echo key_project ;;
        3 | 13 | 23) echo road_project ;;
        *) echo parcel ;;
    esac
}

# try FILE OPTIONS…
try() {
    local file=$1 code=0 message
    shift
    message=$(mktemp -p "$folder")
    timeout -k 5 20 "$tuban" import "$plan" "$file" --layer "$(layer_for "$file")" --dry-run --json "$@" \
        >"$message.out" 2>"$message" || code=$?
    if [ "$code" -eq 0 ] || { [ "$code" -eq 3 ] && [ -s "$message" ]; }; then
        echo "ok $code $file $*"
    else
        echo "FAULT exit $code: $file $*"
        head -30 "$message"
    fi
    rm -f "$message" "$message.out"
}
try_all_ways() {
    try "$1"
    case $1 in *.shp | *.zip) try "$1" --crs EPSG:4547 ;; esac
}
export -f try try_all_ways layer_for
export tuban plan folder

find "$data/shp-hard" "$data/fuzz" -type f -print0 | sort -z |
    xargs -0 -n 1 -P 2 bash -c 'try_all_ways "$1"' bash >"$folder/log"
grep -v '^ok' "$folder/log" && exit 1
echo "$(grep -c '^ok 0' "$folder/log") runs read the file, $(grep -c '^ok 3' "$folder/log" || true) refused it with a message"
