"""One job of the analysis bench as SQL of SpatiaLite with its spatial index."""
import json
import sqlite3
import sys
import time

SQL = {
    "overlay": """
        SELECT sum(area) FROM (
            SELECT z.id, p.lu_code, sum(ST_Area(CASE WHEN ST_CoveredBy(p.geom, z.geom) THEN p.geom
                                                ELSE ST_Intersection(p.geom, z.geom) END)) AS area
            FROM renewal_zone z JOIN parcel p ON p.id IN (
                SELECT rowid FROM SpatialIndex WHERE f_table_name = 'parcel' AND search_frame = z.geom)
            WHERE ST_Intersects(p.geom, z.geom) GROUP BY z.id, p.lu_code)""",
    "coverage": """
        WITH served(id, geom) AS (
            SELECT p.id, ST_Union(ST_Buffer(s.geom, {radius}, 64))
            FROM parcel p JOIN park_site s ON s.id IN (
                SELECT rowid FROM SpatialIndex WHERE f_table_name = 'park_site'
                AND search_frame = BuildMbr(MbrMinX(p.geom) - {radius}, MbrMinY(p.geom) - {radius},
                                            MbrMaxX(p.geom) + {radius}, MbrMaxY(p.geom) + {radius}))
            WHERE p.{homes} GROUP BY p.id)
        SELECT (SELECT sum(ST_Area(ST_Intersection(p.geom, s.geom))) FROM served s JOIN parcel p USING (id)) /
               (SELECT sum(ST_Area(geom)) FROM parcel WHERE {homes})""",
    "area_ellipsoidal": "SELECT sum(ST_Area(ST_Transform(geom, 4490), 1)) FROM parcel",
}


def connect(plan):
    base = sqlite3.connect(f"file:{plan}?mode=ro", uri=True)
    base.enable_load_extension(True)
    base.load_extension("mod_spatialite")
    return base


def main():
    if sys.argv[1] == "--there":
        connect("/dev/null").execute("SELECT spatialite_version()")
        return
    job, plan, homes, radius = sys.argv[1:]
    wall, cpu = time.perf_counter(), time.process_time()
    value = connect(plan).execute(SQL[job].format(homes=homes, radius=radius)).fetchone()[0]
    print(json.dumps({"cpu_ms": (time.process_time() - cpu) * 1000, "wall_ms": (time.perf_counter() - wall) * 1000,
                      "value": value}))


main()
