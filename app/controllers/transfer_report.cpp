#include "app/controllers/transfer_report.h"

#include "app/session/language.h"
#include "app/session/number_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace tuban {

namespace {

constexpr qsizetype maxDetails = 200;
constexpr int exitUsage = 2;
constexpr int exitBusy = 4;

QString say(const char* source) {
    return QCoreApplication::translate("Transfer", source);
}

QString count(int number) {
    return QLocale().toString(number);
}

QStringList texts(const QJsonValue& array) {
    QStringList list;
    for (const auto& item : array.toArray()) {
        list.append(item.isString() ? item.toString() : item.toVariant().toString());
    }
    return list;
}

QString columnTitle(const Layer* layer, const QString& name) {
    const auto* column = layer == nullptr ? nullptr : layer->column(name.toStdString());
    return column == nullptr ? name : QString::fromStdString(column->title.in(uiLanguage().toStdString()));
}

void addImportDetails(const QJsonObject& answer, QStringList& details) {
    for (const auto& value : answer.value(QStringLiteral("skipped")).toArray()) {
        const auto item = value.toObject();
        details.append(say(QT_TRANSLATE_NOOP("Transfer", "Left out %1: %2"))
                           .arg(item.value(QStringLiteral("feature")).toString(),
                                item.value(QStringLiteral("reason")).toString()));
    }
    for (const auto& value : answer.value(QStringLiteral("repaired")).toArray()) {
        const auto item = value.toObject();
        details.append(say(QT_TRANSLATE_NOOP("Transfer", "Repaired %1: %2 (area %3)"))
                           .arg(item.value(QStringLiteral("feature")).toString(),
                                item.value(QStringLiteral("what")).toString(),
                                squareMetresText(item.value(QStringLiteral("area_change_m2")).toDouble())));
    }
    for (const auto& value : answer.value(QStringLiteral("unmatched")).toArray()) {
        const auto item = value.toObject();
        details.append(
            say(QT_TRANSLATE_NOOP("Transfer", "Not known, kept as delivered: %1 = “%2” (%3 times)"))
                .arg(item.value(QStringLiteral("column")).toString(),
                     item.value(QStringLiteral("value")).toString(),
                     count(item.value(QStringLiteral("count")).toInt())));
    }
    details.append(texts(answer.value(QStringLiteral("warnings"))));
}

} // namespace

SourceInfo sourceInfo(const QByteArray& json, const Catalogue* catalogue, const QString& layer) {
    const auto answer = QJsonDocument::fromJson(json).object();
    const auto text = [&answer](const char* key) { return answer.value(QLatin1String(key)).toString(); };
    SourceInfo info;
    info.path = text("source");
    info.driver = text("driver");
    info.layers = texts(answer.value(QStringLiteral("layers")));
    info.layer = text("layer");
    info.features = answer.value(QStringLiteral("features")).toInt();
    info.geometry = text("geometry");
    info.crsCode = text("crs_code");
    info.crsName = text("crs_name");
    info.crsFrom = text("crs_from");
    info.crsReason = text("crs_reason");
    info.encodingName = text("encoding_name");
    info.encodingFrom = text("encoding_from");
    info.fields = texts(answer.value(QStringLiteral("fields")));
    for (const auto& row : answer.value(QStringLiteral("rows")).toArray()) {
        info.rows.append(texts(row));
    }
    info.suggestedLayer = text("suggested_layer");
    const auto target = layer.isEmpty() ? info.suggestedLayer : layer;
    const auto* known = catalogue == nullptr ? nullptr : catalogue->layer(target.toStdString());
    for (const auto& pair : answer.value(QStringLiteral("mapping")).toArray()) {
        const auto column = pair.toArray().at(0).toString();
        info.mapping.append({.column = column,
                             .title = columnTitle(known, column),
                             .field = pair.toArray().at(1).toString()});
    }
    return info;
}

TransferReport importReport(const QByteArray& json, const QString& layerTitle, bool dryRun) {
    const auto answer = QJsonDocument::fromJson(json).object();
    const auto number = [&answer](const char* key) { return answer.value(QLatin1String(key)).toInt(); };
    TransferReport report;
    report.layer = answer.value(QStringLiteral("layer")).toString();
    report.written = number("written");
    report.added = number("new");
    report.changed = number("changed_shape") + number("changed_values");
    report.same = number("same");
    report.gone = static_cast<int>(answer.value(QStringLiteral("gone")).toArray().size());
    report.dryRun = dryRun;
    report.summary =
        say(QT_TRANSLATE_NOOP("Transfer", "%1: %2 new, %3 changed, %4 as before, %5 no longer in the file"))
            .arg(layerTitle,
                 count(report.added),
                 count(report.changed),
                 count(report.same),
                 count(report.gone));
    addImportDetails(answer, report.details);
    for (const auto& name : texts(answer.value(QStringLiteral("gone")))) {
        report.details.append(
            say(QT_TRANSLATE_NOOP("Transfer", "No longer in the file, kept in the plan: %1")).arg(name));
    }
    if (report.details.size() > maxDetails) {
        const auto more = static_cast<int>(report.details.size() - maxDetails);
        report.details.resize(maxDetails);
        report.details.append(say(QT_TRANSLATE_NOOP("Transfer", "… and %1 more")).arg(count(more)));
    }
    return report;
}

TransferReport exportReport(const QByteArray& json, const Catalogue* catalogue) {
    const auto answer = QJsonDocument::fromJson(json).object();
    TransferReport report;
    report.files = texts(answer.value(QStringLiteral("files")));
    bool verified = true;
    for (const auto& value : answer.value(QStringLiteral("layers")).toArray()) {
        const auto part = value.toObject();
        const auto name = part.value(QStringLiteral("name")).toString();
        const auto* layer = catalogue == nullptr ? nullptr : catalogue->layer(name.toStdString());
        report.written += part.value(QStringLiteral("written")).toInt();
        verified = verified && part.value(QStringLiteral("verified")).toBool();
        for (const auto& lost : part.value(QStringLiteral("losses")).toArray()) {
            const auto loss = lost.toObject();
            report.details.append(
                say(QT_TRANSLATE_NOOP("Transfer", "%1, %2: %3"))
                    .arg(loss.value(QStringLiteral("feature")).toString(),
                         columnTitle(layer, loss.value(QStringLiteral("column")).toString()),
                         loss.value(QStringLiteral("what")).toString()));
        }
    }
    report.summary =
        (verified ? say(QT_TRANSLATE_NOOP("Transfer", "%1 features written and read back: equal"))
                  : say(QT_TRANSLATE_NOOP("Transfer", "%1 features written; what differs is listed")))
            .arg(count(report.written));
    return report;
}

QString workerFailure(int exitCode, bool crashed, const QString& message, const QString& subject) {
    if (crashed) {
        return say(QT_TRANSLATE_NOOP("Transfer",
                                     "Reading %1 broke off: the file is damaged. The plan is as it was."))
            .arg(subject);
    }
    if (exitCode == exitBusy) {
        return say(
            QT_TRANSLATE_NOOP("Transfer", "Another program holds the plan. Close it there and try again."));
    }
    // The words before the first colon name the command.
    const auto colon = message.indexOf(QStringLiteral(": "));
    const auto detail =
        message.startsWith(QStringLiteral("tuban")) && colon > 0 ? message.mid(colon + 2) : message;
    const auto lead = exitCode == exitUsage
                          ? say(QT_TRANSLATE_NOOP("Transfer", "This cannot be done with %1."))
                          : say(QT_TRANSLATE_NOOP("Transfer", "%1 cannot be used; the plan is as it was."));
    return lead.arg(subject) + QLatin1Char(' ') + detail;
}

QString stepText(const QString& step) {
    if (step == QStringLiteral("reading")) {
        return say(QT_TRANSLATE_NOOP("Transfer", "reading"));
    }
    if (step == QStringLiteral("writing")) {
        return say(QT_TRANSLATE_NOOP("Transfer", "writing"));
    }
    if (step == QStringLiteral("comparing") || step == QStringLiteral("verifying")) {
        return say(QT_TRANSLATE_NOOP("Transfer", "reading back and comparing"));
    }
    return step == QStringLiteral("matching")
               ? say(QT_TRANSLATE_NOOP("Transfer", "finding what is there already"))
               : step;
}

} // namespace tuban
