"""One job of the analysis bench by the algorithms of QGIS. Starting QGIS is not counted, reading the plan is."""
import json
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.append("/usr/share/qgis/python/plugins")
from qgis.core import (QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsVectorLayer)


def layer(plan, table, where=""):
    opened = QgsVectorLayer(f"dbname='{plan}' table=\"{table}\" (geom) sql={where}", table, "spatialite")
    if not opened.isValid():
        sys.exit(f"QGIS cannot open {table}")
    return opened


class Jobs:
    def __init__(self, plan, homes, radius):
        import processing
        self.run = processing.run
        self.plan, self.homes, self.radius = plan, homes, float(radius)
        self.feedback = QgsProcessingFeedback(False)
        QgsProject.instance().setCrs(layer(plan, "parcel").crs())
        QgsProject.instance().setEllipsoid(layer(plan, "parcel").crs().ellipsoidAcronym())
        self.context = QgsProcessingContext()
        self.context.setProject(QgsProject.instance())

    def ask(self, algorithm, **parameters):
        return self.run(f"native:{algorithm}", {"OUTPUT": "memory:", **parameters}, context=self.context,
                        feedback=self.feedback)["OUTPUT"]

    @staticmethod
    def area(of):
        return sum(feature.geometry().area() for feature in of.getFeatures())

    def overlay(self):
        cut = self.ask("intersection", INPUT=layer(self.plan, "parcel"), OVERLAY=layer(self.plan, "renewal_zone"),
                       INPUT_FIELDS=["lu_code"], OVERLAY_FIELDS=["uid"])
        return self.area(cut)

    def coverage(self):
        served = self.ask("buffer", INPUT=layer(self.plan, "park_site"), DISTANCE=self.radius, SEGMENTS=64,
                          DISSOLVE=True)
        homes = layer(self.plan, "parcel", self.homes)
        cut = self.ask("intersection", INPUT=homes, OVERLAY=served, INPUT_FIELDS=["uid"], OVERLAY_FIELDS=["uid"])
        return self.area(cut) / self.area(homes)

    def area_ellipsoidal(self):
        measured = self.ask("fieldcalculator", INPUT=layer(self.plan, "parcel"), FIELD_NAME="m2", FIELD_TYPE=0,
                            FORMULA="$area")
        return sum(feature["m2"] for feature in measured.getFeatures())

    def topology(self):
        self.run("native:coveragevalidate",
                 {"INPUT": layer(self.plan, "parcel"), "GAP_WIDTH": 1.0, "INVALID_EDGES": "memory:"},
                 context=self.context, feedback=self.feedback)


def main():
    if sys.argv[1] == "--there":
        return
    job, plan, homes, radius = sys.argv[1:]
    application = QgsApplication([], False)  # kept: QGIS ends with it
    application.initQgis()
    from processing.core.Processing import Processing
    Processing.initialize()
    jobs = Jobs(plan, homes, radius)
    wall, cpu = time.perf_counter(), time.process_time()
    value = getattr(jobs, job)()
    print(json.dumps({"cpu_ms": (time.process_time() - cpu) * 1000, "wall_ms": (time.perf_counter() - wall) * 1000,
                      "value": value}), flush=True)
    os._exit(0)  # QGIS may crash while it is taken down, after its work


main()
