"""One job of the analysis bench as SQL of PostGIS on a local socket. The plan is loaded into a cluster of its own
beside it the first time; loading and starting are not counted. Time is that of the backend, which works alone."""
import glob
import io
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import time

TABLES = {"parcel": "lu_code", "renewal_zone": "uid", "park_site": "uid"}
SQL = {
    "overlay": """
        SELECT sum(area) FROM (
            SELECT z.id, p.lu_code, sum(ST_Area(CASE WHEN ST_CoveredBy(p.geom, z.geom) THEN p.geom
                                              ELSE ST_Intersection(p.geom, z.geom) END)) AS area
            FROM renewal_zone z JOIN parcel p ON ST_Intersects(p.geom, z.geom) GROUP BY z.id, p.lu_code) cells""",
    "coverage": """
        WITH served AS (
            SELECT ST_Subdivide(ST_Union(ST_Buffer(geom, {radius}, 'quad_segs=64')), 128) AS geom FROM park_site)
        SELECT (SELECT sum(ST_Area(CASE WHEN ST_CoveredBy(p.geom, s.geom) THEN p.geom
                                   ELSE ST_Intersection(p.geom, s.geom) END))
                FROM parcel p JOIN served s ON ST_Intersects(p.geom, s.geom) WHERE p.{homes}) /
               (SELECT sum(ST_Area(geom)) FROM parcel WHERE {homes})""",
    "area_ellipsoidal": "SELECT sum(ST_Area(ST_Transform(geom, 4490)::geography)) FROM parcel",
    "topology": "SELECT count(*) FROM (SELECT ST_CoverageInvalidEdges(geom, 1.0) OVER () AS edges FROM parcel) found "
                "WHERE edges IS NOT NULL",
}


class Cluster:
    def __init__(self, plan):
        self.plan = pathlib.Path(plan)
        self.folder = self.plan.with_suffix(".postgis")
        self.programs = pathlib.Path(sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1])

    def program(self, name, *arguments):
        # The server refuses to work for root.
        become = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        subprocess.run([*become, self.programs / name, *map(str, arguments)], check=True,
                       stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)

    def __enter__(self):
        self.socket = pathlib.Path("/tmp") / f"tuban_bench_{os.getpid()}"
        for folder in (self.folder, self.socket):
            folder.mkdir(exist_ok=True)
            folder.chmod(0o700)
            if os.geteuid() == 0:
                shutil.chown(folder, "postgres")
        if not (self.folder / "PG_VERSION").exists():
            self.program("initdb", "-D", self.folder, "-A", "trust", "-E", "UTF8", "-U", "postgres")
        self.program("pg_ctl", "-D", self.folder, "-w", "-l", self.folder / "log", "-o",
                     f"-k {self.socket} -c listen_addresses= -c shared_buffers=512MB -c work_mem=256MB -c jit=off "
                     "-c max_parallel_workers_per_gather=0", "start")
        return self

    def __exit__(self, *_):
        self.program("pg_ctl", "-D", self.folder, "-m", "fast", "stop")
        shutil.rmtree(self.socket)

    def connect(self):
        import psycopg2
        base = psycopg2.connect(host=str(self.socket), user="postgres", dbname="postgres")
        base.autocommit = True
        self.load(base.cursor())
        return base

    def load(self, cursor):
        cursor.execute("CREATE EXTENSION IF NOT EXISTS postgis; SELECT to_regclass('loaded')")
        if cursor.fetchone()[0]:
            return
        plan = sqlite3.connect(f"file:{self.plan}?mode=ro", uri=True)
        plan.enable_load_extension(True)
        plan.load_extension("mod_spatialite")
        for table, label in TABLES.items():
            rows = plan.execute(f"SELECT id, {label}, hex(AsBinary(geom)), ST_Srid(geom) FROM {table} "
                                "WHERE geom IS NOT NULL").fetchall()
            cursor.execute(f"CREATE TABLE {table} (id bigint PRIMARY KEY, {label} text, wkb text)")
            cursor.copy_expert(f"COPY {table} FROM STDIN", io.StringIO(
                "".join(f"{identity}\t{text or chr(92) + 'N'}\t{wkb}\n" for identity, text, wkb, _ in rows)))
            cursor.execute(f"ALTER TABLE {table} ADD geom geometry; "
                           f"UPDATE {table} SET geom = ST_GeomFromWKB(decode(wkb, 'hex'), {rows[0][3]}); "
                           f"ALTER TABLE {table} DROP wkb; CREATE INDEX ON {table} USING gist (geom)")
            cursor.execute(f"VACUUM (FULL, ANALYZE) {table}")
        cursor.execute("CREATE TABLE loaded ()")


def processor_ms(process):
    fields = pathlib.Path(f"/proc/{process}/stat").read_text(encoding="ascii").rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def main():
    if sys.argv[1] == "--there":
        import psycopg2  # noqa: F401
        sys.exit(0 if glob.glob("/usr/share/postgresql/*/extension/postgis.control") else 1)
    job, plan, homes, radius = sys.argv[1:]
    with Cluster(plan) as cluster:
        base = cluster.connect()
        cursor = base.cursor()
        backend = base.get_backend_pid()
        wall, cpu = time.perf_counter(), processor_ms(backend)
        cursor.execute(SQL[job].format(homes=homes, radius=radius))
        value = float(cursor.fetchone()[0])
        figures = {"cpu_ms": processor_ms(backend) - cpu, "wall_ms": (time.perf_counter() - wall) * 1000,
                   "value": None if job == "topology" else value}
        base.close()
    print(json.dumps(figures))


main()
