#pragma once

#include "geo/base/result.h"
#include "geo/base/text.h"
#include "geo/base/value.h"
#include "geo/shape/geometry.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

enum class ColumnType { Text, Integer, Real, Date, Flag };

/// Who fills a column.
enum class ColumnRole {
    Plain,    ///< the planner
    Key,      ///< uid: ours, shown, never edited
    Computed, ///< follows from geometry or marks: shown, never edited or imported
    Internal, ///< import batch, source key: not shown
};

struct Column {
    std::string name; ///< column of the table: "area_legal_m2"
    ColumnType type = ColumnType::Text;
    ColumnRole role = ColumnRole::Plain;
    LocalText title;       ///< 登记面积 / Registered area
    std::string unit;      ///< "m²", "m", "万元"; empty when there is none
    std::string shortName; ///< ASCII, ≤ 10 bytes, unique in the layer: field name in shapefiles ("DJMJ")
    std::vector<std::string> aliases; ///< names used in the field, compared without case: "TBMJ", "图斑面积"
    std::string domain;               ///< name of a Domain, empty when free
};

struct DomainItem {
    std::string code; ///< as stored: "building"
    LocalText label;  ///< 在建 / Building
};
struct Domain {
    std::string name;
    std::vector<DomainItem> items;
    [[nodiscard]] const DomainItem* find(std::string_view code) const;
    /// The code of a code or label in either language, for imports.
    [[nodiscard]] std::optional<std::string> codeOf(std::string_view codeOrLabel) const;
};

/// One step of a life cycle, in order.
struct Stage {
    std::string code; ///< "building"
    LocalText label;
    enum class Means { Before, Started, InService, Closed } means = Means::Before;
};

struct Layer {
    std::string name; ///< table: "parcel"
    LocalText title;
    ShapeKind geometry = ShapeKind::Area;
    std::string labelColumn;     ///< what names a feature on the map and in lists; `name` where empty
    std::string style;           ///< "land_use", "stage", "plain"
    std::string colour;          ///< #RRGGBB of the plain style and of the layer's symbol
    std::vector<Column> columns; ///< without id and geom
    std::vector<Stage> stages;   ///< empty: the layer cannot be marked with a stage
    /// Tables that hold further shapes of this layer's features: column `of_uid` names the feature.
    struct Companion {
        std::string table;
        ShapeKind geometry = ShapeKind::Area;
        LocalText title;
    };
    std::vector<Companion> companions;

    [[nodiscard]] const Column* column(std::string_view name) const;
    [[nodiscard]] const Stage* stage(std::string_view codeOrLabel) const;
};

struct LandUse {
    std::string scheme; ///< "MNR2023", "GBT21010", "GB50137", "SURVEY3"
    std::string code;
    std::string parent;
    int level = 1;
    LocalText name;
    int red = 200, green = 200, blue = 200;
};

/// What the layers of a plan are: tables, titles, units, domains, stages, land-use codes. Read from the files
/// in data/ that are built into the program. Immutable: share it const between threads.
class Catalogue {
public:
    /// The catalogue that is built in. \return Error::Corrupt naming the entry (a fault of the build)
    [[nodiscard]] static Result<Catalogue> load();

    [[nodiscard]] std::span<const Layer> layers() const { return m_layers; }
    [[nodiscard]] const Layer* layer(std::string_view name) const;
    /// \return Error::Usage that names the nearest layer
    [[nodiscard]] Result<const Layer*> requireLayer(std::string_view name) const;
    [[nodiscard]] const Domain* domain(std::string_view name) const;
    [[nodiscard]] std::span<const LandUse> landUses() const { return m_landUses; }
    [[nodiscard]] const LandUse* landUse(std::string_view scheme, std::string_view code) const;
    /// What a cell says in a language: label of its domain or land use, 是/否 for flags, the value otherwise.
    [[nodiscard]] std::string
    label(const Column& column, const Value& value, std::string_view language) const;

private:
    std::vector<Layer> m_layers;
    std::vector<Domain> m_domains;
    std::vector<LandUse> m_landUses;
    friend struct CatalogueReader;
};

} // namespace tuban
