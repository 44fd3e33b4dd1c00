#include "app/controllers/mark_entry.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

namespace tuban {

QByteArray toJson(const MarkEntry& entry) {
    QJsonArray photos;
    for (const auto& photo : entry.photos) {
        photos.append(photo.url.toString());
    }
    const QJsonObject object{{QStringLiteral("layer"), entry.subject.layer},
                             {QStringLiteral("feature"), entry.subject.uid},
                             {QStringLiteral("title"), entry.subject.title},
                             {QStringLiteral("distance"), entry.subject.distanceM},
                             {QStringLiteral("lon"), entry.lon},
                             {QStringLiteral("lat"), entry.lat},
                             {QStringLiteral("placed"), entry.placed},
                             {QStringLiteral("accuracy"), entry.accuracyM},
                             {QStringLiteral("uid"), entry.uid},
                             {QStringLiteral("stage"), entry.stage},
                             {QStringLiteral("percent"), entry.percent},
                             {QStringLiteral("state"), entry.state},
                             {QStringLiteral("note"), entry.note},
                             {QStringLiteral("on"), entry.onDate},
                             {QStringLiteral("by"), entry.by},
                             {QStringLiteral("photos"), photos}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

MarkEntry markEntryFromJson(const QByteArray& json) {
    const auto object = QJsonDocument::fromJson(json).object();
    const auto text = [&object](const char* key) { return object.value(QLatin1String(key)).toString(); };
    MarkEntry entry;
    entry.subject.layer = text("layer");
    entry.subject.uid = text("feature");
    entry.subject.title = text("title");
    entry.subject.distanceM = object.value(QStringLiteral("distance")).toDouble();
    entry.lon = object.value(QStringLiteral("lon")).toDouble();
    entry.lat = object.value(QStringLiteral("lat")).toDouble();
    entry.placed = object.value(QStringLiteral("placed")).toBool();
    entry.accuracyM = object.value(QStringLiteral("accuracy")).toDouble(-1);
    entry.uid = text("uid");
    entry.stage = text("stage");
    entry.percent = object.value(QStringLiteral("percent")).toDouble(-1);
    entry.state = object.value(QStringLiteral("state")).toString(QStringLiteral("normal"));
    entry.note = text("note");
    entry.onDate = text("on");
    entry.by = text("by");
    for (const auto& photo : object.value(QStringLiteral("photos")).toArray()) {
        const QUrl url(photo.toString());
        entry.photos.append({.url = url, .name = url.fileName()});
    }
    return entry;
}

QString draftPath(const QString& planPath) {
    const auto hash = QCryptographicHash::hash(planPath.toUtf8(), QCryptographicHash::Sha1).toHex().left(16);
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/drafts/") +
           QString::fromLatin1(hash) + QStringLiteral(".json");
}

void writeDraft(const QString& path, const QByteArray& json) {
    if (json.isEmpty()) {
        QFile::remove(path);
        return;
    }
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit()) {
        qWarning("the draft of a mark cannot be kept in %s", qUtf8Printable(path));
    }
}

QByteArray readDraft(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace tuban
