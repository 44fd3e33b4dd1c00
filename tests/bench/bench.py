"""tests/bench/run calls this inside the set-up. Runs ours and each installed peer in turn, at least five times, and
prints the medians as JSON or as a table with the goal beside each figure."""
import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys

import analysis

HERE = pathlib.Path(__file__).resolve().parent

# What a figure should reach: (what of the row, at least or at most, value) by number of parcels.
GOALS = {
    "redraw_all": lambda n: ("ratio", ">=", 100 if n > 300_000 else 15),
    "redraw_tenth": lambda n: ("ratio", ">=", 10),
    "redraw_street": lambda n: ("ratio", ">=", 4),
    "pan_frame": lambda n: ("cpu_ms", "<=", 16),
    "pan_frame_all": lambda n: ("cpu_ms", "<=", 16),
    "pan_frame_tenth": lambda n: ("cpu_ms", "<=", 16),
    "open_to_picture": lambda n: ("wall_ms", "<=", 2500 if n > 300_000 else 1000),
    "pick": lambda n: ("p99_ms", "<=", 5),
    "edit_to_tile": lambda n: ("wall_ms", "<=", 50),
    "memory": lambda n: ("rss_mb", "<=", 700),
}


JOBS = {
    "map": ("redraw_all", "redraw_tenth", "redraw_street", "pan_frame", "open_to_picture", "pick", "edit_to_tile"),
    "analysis": ("overlay", "coverage", "area_ellipsoidal", "topology", "what_if"),
}


def call(command, **options):
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{command[0]} ended with {done.returncode}")
    return done.stdout


def has_qgis():
    return subprocess.run([sys.executable, "-c", "import qgis.core"], stderr=subprocess.DEVNULL).returncode == 0


def medians(rounds):
    """Of a list of dicts of numbers, the median by key."""
    return {key: round(statistics.median(figures[key] for figures in rounds), 3) for key in rounds[0]}


def plan_of(build, parcels):
    folder = build.parent / "bench"
    folder.mkdir(parents=True, exist_ok=True)
    plan = folder / f"demo_{parcels}.sqlite"
    if not plan.exists():
        print(f"making a plan of {parcels} parcels …", file=sys.stderr)
        call([build / "tuban", "demo", plan, "--parcels", parcels], stderr=subprocess.DEVNULL)
    return plan


def on_a_screen(command, home):
    environment = dict(os.environ, QT_QPA_PLATFORM="xcb", XDG_CONFIG_HOME=home, XDG_DATA_HOME=home)
    return json.loads(call(["xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", *command], env=environment))


def bench_map(build, parcels, rounds, with_peers):
    plan = plan_of(build, parcels)
    home = build.parent / "bench" / "home"
    home.mkdir(exist_ok=True)
    missing = [] if has_qgis() else ["qgis"]
    ours, peer = [], []
    for _ in range(rounds):
        ours.append(on_a_screen([build / "tests/bench/map_bench", plan], home))
        if with_peers and not missing:
            peer.append(json.loads(call([sys.executable, HERE / "qgis_map.py", plan], input=json.dumps(ours[-1]),
                                        stderr=subprocess.DEVNULL)))
    rows = []
    for place, row in enumerate(ours[0]["rows"]):
        job = row["job"].replace("pan_frame_street", "pan_frame")
        figures = {"job": job, "ours": medians([run["rows"][place]["ours"] for run in ours])}
        if peer and row["job"] in peer[0]:
            figures["peer"] = "qgis"
            figures["peer_ms"] = medians([run[row["job"]] for run in peer])
            figures["ratio"] = round(figures["peer_ms"]["cpu_ms"] / max(figures["ours"]["cpu_ms"], 1e-3), 1)
        rows.append(figures)
    return ours[0]["parcels"], rows, missing


def machine():
    model = "unknown"
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        for line in info:
            if line.startswith("model name"):
                model = line.split(":", 1)[1].strip()
                break
    return f"{os.cpu_count()} x {model}, {platform.system()} {platform.release()}"


def table(document):
    print(f"{document['bench']} with {document['parcels']} parcels on {document['machine']}")
    print(f"{'job':<18}{'peer':<11}{'ours cpu':>10}{'wall ms':>10}{'peer cpu':>10}{'wall ms':>10}{'ratio':>8}  goal")
    for row in document["rows"]:
        ours, peer = row["ours"], row.get("peer_ms", {})
        cells = [ours.get("cpu_ms"), ours.get("wall_ms"), peer.get("cpu_ms"), peer.get("wall_ms")]
        text = "".join(f"{'-' if cell is None else format(cell, '.2f'):>10}" for cell in cells)
        goal = ""
        wanted = GOALS[row["job"]](document["parcels"]) if row["job"] in GOALS else analysis.goal_of(row)
        if wanted:
            what, sign, value = wanted
            reached = row.get(what, ours.get(what))
            if reached is not None:
                good = reached >= value if sign == ">=" else reached <= value
                goal = f"{what} {reached:g} {sign} {value} {'reached' if good else 'MISSED'}"
        print(f"{row['job']:<18}{row.get('peer', ''):<11}{text}{row.get('ratio', '-'):>8}  {goal}")
    for name in document["missing"]:
        print(f"missing: {name} (tests/bench/run NAME --install-peers installs it)")


def check(document):
    """For the test of the benches: every job is there and every figure is a number that can be."""
    jobs = {row["job"]: row["ours"] for row in document["rows"]}
    for job in JOBS[document["bench"]]:
        if jobs[job]["cpu_ms"] < 0 or jobs[job]["wall_ms"] <= 0:
            sys.exit(f"{job}: {jobs[job]}")
    if document["parcels"] < 100 or jobs.get("memory", {"rss_mb": 10})["rss_mb"] < 10:
        sys.exit("parcels or memory cannot be right")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("name", choices=list(JOBS))
    parser.add_argument("--parcels", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--build", type=pathlib.Path, required=True)
    asked = parser.parse_args()
    build, with_peers = asked.build.resolve(), not asked.no_peers
    if asked.name == "map":
        parcels, rows, missing = bench_map(build, asked.parcels, asked.rounds, with_peers)
    else:
        parcels, rows, missing = analysis.run(build, asked.parcels, asked.rounds, with_peers, plan_of, medians)
    document = {"bench": asked.name, "parcels": parcels, "machine": machine(), "rows": rows, "missing": missing}
    if asked.check:
        check(document)
    print(json.dumps(document, ensure_ascii=False)) if asked.json else table(document)


main()
