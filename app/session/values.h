#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// Plain values that QML reads. Areas in m², lengths in m, degrees are CGCS2000 ≡ WGS 84.

/// A code with what a person reads for it.
struct Choice {
    Q_GADGET
    QML_VALUE_TYPE(choice)
    Q_PROPERTY(QString code MEMBER code)
    Q_PROPERTY(QString label MEMBER label)
public:
    QString code;
    QString label;
    friend bool operator==(const Choice&, const Choice&) = default;
};

/// A feature as a list shows it; `distanceM` counts only where a place was asked about.
struct FeatureItem {
    Q_GADGET
    QML_VALUE_TYPE(featureItem)
    Q_PROPERTY(QString layer MEMBER layer)
    Q_PROPERTY(QString uid MEMBER uid)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString layerTitle MEMBER layerTitle)
    Q_PROPERTY(double distanceM MEMBER distanceM)
    Q_PROPERTY(QString distanceText MEMBER distanceText)
public:
    QString layer;
    QString uid;
    QString title;
    QString layerTitle;
    double distanceM = 0;
    QString distanceText;
    friend bool operator==(const FeatureItem&, const FeatureItem&) = default;
};

/// A layer as a picker shows it; geometry is "point", "line" or "area".
struct LayerItem {
    Q_GADGET
    QML_VALUE_TYPE(layerItem)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString geometry MEMBER geometry)
public:
    QString name;
    QString title;
    QString geometry;
    friend bool operator==(const LayerItem&, const LayerItem&) = default;
};

/// One area by one method, in the units a planner reads, and how far it is from the registered area.
struct AreaFigure {
    Q_GADGET
    QML_VALUE_TYPE(areaFigure)
    Q_PROPERTY(QString method MEMBER method)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(double areaM2 MEMBER areaM2)
    Q_PROPERTY(QString m2Text MEMBER m2Text)
    Q_PROPERTY(QString muText MEMBER muText)
    Q_PROPERTY(QString haText MEMBER haText)
    Q_PROPERTY(QString differenceText MEMBER differenceText)
public:
    QString method; ///< "legal", "ellipsoidal" or "planar"
    QString label;
    double areaM2 = 0;
    QString m2Text;
    QString muText;
    QString haText;
    QString differenceText; ///< against the registered area; empty without one
    friend bool operator==(const AreaFigure&, const AreaFigure&) = default;
};

/// A column of a table; type is "text", "integer", "real", "date" or "flag".
struct ColumnItem {
    Q_GADGET
    QML_VALUE_TYPE(columnItem)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString unit MEMBER unit)
    Q_PROPERTY(QString type MEMBER type)
public:
    QString name;
    QString title;
    QString unit;
    QString type;
    friend bool operator==(const ColumnItem&, const ColumnItem&) = default;
};

/// A condition on one column, or a typed expression (then `column` is empty).
struct FilterItem {
    Q_GADGET
    QML_VALUE_TYPE(filterItem)
    Q_PROPERTY(QString column MEMBER column)
    Q_PROPERTY(QString op MEMBER op)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString label MEMBER label)
public:
    QString column;
    QString op;
    QString text;
    QString label;
    friend bool operator==(const FilterItem&, const FilterItem&) = default;
};

/// Features that share a value, with the sums of the numeric columns (one text per column of the table).
struct GroupItem {
    Q_GADGET
    QML_VALUE_TYPE(groupItem)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(int count MEMBER count)
    Q_PROPERTY(QStringList sums MEMBER sums)
public:
    QString label;
    int count = 0;
    QStringList sums;
    friend bool operator==(const GroupItem&, const GroupItem&) = default;
};

/// A photo that waits to be saved with a mark.
struct PhotoItem {
    Q_GADGET
    QML_VALUE_TYPE(photoItem)
    Q_PROPERTY(QUrl url MEMBER url)
    Q_PROPERTY(QString name MEMBER name)
public:
    QUrl url;
    QString name;
    friend bool operator==(const PhotoItem&, const PhotoItem&) = default;
};

/// A position in degrees.
struct GeoPosition {
    Q_GADGET
    QML_VALUE_TYPE(geoPosition)
    Q_PROPERTY(double lon MEMBER lon)
    Q_PROPERTY(double lat MEMBER lat)
public:
    double lon = 0;
    double lat = 0;
    friend bool operator==(const GeoPosition&, const GeoPosition&) = default;
};

/// A bar of `pixels` length that stands for the distance `text`.
struct ScaleBar {
    Q_GADGET
    QML_VALUE_TYPE(scaleBar)
    Q_PROPERTY(double pixels MEMBER pixels)
    Q_PROPERTY(QString text MEMBER text)
public:
    double pixels = 0;
    QString text;
};

/// Which field of a file fills a column of the plan.
struct FieldMapping {
    Q_GADGET
    QML_VALUE_TYPE(fieldMapping)
    Q_PROPERTY(QString column MEMBER column)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString field MEMBER field)
public:
    QString column;
    QString title;
    QString field;
    friend bool operator==(const FieldMapping&, const FieldMapping&) = default;
};

/// What a file holds, shown before it is imported. `problem` says why it cannot be used.
struct SourceInfo {
    Q_GADGET
    QML_VALUE_TYPE(sourceInfo)
    Q_PROPERTY(QString path MEMBER path)
    Q_PROPERTY(QString driver MEMBER driver)
    Q_PROPERTY(QStringList layers MEMBER layers)
    Q_PROPERTY(QString layer MEMBER layer)
    Q_PROPERTY(int features MEMBER features)
    Q_PROPERTY(QString geometry MEMBER geometry)
    Q_PROPERTY(QString crsCode MEMBER crsCode)
    Q_PROPERTY(QString crsName MEMBER crsName)
    Q_PROPERTY(QString crsFrom MEMBER crsFrom)
    Q_PROPERTY(QString crsReason MEMBER crsReason)
    Q_PROPERTY(QString encodingName MEMBER encodingName)
    Q_PROPERTY(QString encodingFrom MEMBER encodingFrom)
    Q_PROPERTY(QStringList fields MEMBER fields)
    Q_PROPERTY(QList<QStringList> rows MEMBER rows)
    Q_PROPERTY(QList<tuban::FieldMapping> mapping MEMBER mapping)
    Q_PROPERTY(QString suggestedLayer MEMBER suggestedLayer)
    Q_PROPERTY(QString problem MEMBER problem)
public:
    QString path, driver;
    QStringList layers;
    QString layer;
    int features = 0;
    QString geometry, crsCode, crsName, crsFrom, crsReason, encodingName, encodingFrom;
    QStringList fields;
    QList<QStringList> rows;
    QList<FieldMapping> mapping;
    QString suggestedLayer, problem;
};

/// The outcome of an import or export in words, and its figures.
struct TransferReport {
    Q_GADGET
    QML_VALUE_TYPE(transferReport)
    Q_PROPERTY(QString summary MEMBER summary)
    Q_PROPERTY(QStringList details MEMBER details)
    Q_PROPERTY(QStringList files MEMBER files)
    Q_PROPERTY(QString layer MEMBER layer)
    Q_PROPERTY(int written MEMBER written)
    Q_PROPERTY(int added MEMBER added)
    Q_PROPERTY(int changed MEMBER changed)
    Q_PROPERTY(int same MEMBER same)
    Q_PROPERTY(int gone MEMBER gone)
    Q_PROPERTY(bool dryRun MEMBER dryRun)
public:
    QString summary;
    QStringList details; ///< one line each: repaired, skipped, lost, warnings
    QStringList files;
    QString layer;
    int written = 0, added = 0, changed = 0, same = 0, gone = 0;
    bool dryRun = false;
};

} // namespace tuban
