#include "app/base_map/base_map_choice.h"

#include <QCoreApplication>
#include <QUrl>

#include <array>
#include <utility>

namespace tuban {

namespace {

constexpr std::array<std::pair<BaseMapKind, QLatin1StringView>, 5> kinds{
    {{BaseMapKind::None, QLatin1StringView("none")},
     {BaseMapKind::Online, QLatin1StringView("online")},
     {BaseMapKind::Folder, QLatin1StringView("folder")},
     {BaseMapKind::MbTiles, QLatin1StringView("mbtiles")},
     {BaseMapKind::Raster, QLatin1StringView("raster")}}};

} // namespace

QString toText(BaseMapKind kind) {
    for (const auto& [known, text] : kinds) {
        if (known == kind) {
            return text;
        }
    }
    return {};
}

BaseMapKind baseMapKindFrom(const QString& text) {
    for (const auto& [kind, known] : kinds) {
        if (known == text) {
            return kind;
        }
    }
    return BaseMapKind::None;
}

QString tileAddress(QString addressTemplate, int zoom, int column, int row) {
    constexpr std::array<char, 3> servers{'a', 'b', 'c'};
    const auto server = static_cast<std::size_t>(column + row) % servers.size();
    return addressTemplate.replace(QLatin1String("{z}"), QString::number(zoom))
        .replace(QLatin1String("{x}"), QString::number(column))
        .replace(QLatin1String("{y}"), QString::number(row))
        .replace(QLatin1String("{-y}"), QString::number((qint64{1} << zoom) - 1 - row))
        .replace(QLatin1String("{s}"), QString(QLatin1Char(servers[server])));
}

std::optional<QString> faultOfTemplate(const QString& addressTemplate) {
    const auto say = [](const char* text) { return QCoreApplication::translate("BaseMapChoice", text); };
    const QString scheme = QUrl(tileAddress(addressTemplate, 0, 0, 0)).scheme();
    if (scheme != QLatin1String("https") && scheme != QLatin1String("http")) {
        return say(QT_TRANSLATE_NOOP("BaseMapChoice", "The address of the map begins with https://."));
    }
    const bool hasRow =
        addressTemplate.contains(QLatin1String("{y}")) || addressTemplate.contains(QLatin1String("{-y}"));
    if (!hasRow || !addressTemplate.contains(QLatin1String("{z}")) ||
        !addressTemplate.contains(QLatin1String("{x}"))) {
        return say(QT_TRANSLATE_NOOP(
            "BaseMapChoice",
            "The address of the map names {z}, {x} and {y} where zoom, column and row stand."));
    }
    return std::nullopt;
}

QString attributionOfTemplate(const QString& addressTemplate) {
    const QString host = QUrl(tileAddress(addressTemplate, 0, 0, 0)).host();
    return host.endsWith(QLatin1String("openstreetmap.org")) ? QStringLiteral("© OpenStreetMap contributors")
                                                             : QString();
}

} // namespace tuban
