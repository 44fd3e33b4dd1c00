#pragma once

#include "geo/base/result.h"
#include "geo/base/text.h"
#include "geo/base/value.h"
#include "geo/shape/geometry.h"

#include <memory>
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
    Internal, ///< import batch, source key: not shown; an import may fill one that has aliases
};

struct DomainItem {
    std::string code;                 ///< as stored: "building"
    LocalText label;                  ///< 在建 / Building
    std::vector<std::string> aliases; ///< other words for it in the field: "建设中", the "20" of QSXZ
};
struct Domain {
    std::string name;
    std::vector<DomainItem> items;
    [[nodiscard]] const DomainItem* find(std::string_view code) const;
    /// The code of a code, a label in either language or an alias, for imports; blanks at the ends and the
    /// case of Latin letters do not count.
    [[nodiscard]] std::optional<std::string> codeOf(std::string_view codeOrLabel) const;
};

struct Column {
    std::string name; ///< column of the table: "area_legal_m2"
    ColumnType type = ColumnType::Text;
    ColumnRole role = ColumnRole::Plain;
    LocalText title;       ///< 登记面积 / Registered area
    std::string unit;      ///< "m²", "m", "万元"; empty when there is none
    std::string shortName; ///< ASCII, ≤ 10 bytes, unique in the layer: field name in shapefiles ("DJMJ")
    std::vector<std::string> aliases; ///< names used in the field, compared without case: "TBMJ", "图斑面积"
    /// Name of a Domain, empty when free. "land_use": a code of table land_use, whose scheme is the row's
    /// lu_scheme. "stage_<layer>": the stages of the layer.
    std::string domain;
    std::shared_ptr<const Domain> values; ///< that domain; null for land use and where the column is free
};

/// One step of a life cycle, in order.
struct Stage {
    std::string code; ///< "building"
    LocalText label;
    enum class Means { Before, Started, InService, Closed } means = Means::Before;
    std::vector<std::string> aliases; ///< other words for it in the field
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
    /// A column by its name, its title in either language, its short name or an alias, in this order; the
    /// case of Latin letters does not count.
    [[nodiscard]] const Column* columnByAnyName(std::string_view name) const;
    /// A stage by its code, its label in either language or an alias.
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
    /// The code of a code, a name in either language or "code name" in a scheme, for imports.
    [[nodiscard]] std::optional<std::string> landUseCodeOf(std::string_view scheme,
                                                           std::string_view codeOrName) const;
    /// What a cell says in a language: label of its domain, "0701 城镇住宅用地" for land use, 是/否 for
    /// flags, the value otherwise. The same four digits mean different things in different schemes: without
    /// the row's scheme a land-use code is named only when all schemes that have it agree.
    [[nodiscard]] std::string label(const Column& column,
                                    const Value& value,
                                    std::string_view language,
                                    std::string_view landUseScheme = {}) const;

private:
    [[nodiscard]] std::string
    landUseLabel(const std::string& code, std::string_view scheme, std::string_view language) const;

    std::vector<Layer> m_layers;
    std::vector<Domain> m_domains;
    std::vector<LandUse> m_landUses; ///< sorted by scheme and code
    friend struct CatalogueReader;
};

} // namespace tuban
