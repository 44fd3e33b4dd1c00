#include "geo/exchange/row_values.h"

#include "geo/base/text.h"
#include "geo/base/uid.h"
#include "geo/exchange/cell_reader.h"

#include <algorithm>
#include <format>
#include <map>
#include <set>

namespace tuban {
namespace {

constexpr std::size_t longestKept = 2'000;

class ValueReader {
public:
    ValueReader(const Plan& plan,
                const Source& source,
                const FieldMatches& matches,
                const std::vector<std::size_t>& fields,
                const std::vector<RawCells>& cells)
        : m_catalogue(plan.catalogue()),
          m_source(source),
          m_matches(matches),
          m_fields(fields),
          m_cells(cells) {}

    void read(Incoming& incoming) {
        m_layer = incoming.layer;
        chooseColumns(incoming.columns);
        const auto uids = wholeColumn(m_matches.uid);
        const bool useUids = !uids.empty() && std::ranges::all_of(uids, isUid) && areDistinct(uids);
        const auto keys = wholeColumn(m_matches.key);
        const bool useKeys = !keys.empty() && areDistinct(keys) && !std::ranges::contains(keys, "");
        const LandUseReader landUse(m_catalogue, *m_layer, landUseWords());
        m_landUse = &landUse;
        for (std::size_t i = 0; i < incoming.rows.size(); ++i) {
            auto& row = incoming.rows[i];
            row.uid = useUids ? lowerAscii(uids[i]) : std::string();
            row.key = useKeys ? keys[i] : std::format("{}#{}", m_source.layer, row.fid);
            readRow(m_cells[i], row, incoming.columns);
        }
    }

    void tellUnmatched(ImportReport& report) const {
        for (const auto& [cell, count] : m_unmatched) {
            report.unmatched.push_back({cell.first, cell.second, count});
        }
    }

private:
    static bool isLandUse(const Column& column) {
        return column.name == "lu_code" || column.name == "lu_raw" || column.name == "lu_scheme";
    }

    [[nodiscard]] const MatchedField* matched(std::string_view name) const {
        const auto found = std::ranges::find_if(
            m_matches.columns, [&](const auto& match) { return match.column->name == name; });
        return found == m_matches.columns.end() ? nullptr : &*found;
    }

    void chooseColumns(std::vector<const Column*>& columns) const {
        for (const auto& match : m_matches.columns) {
            if (!isLandUse(*match.column)) {
                columns.push_back(match.column);
            }
        }
        if (matched("lu_code") != nullptr || matched("lu_raw") != nullptr) {
            for (const auto* name : {"lu_scheme", "lu_code", "lu_raw"}) {
                if (const auto* column = m_layer->column(name)) {
                    columns.push_back(column);
                }
            }
        }
    }

    [[nodiscard]] std::size_t position(std::size_t field) const {
        return static_cast<std::size_t>(std::ranges::find(m_fields, field) - m_fields.begin());
    }

    [[nodiscard]] std::string textAt(const RawCells& cells, const MatchedField* match) const {
        return match == nullptr ? std::string() : std::string(trimmed(toText(cells[position(match->field)])));
    }

    [[nodiscard]] std::vector<std::string> wholeColumn(std::optional<std::size_t> field) const {
        std::vector<std::string> texts;
        if (field) {
            for (const auto& cells : m_cells) {
                texts.emplace_back(trimmed(toText(cells[position(*field)])));
            }
        }
        return texts;
    }

    static bool areDistinct(const std::vector<std::string>& texts) {
        return std::set<std::string_view>(texts.begin(), texts.end()).size() == texts.size();
    }

    /// Codes decide the scheme; names only where there are no codes.
    [[nodiscard]] std::vector<std::string> landUseWords() const {
        std::vector<std::string> words;
        for (const auto* name : {"lu_code", "lu_raw"}) {
            if (const auto* match = matched(name); match != nullptr && words.empty()) {
                words = wholeColumn(match->field);
                std::erase(words, "");
            }
        }
        return words;
    }

    void readRow(const RawCells& cells, IncomingRow& row, const std::vector<const Column*>& columns) {
        for (const auto* column : columns) {
            if (isLandUse(*column)) {
                continue;
            }
            const auto* match = matched(column->name);
            const auto& raw = cells[position(match->field)];
            auto cell = readCell(m_catalogue, *m_layer, *column, raw, match->factor);
            if (!cell.fits) {
                keep(row, *column, std::string(trimmed(toText(raw))));
            }
            row.values.push_back(std::move(cell.value));
        }
        if (row.values.size() < columns.size()) {
            readLandUse(cells, row);
        }
    }

    /// The three columns of land use: scheme and code only where both are known, the words as delivered
    /// always.
    void readLandUse(const RawCells& cells, IncomingRow& row) {
        const auto code = textAt(cells, matched("lu_code"));
        const auto words = textAt(cells, matched("lu_raw"));
        auto scheme = textAt(cells, matched("lu_scheme"));
        if (const auto* domain = m_catalogue.domain("lu_scheme"); domain != nullptr && !scheme.empty()) {
            scheme = domain->codeOf(scheme).value_or("");
        }
        auto known = m_landUse->codeOf(code.empty() ? words : code, scheme);
        if (!known && !code.empty()) {
            known = m_landUse->codeOf(words, scheme);
        }
        std::string raw = words;
        if (!code.empty() && (words.empty() || !known)) {
            raw = words.empty() || words == code ? code : code + " " + words;
        }
        if (!known && !raw.empty()) {
            ++m_unmatched[{"lu_code", raw}];
        }
        scheme = scheme.empty() ? m_landUse->scheme() : scheme;
        row.values.push_back(known ? Value(scheme) : Value());
        row.values.push_back(known ? Value(*known) : Value());
        row.values.push_back(raw.empty() ? Value() : Value(raw));
    }

    void keep(IncomingRow& row, const Column& column, const std::string& text) {
        ++m_unmatched[{column.name, text}];
        const auto& title = column.title.zh.empty() ? column.name : column.title.zh;
        auto kept = (row.kept.empty() ? "" : "; ") + title + ": " + text;
        row.kept = cutUtf8(row.kept + kept, longestKept);
    }

    const Catalogue& m_catalogue;
    const Source& m_source;
    const FieldMatches& m_matches;
    const std::vector<std::size_t>& m_fields;
    const std::vector<RawCells>& m_cells;
    const Layer* m_layer = nullptr;
    const LandUseReader* m_landUse = nullptr;
    std::map<std::pair<std::string, std::string>, std::int64_t> m_unmatched;
};

} // namespace

void readValues(const Plan& plan,
                const Source& source,
                const FieldMatches& matches,
                const std::vector<std::size_t>& fields,
                const std::vector<RawCells>& cells,
                Incoming& incoming,
                ImportReport& report) {
    ValueReader reader(plan, source, matches, fields, cells);
    reader.read(incoming);
    reader.tellUnmatched(report);
}

} // namespace tuban
