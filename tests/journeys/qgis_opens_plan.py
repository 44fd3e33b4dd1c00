"""QGIS loads every layer of a plan by both of its providers, with its style, and may edit it.

qgis_opens_plan.py MAKE_SMALL_PLAN DATA_FOLDER; exit 0 passed, 1 failed, 4 skipped (no python3-qgis).
"""
import csv
import json
import os
import sqlite3
import subprocess
import sys
import tempfile

try:
    from qgis.core import (Qgis, QgsApplication, QgsDataSourceUri, QgsExpressionContextUtils, QgsRenderContext,
                           QgsVectorLayer)
except ImportError:
    print("skipped: the Python module qgis is not here (package python3-qgis)")
    sys.exit(4)

failures = []


def check(condition, what):
    if not condition:
        failures.append(what)


def load(plan, table, provider):
    if provider == "ogr":
        return QgsVectorLayer(f"{plan}|layername={table}", table, provider)
    uri = QgsDataSourceUri()
    uri.setDatabase(plan)
    uri.setDataSource("", table, "geom")
    return QgsVectorLayer(uri.uri(), table, provider)


def class_of(layer, feature):
    """Label of the class that draws a feature, None when nothing does."""
    renderer = layer.renderer().clone()
    context = QgsRenderContext()
    context.expressionContext().appendScope(QgsExpressionContextUtils.layerScope(layer))
    context.expressionContext().setFeature(feature)
    renderer.startRender(context, layer.fields())
    keys = renderer.legendKeysForFeature(feature, context)
    drawn = renderer.symbolForFeature(feature, context) is not None
    renderer.stopRender(context)
    labels = {item.ruleKey(): item.label() for item in renderer.legendSymbolItems()}
    return labels.get(next(iter(keys), None)) if drawn else None


def check_renderer(where, layer, entry, stages, land_uses):
    renderer = layer.renderer()
    classes = {"land_use": len(land_uses) + 1, "stage": len(stages.get(entry.get("stages"), [])) + 1}
    if entry["style"] not in classes:
        check(renderer.type() == "singleSymbol", f"{where}: one symbol")
        return
    check(renderer.type() == "categorizedSymbol", f"{where}: a categorized renderer, not {renderer.type()}")
    if renderer.type() != "categorizedSymbol":
        return
    categories = renderer.categories()
    check(len(categories) == classes[entry["style"]], f"{where}: {len(categories)} classes")
    if entry["style"] == "land_use":
        colours = {f"{row['scheme']}:{row['code']}": tuple(int(row[c]) for c in "rgb")
                   for row in land_uses if row["r"]}
        for category in categories[:-1]:
            wanted = colours.get(category.value())
            got = category.symbol().color().getRgb()[:3]
            check(wanted in (None, got), f"{where}: {category.value()} is {got}, not {wanted}")


def check_columns(where, layer, entry, domains):
    for column in entry["columns"]:
        index = layer.fields().indexOf(column["name"])
        check(index >= 0, f"{where}: column {column['name']}")
        alias = layer.attributeAlias(index)
        check(alias.startswith(column["zh"]), f"{where}: alias of {column['name']} is {alias!r}")
        items = domains.get(column.get("domain", ""))
        if items is None or column.get("role") == "internal":
            continue
        widget = layer.editorWidgetSetup(index)
        values = {code: label for pair in widget.config().get("map", []) for label, code in pair.items()}
        wanted = {item["code"]: item["zh"] for item in items}
        check(values == wanted, f"{where}: value map of {column['name']}: {widget.type()} {values}")


def check_features(where, layer, entry, connection):
    rows = connection.execute(f"SELECT count(*) FROM {entry['name']}").fetchone()[0]
    features = list(layer.getFeatures())
    check(len(features) == rows == 2, f"{where}: {len(features)} features of {rows}")
    shaped = [feature for feature in features if feature.hasGeometry() and not feature.geometry().isEmpty()]
    check(len(shaped) == 1, f"{where}: {len(shaped)} features with a shape")
    for feature in shaped:
        label = class_of(layer, feature)
        check(label is not None, f"{where}: its feature is not drawn")
        if feature.fields().indexOf("stage") >= 0 and feature["stage"] == "building" and entry["style"] == "stage":
            check(label == "在建", f"{where}: stage building is drawn as {label}")


def check_edit(plan):
    """An edit by QGIS's own provider, with the triggers of the plan, leaves it whole."""
    layer = load(plan, "parcel", "spatialite")
    feature = next(f for f in layer.getFeatures() if f.hasGeometry())
    shape = feature.geometry()
    shape.translate(5, 7)
    check(layer.startEditing(), "parcel can be edited")
    layer.changeAttributeValue(feature.id(), layer.fields().indexOf("note"), "从 QGIS 改")
    layer.changeGeometry(feature.id(), shape)
    check(layer.commitChanges(), f"the edit is kept: {layer.commitErrors()}")
    connection = sqlite3.connect(plan)
    check(connection.execute("SELECT note FROM parcel WHERE id = ?", (feature.id(),)).fetchone()[0] == "从 QGIS 改",
          "the note is in the plan")
    box = connection.execute("SELECT xmin FROM idx_parcel_geom WHERE pkid = ?", (feature.id(),)).fetchone()
    check(abs(box[0] - shape.boundingBox().xMinimum()) < 0.1, f"the R-tree follows: {box}")
    check(connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok", "the plan stays whole")


def main(maker, data):
    with open(os.path.join(data, "catalogue", "layers.json"), encoding="utf-8") as file:
        layers = json.load(file)
    with open(os.path.join(data, "catalogue", "stages.json"), encoding="utf-8") as file:
        stages = json.load(file)
    with open(os.path.join(data, "catalogue", "domains.json"), encoding="utf-8") as file:
        domains = {domain["name"]: domain["items"] for domain in json.load(file)}
    domains.update({"stage_" + name: items for name, items in stages.items()})
    with open(os.path.join(data, "land_use_codes.csv"), encoding="utf-8", newline="") as file:
        land_uses = list(csv.DictReader(file))
    with tempfile.TemporaryDirectory() as folder:
        plan = os.path.join(folder, "方案.sqlite")
        subprocess.run([maker, plan], check=True)
        connection = sqlite3.connect(plan)
        companions = [item["table"] for entry in layers for item in entry.get("companions", [])]
        tables = {row[0] for row in connection.execute("SELECT f_table_name FROM geometry_columns")}
        check(tables >= {entry["name"] for entry in layers} | set(companions), "every table is registered")
        for provider in ("spatialite", "ogr"):
            for table in sorted(tables):
                layer = load(plan, table, provider)
                check(layer.isValid(), f"{table} by {provider}: loads")
                check(layer.crs().authid() == "EPSG:4547", f"{table} by {provider}: {layer.crs().authid()}")
            for table in companions:
                layer = load(plan, table, provider)
                check(layer.featureCount() == 1, f"{table} by {provider}: {layer.featureCount()} features")
                check(layer.attributeAlias(layer.fields().indexOf("of_uid")) == "所属对象",
                      f"{table} by {provider}: alias")
            for entry in layers:
                where = f"{entry['name']} by {provider}"
                layer = load(plan, entry["name"], provider)
                check_renderer(where, layer, entry, stages, land_uses)
                check_columns(where, layer, entry, domains)
                check_features(where, layer, entry, connection)
        connection.close()
        check_edit(plan)
    print(f"QGIS {Qgis.QGIS_VERSION}: {len(tables)} tables, {len(failures)} failures")
    for failure in failures:
        print("FAILED:", failure)
    return 1 if failures else 0


application = QgsApplication([], False)
QgsApplication.initQgis()
sys.exit(main(*sys.argv[1:3]))
