"""One round of QGIS drawing the parcels of a plan as map_bench did: reads its views and classes from standard input,
prints figures in milliseconds as JSON. A layer is drawn from the file each time: QGIS keeps no features."""
import json
import os
import resource
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from qgis.core import (Qgis, QgsApplication, QgsCategorizedSymbolRenderer, QgsCoordinateReferenceSystem,
                       QgsFillSymbol, QgsMapRendererParallelJob, QgsMapSettings, QgsRectangle,
                       QgsRendererCategory, QgsVectorLayer)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor


def measured(work):
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return {"cpu_ms": (time.process_time() - cpu) * 1000, "wall_ms": (time.perf_counter() - wall) * 1000}


def opened(plan, classes):
    layer = QgsVectorLayer(f"dbname='{plan}' table=\"parcel\" (geom)", "parcels", "spatialite")
    if not layer.isValid():
        sys.exit("QGIS cannot open the parcels of " + plan)
    categories = []
    for look in classes:
        symbol = QgsFillSymbol.createSimple({
            "color": look["fill"], "outline_color": look["stroke"],
            "outline_width": str(look["width_px"]), "outline_width_unit": "Pixel"})
        categories.append(QgsRendererCategory(look["code"] or None, symbol, look["code"]))
    layer.setRenderer(QgsCategorizedSymbolRenderer("lu_code", categories))
    return layer


def drawn(layer, extent):
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setOutputSize(QSize(1280, 800))
    settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    settings.setExtent(QgsRectangle(*extent))
    settings.setBackgroundColor(QColor("white"))
    settings.setFlag(Qgis.MapSettingsFlag.Antialiasing, True)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def main():
    plan = sys.argv[1]
    asked = json.load(sys.stdin)
    application = QgsApplication([], False)  # kept: QGIS ends with it
    application.initQgis()
    rows = {"open_to_picture": measured(
        lambda: drawn(opened(plan, asked["classes"]), asked["views"]["redraw_all"]))}
    layer = opened(plan, asked["classes"])
    for job, extent in asked["views"].items():
        rows[job] = measured(lambda extent=extent: drawn(layer, extent))
    for figures in rows.values():
        figures["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(rows), flush=True)
    os._exit(0)  # QGIS sometimes falls over itself when it leaves


main()
