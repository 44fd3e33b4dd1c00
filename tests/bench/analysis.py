"""The analysis bench: each job end to end from the plan file, as a planner asks for it, against the programs that
planners use for it now. A peer's result must agree with ours or the bench stops: speed without it means nothing."""
import json
import os
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
HOMES = "lu_code LIKE '07%'"
RADIUS_M = 300
ZONES = 40

# What each job should reach: least ratio by peer, or the most milliseconds.
GOALS = {
    "overlay": {"qgis": 100, "spatialite": 40, "postgis": 10},
    "coverage": {"qgis": 100, "spatialite": 40, "postgis": 5},
    "area_ellipsoidal": {"qgis": 50, "spatialite": 50, "postgis": 20},
    "topology": {"qgis": 15, "postgis": 15},
}
# Both agree within this, relative: cuts in the plane to rounding; on the ellipsoid peers take edges as geodesics, we
# as straight in the plan's projection: at 100,000 parcels 3.3e-7, with the peer's edges densified to 10 m 1.4e-9.
TOLERANCES = {"overlay": 1e-9, "coverage": 1e-9, "area_ellipsoidal": 1e-6}


def measured(command, **options):
    """Runs a command. Gives its output and what it took: time of all its threads and children, and memory."""
    began = time.perf_counter()
    child = subprocess.Popen([str(part) for part in command], stdout=subprocess.PIPE, text=True, **options)
    output = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - began
    return child.returncode, output, {"cpu_ms": (usage.ru_utime + usage.ru_stime) * 1000, "wall_ms": wall * 1000,
                                      "peak_mb": usage.ru_maxrss / 1024}


def zones_of(plan, folder):
    """Slanting squares over the plan, so that their borders cut parcels, as GeoJSON in the plan's own system."""
    import sqlite3
    with sqlite3.connect(f"file:{plan}?mode=ro", uri=True) as base:
        west, east, south, north = base.execute(
            "SELECT min(xmin), max(xmax), min(ymin), max(ymax) FROM idx_parcel_geom").fetchone()
        srid = base.execute("SELECT srid FROM geometry_columns WHERE f_table_name = 'parcel'").fetchone()[0]
        there = base.execute("SELECT count(*) FROM renewal_zone").fetchone()[0]
    side = min(east - west, north - south) / 16
    features = []
    for i in range(ZONES - there):
        x = west + (east - west) * (i % 8 + 0.8) / 9
        y = south + (north - south) * (i // 8 + 0.8) / 6
        ring = [[x, y], [x + side, y + side / 7], [x + side * 6 / 7, y + side * 8 / 7], [x - side / 7, y + side], [x, y]]
        features.append({"type": "Feature", "properties": {"name": f"bench {i + 1}"},
                         "geometry": {"type": "Polygon", "coordinates": [ring]}})
    path = folder / "zones.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features,
                                "crs": {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{srid}"}}}))
    return path


def prepare(tuban, demo, plan):
    """A copy of the demo with forty zones."""
    if plan.exists():
        return
    part = plan.with_suffix(".part")
    part.unlink(missing_ok=True)
    subprocess.run([tuban, "copy", demo, part], check=True, stdout=subprocess.DEVNULL)
    zones = zones_of(part, plan.parent)
    subprocess.run([tuban, "import", part, zones, "--layer", "renewal_zone"], check=True, stdout=subprocess.DEVNULL)
    part.rename(plan)


def ours(tuban, what_if, plan):
    """Jobs as commands with what of their answer is compared."""
    def cut(answer):
        return sum(group["area_m2"] for zone in answer["zones"] for group in zone["groups"])
    planar = ["--method", "planar", "--json"]
    return {
        "overlay": ([tuban, "overlay", plan, "--of", "parcel", "--by", "lu_code", "--within", "renewal_zone", *planar],
                    cut),
        "coverage": ([tuban, "coverage", plan, "--of", "park_site", "--over", "parcel", "--where", HOMES,
                      "--sites-where", "1=1", "--radius", RADIUS_M, *planar], lambda answer: answer["ratio"]),
        "area_ellipsoidal": ([tuban, "area", plan, "--layer", "parcel", "--json"],
                             lambda answer: answer["total"]["area_m2"]),
        "topology": ([tuban, "check", plan, "--layer", "parcel", "--json"], None),
        "what_if": ([what_if, plan], None),
    }


def peers():
    """Names of the peers that are installed, with the program that runs one job and prints {cpu_ms, wall_ms, value}."""
    here, missing = {}, []
    for name, module in (("qgis", "qgis.core"), ("spatialite", None), ("postgis", "psycopg2")):
        script = [sys.executable, HERE / f"peer_{name}.py"]
        if subprocess.run([*map(str, script), "--there"], stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL).returncode == 0:
            here[name] = script
        else:
            missing.append(name)
    return here, missing


def tell(job, who, figures):
    """A line on the way: a whole bench can take half an hour."""
    print(f"{job:<18}{who:<11}{figures['cpu_ms']:>12.1f} ms cpu{figures['wall_ms']:>12.1f} ms wall", file=sys.stderr)


def agree(job, peer, mine, value):
    if job in TOLERANCES and value is not None:
        if abs(mine - value) > TOLERANCES[job] * abs(value):
            sys.exit(f"{job}: {mine} is not the {value} of {peer}")


def run(build, parcels, rounds, with_peers, plan_of, medians):
    demo = plan_of(build, parcels)
    plan = demo.with_name(f"analysis_{parcels}.sqlite")
    prepare(build / "tuban", demo, plan)
    here, missing = peers() if with_peers else ({}, [])
    jobs = ours(build / "tuban", build / "tests/bench/what_if_bench", plan)
    mine = {job: [] for job in jobs}
    theirs = {(job, peer): [] for job in GOALS for peer in here if peer in GOALS[job]}
    slow_ms = 30_000  # what takes longer is asked once only
    for _ in range(rounds):
        for job, (command, value_of) in jobs.items():
            code, output, figures = measured(command)
            if code not in (0, 1):  # 1: the check found something
                sys.exit(f"{job} ended with {code}")
            answer = json.loads(output)
            mine[job].append(answer if job == "what_if" else figures)
            tell(job, "ours", mine[job][-1])
            value = value_of(answer) if value_of else None
            for peer in here:
                asked = theirs.get((job, peer))
                if asked is None or (asked and asked[0]["wall_ms"] > slow_ms):
                    continue
                code, output, _ = measured([*here[peer], job, plan, HOMES, RADIUS_M], stderr=subprocess.DEVNULL)
                if code != 0:
                    sys.exit(f"{peer} ended with {code} at {job}")
                result = json.loads(output)
                agree(job, peer, value, result.pop("value"))
                asked.append(result)
                tell(job, peer, result)
    rows = []
    for job in jobs:
        figures = medians(mine[job])
        named = [(peer, medians(theirs[job, peer])) for peer in here if theirs.get((job, peer))]
        for peer, took in named or [(None, None)]:
            row = {"job": job, "ours": figures}
            if peer:
                row |= {"peer": peer, "peer_ms": took, "peer_rounds": len(theirs[job, peer]),
                        "ratio": round(took["cpu_ms"] / max(figures["cpu_ms"], 1e-3), 1)}
            rows.append(row)
    return parcels, rows, missing


def goal_of(row):
    """What of a row should be at least or at most how much, None without a goal."""
    if row["job"] == "what_if":
        return "p95_ms", "<=", 16
    least = GOALS.get(row["job"], {}).get(row.get("peer"))
    return ("ratio", ">=", least) if least else None
