#include "geo/exchange/row_match.h"

#include "geo/base/name.h"
#include "geo/base/text.h"
#include "geo/exchange/present_rows.h"
#include "geo/shape/box_tree.h"
#include "geo/shape/likeness.h"

#include <algorithm>
#include <cmath>
#include <format>
#include <functional>
#include <limits>
#include <map>

namespace tuban {
namespace {

constexpr std::int64_t nobody = -1;
constexpr double wholly = 0.95;
constexpr double mostly = 0.5;

const Geometry& shapeOf(const IncomingRow& row) {
    return row.further.empty() ? row.shape : row.further;
}

class RowMatcher {
public:
    RowMatcher(const Incoming& incoming, RowMatches& matches, const Progress& progress)
        : m_incoming(incoming), m_matches(matches), m_progress(progress) {
        m_matches.presentOf.assign(incoming.rows.size(), nobody);
        m_taken.resize(matches.present.size());
    }

    /// Pairs rows whose text is filled and unique on both sides.
    void byText(const std::function<std::string(const IncomingRow&)>& ofIncoming,
                const std::function<std::string(const PresentRow&)>& ofPresent,
                const std::function<bool(const IncomingRow&, const PresentRow&)>& plausible) {
        constexpr std::int64_t several = -2;
        std::map<std::string, std::int64_t, std::less<>> present;
        for (std::size_t i = 0; i < m_matches.present.size(); ++i) {
            const auto text = m_taken[i] ? std::string() : ofPresent(m_matches.present[i]);
            if (!text.empty()) {
                const auto [at, isNew] = present.emplace(text, static_cast<std::int64_t>(i));
                at->second = isNew ? at->second : several;
            }
        }
        std::map<std::string, std::int64_t, std::less<>> incoming;
        for (std::size_t i = 0; i < m_incoming.rows.size() && !present.empty(); ++i) {
            const auto text = isFree(i) ? ofIncoming(m_incoming.rows[i]) : std::string();
            if (!text.empty()) {
                const auto [at, isNew] = incoming.emplace(text, static_cast<std::int64_t>(i));
                at->second = isNew ? at->second : several;
            }
        }
        for (const auto& [text, row] : incoming) {
            const auto found = present.find(text);
            if (row == several || found == present.end() || found->second == several) {
                continue;
            }
            const auto& there = m_matches.present[static_cast<std::size_t>(found->second)];
            if (plausible(m_incoming.rows[static_cast<std::size_t>(row)], there)) {
                pair(static_cast<std::size_t>(row), static_cast<std::size_t>(found->second));
            }
        }
    }

    /// Pairs rows with the free one that has their text among its own, where there is just one.
    void byOneOf(const std::function<std::string(const IncomingRow&)>& ofIncoming,
                 const std::function<std::vector<std::string>(const PresentRow&)>& ofPresent) {
        std::multimap<std::string, std::size_t, std::less<>> present;
        for (std::size_t i = 0; i < m_matches.present.size(); ++i) {
            for (auto& text : m_taken[i] ? std::vector<std::string>() : ofPresent(m_matches.present[i])) {
                present.emplace(std::move(text), i);
            }
        }
        for (std::size_t i = 0; i < m_incoming.rows.size() && !present.empty(); ++i) {
            const auto text = isFree(i) ? ofIncoming(m_incoming.rows[i]) : std::string();
            const auto found = present.find(text);
            if (!text.empty() && present.count(text) == 1 && !m_taken[found->second]) {
                pair(i, found->second);
            }
        }
    }

    void prepareShapes() {
        std::vector<Box> boxes;
        for (const auto& row : m_matches.present) {
            boxes.push_back(row.further.empty() ? row.shape.box() : row.further.box());
        }
        m_tree = BoxTree(std::move(boxes));
    }

    [[nodiscard]] bool bySameShape() {
        return eachFree([&](std::size_t i) {
            const auto& row = m_incoming.rows[i];
            std::int64_t best = nobody;
            m_tree.query(shapeOf(row).box().grown(sameWithinM), [&](std::uint32_t candidate) {
                const auto& there = m_matches.present[candidate];
                if (m_taken[candidate] || !isSameShape(m_geos, shapeOf(row), shapeFor(row, there))) {
                    return true;
                }
                best = candidate;
                return there.key != row.key; // of several that lie on one another the one with the same key
            });
            if (best != nobody) {
                pair(i, static_cast<std::size_t>(best));
            }
        });
    }

    /// Pairs each row with the free one that covers it best, best pairs first.
    [[nodiscard]] bool byLikeness(double atLeast) {
        struct Candidate {
            double likeness;
            std::size_t row, present;
        };
        std::vector<Candidate> candidates;
        const bool whole = eachFree([&](std::size_t i) {
            const auto& row = m_incoming.rows[i];
            const bool isPoint = shapeOf(row).kind == ShapeKind::Point;
            constexpr double pointReachM = 20;
            m_tree.query(shapeOf(row).box().grown(isPoint ? pointReachM : 0), [&](std::uint32_t candidate) {
                if (!m_taken[candidate]) {
                    const double value =
                        likeness(m_geos, shapeOf(row), shapeFor(row, m_matches.present[candidate]));
                    if (value >= atLeast) {
                        candidates.push_back({value, i, candidate});
                    }
                }
                return true;
            });
        });
        std::ranges::stable_sort(candidates, std::greater(), &Candidate::likeness);
        for (const auto& candidate : candidates) {
            if (isFree(candidate.row) && !m_taken[candidate.present]) {
                pair(candidate.row, candidate.present);
            }
        }
        return whole;
    }

    /// A key counts only near by, since two files may number their rows alike; everywhere once rows found by
    /// their shapes have shown that the file is the same one.
    void byKey() {
        const bool proven = keysAgree();
        byText([](const IncomingRow& row) { return row.key; },
               [](const PresentRow& row) { return row.key; },
               [proven](const IncomingRow& row, const PresentRow& there) {
                   const auto box = shapeOf(row).box();
                   const auto other = shapeFor(row, there).box();
                   if (proven || box.empty() || other.empty()) {
                       return true;
                   }
                   constexpr double alwaysNearM = 100;
                   const double reachM = std::max(alwaysNearM, std::hypot(other.width(), other.height()));
                   return std::hypot(box.centre().x - other.centre().x, box.centre().y - other.centre().y) <=
                          reachM;
               });
    }

    void judge() {
        for (std::size_t i = 0; i < m_incoming.rows.size(); ++i) {
            m_matches.fates.push_back(fateOf(i));
        }
    }

    /// Present rows of the same source, or in the area of the file, that the file does not have. A file that
    /// meets nothing of the layer is another file, and nothing is gone.
    void findGone() {
        if (std::ranges::all_of(m_matches.presentOf, [](auto present) { return present == nobody; })) {
            return;
        }
        Box extent;
        for (const auto& row : m_incoming.rows) {
            extent.add(shapeOf(row).box());
        }
        for (std::size_t i = 0; i < m_matches.present.size(); ++i) {
            const auto& there = m_matches.present[i];
            const auto box = there.further.empty() ? there.shape.box() : there.further.box();
            if (!m_taken[i] && !there.retired && !box.empty() && extent.contains(box.centre())) {
                m_matches.gone.push_back(there.name);
            }
        }
    }

private:
    static const Geometry& shapeFor(const IncomingRow& row, const PresentRow& present) {
        return row.further.empty() ? present.shape : present.further;
    }

    /// True when nearly all pairs so far, and at least two, carry the same key on both sides.
    [[nodiscard]] bool keysAgree() const {
        std::size_t pairs = 0;
        std::size_t agreeing = 0;
        for (std::size_t i = 0; i < m_incoming.rows.size(); ++i) {
            if (!isFree(i)) {
                ++pairs;
                agreeing += m_incoming.rows[i].key == m_matches.present[presentAt(i)].key ? 1U : 0U;
            }
        }
        constexpr double nearlyAll = 0.9;
        return agreeing >= 2 && static_cast<double>(agreeing) >= nearlyAll * static_cast<double>(pairs);
    }

    [[nodiscard]] std::size_t presentAt(std::size_t row) const {
        return static_cast<std::size_t>(m_matches.presentOf[row]);
    }

    [[nodiscard]] bool isFree(std::size_t row) const { return m_matches.presentOf[row] == nobody; }

    void pair(std::size_t row, std::size_t present) {
        m_matches.presentOf[row] = static_cast<std::int64_t>(present);
        m_taken[present] = true;
    }

    /// \return false when the work was stopped
    bool eachFree(const std::function<void(std::size_t)>& act) {
        for (std::size_t i = 0; i < m_incoming.rows.size(); ++i) {
            if (m_progress.stopped()) {
                return false;
            }
            if (i % 512 == 0) {
                m_progress.at(static_cast<double>(i) / static_cast<double>(m_incoming.rows.size()),
                              "comparing");
            }
            if (isFree(i) && !shapeOf(m_incoming.rows[i]).empty()) {
                act(i);
            }
        }
        return true;
    }

    [[nodiscard]] RowFate fateOf(std::size_t i) const {
        const auto& row = m_incoming.rows[i];
        if (m_matches.presentOf[i] == nobody) {
            return RowFate::New;
        }
        const auto& there = m_matches.present[presentAt(i)];
        if (!shapeOf(row).empty() && !isSameShape(m_geos, shapeOf(row), shapeFor(row, there))) {
            return RowFate::ChangedShape;
        }
        return hasSameValues(row, there) ? RowFate::Same : RowFate::ChangedValues;
    }

    [[nodiscard]] bool hasSameValues(const IncomingRow& row, const PresentRow& there) const {
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            // the note may have grown by what planners wrote and by what fitted nowhere
            const bool isNote = m_incoming.columns[i]->name == "note";
            if (isNote ? there.note.find(toText(row.values[i])) == std::string::npos
                       : !saysNothingNew(row.values[i], there.values[i])) {
                return false;
            }
        }
        return there.note.find(row.kept) != std::string::npos;
    }

    const Incoming& m_incoming;
    RowMatches& m_matches;
    const Progress& m_progress;
    GeosContext m_geos;
    BoxTree m_tree;
    std::vector<bool> m_taken;
};

/// Position of a column among those the file fills, -1 when it does not.
std::int64_t positionOf(const Incoming& incoming, const Column* column) {
    const auto found = std::ranges::find(incoming.columns, column);
    return found == incoming.columns.end() ? nobody : found - incoming.columns.begin();
}

void matchByColumn(RowMatcher& matcher, std::int64_t position) {
    const auto index = static_cast<std::size_t>(position);
    matcher.byText([&](const IncomingRow& row) { return toText(row.values[index]); },
                   [&](const PresentRow& row) { return toText(row.values[index]); },
                   [](const IncomingRow&, const PresentRow&) { return true; });
}

/// Rows of a table have no place to be known by.
void matchByCalling(RowMatcher& matcher, const Incoming& incoming) {
    const auto number = positionOf(incoming, numberColumn(*incoming.layer));
    const auto name = positionOf(incoming, incoming.layer->column("name"));
    const auto nameOf = [name](const IncomingRow& row) {
        return name == nobody ? std::string()
                              : comparableName(toText(row.values[static_cast<std::size_t>(name)]));
    };
    const auto numberOf = [number](const auto& row) {
        return number == nobody ? std::string() : toText(row.values[static_cast<std::size_t>(number)]);
    };
    const auto ownName = [](const PresentRow& row) { return row.callNames.empty() ? "" : row.callNames[0]; };
    const auto always = [](const IncomingRow&, const PresentRow&) { return true; };
    const auto both = [](const std::string& numberText, const std::string& nameText) {
        return numberText.empty() || nameText.empty() ? std::string() : numberText + '\n' + nameText;
    };
    matcher.byText([&](const IncomingRow& row) { return both(numberOf(row), nameOf(row)); },
                   [&](const PresentRow& row) { return both(numberOf(row), ownName(row)); },
                   always);
    matcher.byText(nameOf, ownName, always);
    matcher.byOneOf(nameOf, [](const PresentRow& row) { return row.callNames; });
    matcher.byText(numberOf, numberOf, [&](const IncomingRow& row, const PresentRow& there) {
        constexpr std::size_t alikeBytes = 6; // two Chinese characters
        const std::string one = nameOf(row);
        const std::string other = ownName(there);
        return one.empty() || other.empty() || cutUtf8(one, alikeBytes) == cutUtf8(other, alikeBytes);
    });
}

void matchByUid(RowMatcher& matcher) {
    matcher.byText([](const IncomingRow& row) { return row.uid; },
                   [](const PresentRow& row) { return row.uid; },
                   [](const IncomingRow&, const PresentRow&) { return true; });
}

Result<void> matchByNames(RowMatcher& matcher, const Incoming& incoming, const std::string& match) {
    const auto& layer = *incoming.layer;
    if (match == "shape") {
        return {};
    }
    if (match.empty() || match == "uid") {
        matchByUid(matcher);
        if (incoming.isTable && match.empty()) {
            matchByCalling(matcher, incoming);
            return {};
        }
        const auto number = positionOf(incoming, numberColumn(layer));
        if (number != nobody && match.empty()) {
            matchByColumn(matcher, number);
        }
        return {};
    }
    const auto* column = layer.column(match);
    if (column == nullptr) {
        std::vector<std::string> names{"shape"};
        std::ranges::transform(layer.columns, std::back_inserter(names), &Column::name);
        const auto nearest = nearestName(match, names);
        return failure(ErrorCode::Usage,
                       std::format("{} has no column '{}' to match by{}",
                                   layer.name,
                                   match,
                                   nearest.empty() ? "." : "; did you mean '" + nearest + "'?"));
    }
    const auto position = positionOf(incoming, column);
    if (position == nobody && match != "source_key") {
        return failure(
            ErrorCode::Usage,
            std::format("No field of the file fills the column '{}' to match by; name one with --map "
                        "{}=FIELD.",
                        match,
                        match));
    }
    if (position != nobody) {
        matchByColumn(matcher, position);
    }
    return {};
}

} // namespace

std::int64_t RowMatches::count(RowFate fate) const {
    return std::ranges::count(fates, fate);
}

bool saysNothingNew(const Value& incoming, const Value& present) {
    if (isNull(incoming)) {
        return true;
    }
    const auto number = [](const Value& value) {
        const auto* whole = std::get_if<std::int64_t>(&value);
        const auto* real = std::get_if<double>(&value);
        return whole != nullptr  ? static_cast<double>(*whole)
               : real != nullptr ? *real
                                 : std::numeric_limits<double>::quiet_NaN();
    };
    const double one = number(incoming);
    const double other = number(present);
    if (!std::isnan(one) && !std::isnan(other)) {
        constexpr double sameRelative = 1e-9; // decimal text of a DBF
        return std::abs(one - other) <= sameRelative * std::max(std::abs(one), std::abs(other));
    }
    return toText(incoming) == toText(present);
}

const Column* numberColumn(const Layer& layer) {
    for (const std::string_view name : {"parcel_no", "block_no", "patch_no", "hoard_no", "code"}) {
        if (const auto* column = layer.column(name)) {
            return column;
        }
    }
    return nullptr;
}

Result<RowMatches>
matchRows(const Plan& plan, const Incoming& incoming, const std::string& match, const Progress& progress) {
    RowMatches matches;
    auto present = readPresentRows(plan, incoming);
    if (!present) {
        return std::unexpected(present.error());
    }
    matches.present = *std::move(present);
    RowMatcher matcher(incoming, matches, progress);
    if (auto named = matchByNames(matcher, incoming, match); !named) {
        return std::unexpected(named.error());
    }
    if (!matches.present.empty()) {
        matcher.prepareShapes();
        bool whole = matcher.bySameShape() && matcher.byLikeness(wholly);
        if (!incoming.isTable) { // the key of a table's row is its place on the sheet
            matcher.byKey();
        }
        whole = whole && matcher.byLikeness(mostly);
        if (!whole) {
            return failure(ErrorCode::Cancelled, "The import was stopped; nothing was written.");
        }
    }
    matcher.judge();
    matcher.findGone();
    return matches;
}

} // namespace tuban
