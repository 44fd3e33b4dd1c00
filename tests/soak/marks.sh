#!/usr/bin/env bash
# marks.sh PROGRAM [COUNT]: COUNT marks one after the other while a second process reads the plan all the time.
# Nothing may be lost and nobody locked out. Prints how long it took; exit 1 when a mark or a read failed.
set -euo pipefail
tuban=$1
count=${2:-1000}
folder=$(mktemp -d)
reader=
trap 'if [ -n "$reader" ]; then kill "$reader" 2>/dev/null || true; fi; rm -rf "$folder"' EXIT
plan=$folder/计划.sqlite
fixture=$(dirname "${BASH_SOURCE[0]}")/../fixtures/parcels_4547.geojson
export TUBAN_BY=测试员

"$tuban" new "$plan" >/dev/null
"$tuban" import "$plan" "$fixture" --layer parcel >/dev/null

read_on() {
    local last=0 reads=0 seen
    while [ ! -e "$folder/written" ]; do
        "$tuban" history "$plan" --json >"$folder/history.json"
        seen=$(marks_in "$folder/history.json")
        [ "$seen" -ge "$last" ] || { echo "a reader saw $seen marks after $last" >&2; return 1; }
        last=$seen
        reads=$((reads + 1))
    done
    echo "$reads" >"$folder/reads"
}
marks_in() { { grep -o '"kind":"mark"' "$1" || true; } | wc -l; }

read_on & reader=$!
start=$SECONDS
for ((number = 1; number <= count; number++)); do
    "$tuban" mark "$plan" --at "460050,$((3853000 + number % 190))" --crs EPSG:4547 --stage building \
        --percent $((number % 101)) --note "第 $number 次" >/dev/null
done
touch "$folder/written"
wait "$reader" || { reader=; echo "the reader failed" >&2; exit 1; }
reader=

"$tuban" history "$plan" --json >"$folder/history.json"
kept=$(marks_in "$folder/history.json")
echo "$count marks written, $kept kept, $(cat "$folder/reads") reads beside, $((SECONDS - start)) s"
[ "$kept" -eq "$count" ]
