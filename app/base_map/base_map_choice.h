#pragma once

#include <QString>

#include <optional>

namespace tuban {

enum class BaseMapKind { None, Online, Folder, MbTiles, Raster };

/// Which map lies under the plan. Plain value.
struct BaseMapChoice {
    BaseMapKind kind = BaseMapKind::None;
    QString place;       ///< a template of addresses for Online, else a local path
    QString attribution; ///< typed by the user; empty: what the source says
    int maxZoom = 19;    ///< of Online
    bool isGcj02 = false;
    friend bool operator==(const BaseMapChoice&, const BaseMapChoice&) = default;
};

/// "none", "online", "folder", "mbtiles", "raster": as it is kept in the settings and named in QML.
[[nodiscard]] QString toText(BaseMapKind kind);
/// None for an unknown text.
[[nodiscard]] BaseMapKind baseMapKindFrom(const QString& text);

/// Address of a tile by a template with {z}, {x}, {y} or {-y} (rows from the south), and {s} (a, b, c by
/// turns).
[[nodiscard]] QString tileAddress(QString addressTemplate, int zoom, int column, int row);
/// What is wrong with a template, in a sentence for the user; nothing when it can be used.
[[nodiscard]] std::optional<QString> faultOfTemplate(const QString& addressTemplate);
/// Whom an online map is owed to by its licence where it is known by its host: OpenStreetMap's.
[[nodiscard]] QString attributionOfTemplate(const QString& addressTemplate);

} // namespace tuban
