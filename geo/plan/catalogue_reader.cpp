#include "geo/plan/catalogue.h"
#include "geo/plan/catalogue_files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <format>
#include <map>
#include <memory>
#include <utility>

namespace tuban {

namespace {

using Json = nlohmann::json;

Result<Json> parseFile(std::string_view name) {
    Json json = Json::parse(embeddedFile(name), nullptr, false);
    if (json.is_discarded()) {
        return catalogueFault(name, "is not JSON");
    }
    return json;
}

/// A text member; empty when it is missing or no text.
std::string text(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<std::string> texts(const Json& object, const char* key) {
    std::vector<std::string> values;
    if (const auto found = object.find(key); found != object.end() && found->is_array()) {
        for (const Json& item : *found) {
            if (item.is_string()) {
                values.push_back(item.get<std::string>());
            }
        }
    }
    return values;
}

/// Members of an array; none when it is missing.
const Json& list(const Json& object, const char* key) {
    static const Json none = Json::array();
    const auto found = object.find(key);
    return found != object.end() && found->is_array() ? *found : none;
}

LocalText title(const Json& object) {
    return {.zh = text(object, "zh"), .en = text(object, "en")};
}

bool isWhole(const LocalText& words) {
    return !words.zh.empty() && !words.en.empty();
}

/// The value that a word of the catalogue stands for.
template <class Meaning, std::size_t Count>
Result<Meaning> meaning(const std::array<std::pair<std::string_view, Meaning>, Count>& words,
                        const std::string& word,
                        std::string_view entry) {
    const auto found =
        std::ranges::find(words, std::string_view(word), &std::pair<std::string_view, Meaning>::first);
    if (found == words.end()) {
        return catalogueFault(entry, std::format("has the unknown word \"{}\"", word));
    }
    return found->second;
}

constexpr std::array<std::pair<std::string_view, ColumnType>, 5> columnTypes{{
    {"text", ColumnType::Text},
    {"integer", ColumnType::Integer},
    {"real", ColumnType::Real},
    {"date", ColumnType::Date},
    {"flag", ColumnType::Flag},
}};
constexpr std::array<std::pair<std::string_view, ColumnRole>, 4> columnRoles{{
    {"", ColumnRole::Plain},
    {"key", ColumnRole::Key},
    {"computed", ColumnRole::Computed},
    {"internal", ColumnRole::Internal},
}};
constexpr std::array<std::pair<std::string_view, ShapeKind>, 3> shapeKinds{{
    {"point", ShapeKind::Point},
    {"line", ShapeKind::Line},
    {"area", ShapeKind::Area},
}};
constexpr std::array<std::pair<std::string_view, Stage::Means>, 4> stageMeanings{{
    {"before", Stage::Means::Before},
    {"started", Stage::Means::Started},
    {"in_service", Stage::Means::InService},
    {"closed", Stage::Means::Closed},
}};

Result<Column> readColumn(const Json& json, std::string_view layer) {
    Column column;
    column.name = text(json, "name");
    const std::string entry = std::format("{}.{}", layer, column.name);
    const auto type = meaning(columnTypes, text(json, "type"), entry);
    const auto role = meaning(columnRoles, text(json, "role"), entry);
    if (!type || !role) {
        return std::unexpected(type ? role.error() : type.error());
    }
    column.type = *type;
    column.role = *role;
    column.title = title(json);
    column.unit = text(json, "unit");
    column.shortName = text(json, "short");
    column.aliases = texts(json, "aliases");
    column.domain = text(json, "domain");
    if (column.name.empty() || column.shortName.empty() || !isWhole(column.title)) {
        return catalogueFault(entry, "lacks a name, a short name or a title");
    }
    return column;
}

Result<std::vector<Stage>> readStages(const Json& json, const std::string& layer) {
    std::vector<Stage> stages;
    for (const Json& item : list(json, layer.c_str())) {
        Stage stage{.code = text(item, "code"), .label = title(item), .aliases = texts(item, "aliases")};
        const auto means = meaning(stageMeanings, text(item, "means"), "stages of " + layer);
        if (!means) {
            return std::unexpected(means.error());
        }
        stage.means = *means;
        if (stage.code.empty() || !isWhole(stage.label)) {
            return catalogueFault("stages of " + layer, "lacks a code or a label");
        }
        stages.push_back(std::move(stage));
    }
    return stages;
}

Result<void> readCompanions(const Json& json, Layer& layer) {
    for (const Json& item : list(json, "companions")) {
        const auto kind = meaning(shapeKinds, text(item, "geometry"), layer.name);
        if (!kind) {
            return std::unexpected(kind.error());
        }
        layer.companions.push_back({.table = text(item, "table"), .geometry = *kind, .title = title(item)});
    }
    return {};
}

Result<Layer> readLayer(const Json& json, const Json& stages) {
    Layer layer;
    layer.name = text(json, "name");
    layer.title = title(json);
    const auto kind = meaning(shapeKinds, text(json, "geometry"), layer.name);
    if (!kind) {
        return std::unexpected(kind.error());
    }
    layer.geometry = *kind;
    layer.labelColumn = text(json, "label");
    layer.style = text(json, "style");
    layer.colour = text(json, "colour");
    for (const Json& item : list(json, "columns")) {
        auto column = readColumn(item, layer.name);
        if (!column) {
            return std::unexpected(column.error());
        }
        layer.columns.push_back(*std::move(column));
    }
    auto steps = readStages(stages, text(json, "stages"));
    if (!steps) {
        return std::unexpected(steps.error());
    }
    layer.stages = *std::move(steps);
    if (auto companions = readCompanions(json, layer); !companions) {
        return std::unexpected(companions.error());
    }
    if (layer.name.empty() || !isWhole(layer.title) || layer.columns.empty()) {
        return catalogueFault(layer.name, "lacks a name, a title or columns");
    }
    return layer;
}

Domain domainOfStages(const Layer& layer) {
    Domain domain{.name = "stage_" + layer.name, .items = {}};
    for (const Stage& stage : layer.stages) {
        domain.items.push_back({.code = stage.code, .label = stage.label, .aliases = stage.aliases});
    }
    return domain;
}

Result<Domain> readDomain(const Json& json) {
    Domain domain{.name = text(json, "name"), .items = {}};
    for (const Json& item : list(json, "items")) {
        domain.items.push_back(
            {.code = text(item, "code"), .label = title(item), .aliases = texts(item, "aliases")});
        if (domain.items.back().code.empty() || !isWhole(domain.items.back().label)) {
            return catalogueFault("domain " + domain.name, "has an item without code or label");
        }
    }
    if (domain.name.empty() || domain.items.empty()) {
        return catalogueFault("domain " + domain.name, "lacks a name or items");
    }
    return domain;
}

} // namespace

/// Fills a Catalogue from the files that are built in.
struct CatalogueReader {
    static Result<void> readDomains(Catalogue& catalogue) {
        const auto json = parseFile("catalogue/domains.json");
        if (!json) {
            return std::unexpected(json.error());
        }
        for (const Json& item : *json) {
            auto domain = readDomain(item);
            if (!domain) {
                return std::unexpected(domain.error());
            }
            catalogue.m_domains.push_back(*std::move(domain));
        }
        return {};
    }

    static Result<void> readLayers(Catalogue& catalogue) {
        const auto json = parseFile("catalogue/layers.json");
        const auto stages = parseFile("catalogue/stages.json");
        if (!json || !stages) {
            return std::unexpected(json ? stages.error() : json.error());
        }
        for (const Json& item : *json) {
            auto layer = readLayer(item, *stages);
            if (!layer) {
                return std::unexpected(layer.error());
            }
            if (!layer->stages.empty()) {
                catalogue.m_domains.push_back(domainOfStages(*layer));
            }
            catalogue.m_layers.push_back(*std::move(layer));
        }
        return {};
    }

    /// Gives each column its domain.
    static Result<void> joinDomains(Catalogue& catalogue) {
        std::map<std::string, std::shared_ptr<const Domain>> shared;
        for (const Domain& domain : catalogue.m_domains) {
            shared.emplace(domain.name, std::make_shared<const Domain>(domain));
        }
        for (Layer& layer : catalogue.m_layers) {
            for (Column& column : layer.columns) {
                if (column.domain.empty() || column.domain == "land_use") {
                    continue;
                }
                const auto found = shared.find(column.domain);
                if (found == shared.end()) {
                    return catalogueFault(layer.name + "." + column.name,
                                          "has the unknown domain " + column.domain);
                }
                column.values = found->second;
            }
        }
        return {};
    }

    static Result<Catalogue> read() {
        Catalogue catalogue;
        auto landUses = readLandUses();
        if (!landUses) {
            return std::unexpected(landUses.error());
        }
        catalogue.m_landUses = *std::move(landUses);
        return readDomains(catalogue)
            .and_then([&] { return readLayers(catalogue); })
            .and_then([&] { return joinDomains(catalogue); })
            .transform([&] { return std::move(catalogue); });
    }
};

Result<Catalogue> Catalogue::load() {
    return CatalogueReader::read();
}

} // namespace tuban
