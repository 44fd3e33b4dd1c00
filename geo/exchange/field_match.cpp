#include "geo/exchange/field_match.h"

#include "geo/base/name.h"
#include "geo/base/text.h"
#include "geo/base/units.h"
#include "geo/exchange/field_names.h"

#include <algorithm>
#include <array>
#include <format>
#include <functional>
#include <map>
#include <set>

namespace tuban {
namespace {

struct NamedUnit {
    std::string_view word;
    std::string_view unit; ///< of the column
    double factor;
};
constexpr std::array namedUnits{NamedUnit{"万平方米", "m²", 1e4},
                                NamedUnit{"平方公里", "m²", 1e6},
                                NamedUnit{"平方千米", "m²", 1e6},
                                NamedUnit{"平方米", "m²", 1},
                                NamedUnit{"平米", "m²", 1},
                                NamedUnit{"万㎡", "m²", 1e4},
                                NamedUnit{"㎡", "m²", 1},
                                NamedUnit{"m²", "m²", 1},
                                NamedUnit{"km2", "m²", 1e6},
                                NamedUnit{"hm2", "m²", squareMetresPerHectare},
                                NamedUnit{"m2", "m²", 1},
                                NamedUnit{"公顷", "m²", squareMetresPerHectare},
                                NamedUnit{"ha", "m²", squareMetresPerHectare},
                                NamedUnit{"亩", "m²", squareMetresPerMu},
                                NamedUnit{"mu", "m²", squareMetresPerMu},
                                NamedUnit{"亿元", "万元", 1e4},
                                NamedUnit{"万元", "万元", 1},
                                NamedUnit{"元", "万元", 1e-4},
                                NamedUnit{"公里", "m", 1e3},
                                NamedUnit{"千米", "m", 1e3},
                                NamedUnit{"km", "m", 1e3},
                                NamedUnit{"米", "m", 1},
                                NamedUnit{"m", "m", 1}};

struct UnitName {
    std::string base;
    NamedUnit unit;
};

/// "面积(公顷)", "面积_亩", "用地面积亩" and "area_ha" apart into the name and its unit.
std::optional<UnitName> apart(std::string_view name) {
    for (const auto& unit : namedUnits) {
        for (const auto& ending :
             {std::format("({})", unit.word), std::format("_{}", unit.word), std::string(unit.word)}) {
            const bool bareLatin = ending == unit.word && static_cast<unsigned char>(ending[0]) < 0x80;
            if (!bareLatin && name.size() > ending.size() && name.ends_with(ending)) {
                return UnitName{std::string(trimmed(name.substr(0, name.size() - ending.size()))), unit};
            }
        }
    }
    return std::nullopt;
}

class Matcher {
public:
    Matcher(const Layer& layer, const std::vector<Column>& fields) : m_layer(layer), m_fields(fields) {
        for (const auto& field : fields) {
            m_names.push_back(comparableName(field.name));
        }
        m_fieldUsed.resize(fields.size());
    }

    Result<void> takeGiven(const std::vector<std::pair<std::string, std::string>>& given) {
        for (const auto& [columnName, fieldName] : given) {
            const auto* column = m_layer.column(columnName);
            if (column == nullptr || !fillable(*column)) {
                return unknown(std::format("{} has no column '{}' to fill", m_layer.name, columnName),
                               columnName,
                               columnNames());
            }
            if (fieldName.empty()) {
                m_columnUsed.insert(column);
                continue;
            }
            const auto field = find(comparableName(fieldName), true);
            if (!field) {
                std::vector<std::string> names;
                std::ranges::transform(m_fields, std::back_inserter(names), &Column::name);
                return unknown(std::format("The file has no field '{}'", fieldName), fieldName, names);
            }
            take(*column, *field, 1);
        }
        return {};
    }

    void takeByName() {
        takeOwnExport();
        pass([](const Column& column) { return std::vector{column.name}; });
        pass([](const Column& column) { return std::vector{column.shortName}; });
        pass([](const Column& column) { return column.aliases; });
        pass([](const Column& column) { return std::vector{column.title.zh, column.title.en}; });
        takeByUnit();
    }

    FieldMatches result() && {
        std::ranges::sort(m_matches.columns, {}, &MatchedField::column);
        for (const std::string_view name :
             {"id", "objectid", "fid", "gid", "ogc_fid", "guid", "uuid", "globalid"}) {
            const auto found = std::ranges::find(m_names, name);
            if (!m_matches.key && found != m_names.end()) {
                m_matches.key = static_cast<std::size_t>(found - m_names.begin());
            }
        }
        for (std::size_t i = 0; i < m_fields.size(); ++i) {
            if (!m_fieldUsed[i] && !isComputed(m_names[i])) {
                m_matches.leftOver.push_back(i);
            }
        }
        return std::move(m_matches);
    }

private:
    static bool fillable(const Column& column) {
        return column.role == ColumnRole::Plain || column.role == ColumnRole::Key ||
               column.name == "source_key";
    }

    /// Areas and the like of our own exports: they follow from the shape and are nobody's loss.
    [[nodiscard]] bool isComputed(const std::string& name) const {
        return std::ranges::any_of(m_layer.columns, [&](const Column& column) {
            return column.role == ColumnRole::Computed &&
                   (comparableName(column.name) == name || comparableName(column.shortName) == name ||
                    comparableName(column.title.zh) == name);
        });
    }

    [[nodiscard]] std::optional<std::size_t> find(const std::string& name, bool alsoUsed = false) const {
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            if (m_names[i] == name && !name.empty() && (alsoUsed || !m_fieldUsed[i])) {
                return i;
            }
        }
        return std::nullopt;
    }

    void take(const Column& column, std::size_t field, double factor) {
        m_columnUsed.insert(&column);
        m_fieldUsed[field] = true;
        if (column.role == ColumnRole::Key) {
            m_matches.uid = field;
        } else if (column.name == "source_key") {
            m_matches.key = field;
        } else {
            m_matches.columns.push_back({&column, field, factor});
        }
    }

    void pass(const std::function<std::vector<std::string>(const Column&)>& namesOf) {
        for (const auto& column : m_layer.columns) {
            if (!fillable(column) || m_columnUsed.contains(&column)) {
                continue;
            }
            for (const auto& name : namesOf(column)) {
                if (const auto field = find(comparableName(name))) {
                    take(column, *field, 1);
                    break;
                }
            }
        }
    }

    /// A file with all the names one of our exports gives is one: its fields are known by their places, also
    /// where a cut name equals the alias of another column.
    void takeOwnExport() {
        const auto columns = exportedColumns(m_layer);
        constexpr std::size_t dbfNameBytes = 10;
        for (const auto style : {FieldNames::Pinyin, FieldNames::English, FieldNames::Chinese}) {
            for (const std::string encoding : {"UTF-8", "GBK"}) {
                for (const auto most : {dbfNameBytes, std::size_t{0}}) {
                    if (const auto names = fieldNames(columns, {style, encoding, most});
                        names && hasAll(*names)) {
                        takeAll(columns, *names);
                        return;
                    }
                }
            }
        }
    }

    [[nodiscard]] bool hasAll(const std::vector<std::string>& names) const {
        return std::ranges::all_of(
            names, [&](const auto& name) { return find(comparableName(name), true).has_value(); });
    }

    void takeAll(const std::vector<const Column*>& columns, const std::vector<std::string>& names) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const auto field = find(comparableName(names[i]));
            if (!field) {
                continue;
            }
            if (columns[i]->role == ColumnRole::Computed) {
                m_fieldUsed[*field] = true;
            } else if (!m_columnUsed.contains(columns[i])) {
                take(*columns[i], *field, 1);
            }
        }
    }

    void takeByUnit() {
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            const auto parts = m_fieldUsed[i] ? std::nullopt : apart(m_names[i]);
            if (!parts) {
                continue;
            }
            const auto* found = columnOfBase(*parts);
            if (found != nullptr) {
                take(*found, i, parts->unit.factor);
            }
        }
    }

    [[nodiscard]] const Column* columnOfBase(const UnitName& parts) const {
        for (const auto& column : m_layer.columns) {
            if (!fillable(column) || m_columnUsed.contains(&column) || column.unit != parts.unit.unit) {
                continue;
            }
            auto names = column.aliases;
            names.insert(names.end(), {column.name, column.shortName, column.title.zh, column.title.en});
            if (std::ranges::any_of(names,
                                    [&](const auto& name) { return comparableName(name) == parts.base; })) {
                return &column;
            }
        }
        return nullptr;
    }

    [[nodiscard]] std::vector<std::string> columnNames() const {
        std::vector<std::string> names;
        for (const auto& column : m_layer.columns) {
            if (fillable(column)) {
                names.push_back(column.name);
            }
        }
        return names;
    }

    static std::unexpected<Error>
    unknown(std::string what, std::string_view word, const std::vector<std::string>& names) {
        const auto nearest = nearestName(word, names);
        if (!nearest.empty()) {
            what += std::format("; did you mean '{}'?", nearest);
        } else {
            what += "; there are:";
            for (const auto& name : names) {
                what += " " + name;
            }
        }
        return failure(ErrorCode::Usage, what);
    }

    const Layer& m_layer;
    const std::vector<Column>& m_fields;
    std::vector<std::string> m_names;
    std::vector<bool> m_fieldUsed;
    std::set<const Column*> m_columnUsed;
    FieldMatches m_matches;
};

} // namespace

Result<FieldMatches> matchFields(const Layer& layer,
                                 const std::vector<Column>& fields,
                                 const std::vector<std::pair<std::string, std::string>>& given) {
    Matcher matcher(layer, fields);
    if (auto taken = matcher.takeGiven(given); !taken) {
        return std::unexpected(taken.error());
    }
    matcher.takeByName();
    return std::move(matcher).result();
}

HeadingScore headingScore(const Layer& layer) {
    return [&layer](std::span<const std::string> words) {
        std::vector<Column> fields(words.size());
        for (std::size_t i = 0; i < words.size(); ++i) {
            fields[i].name = words[i];
        }
        const auto matches = matchFields(layer, fields, {});
        const auto places = std::ranges::count_if(
            words, [](const std::string& word) { return isLongitude(word) || isLatitude(word); });
        return (matches ? matches->columns.size() : 0) + static_cast<std::size_t>(places);
    };
}

HeadingScore headingScore(const Catalogue& catalogue) {
    return [&catalogue](std::span<const std::string> words) {
        std::size_t best = 0;
        for (const Layer& layer : catalogue.layers()) {
            best = std::max(best, headingScore(layer)(words));
        }
        return best;
    };
}

} // namespace tuban
