#include "geo/works/mark_log.h"

#include "geo/shape/blob.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <unordered_set>
#include <utility>

namespace tuban {

namespace {

constexpr std::string_view selectMarks =
    "SELECT uid, root_uid, recorded_at, void, subject, subject_uid, stage, percent, state, on_date, "
    "work_layer, "
    "from_m, to_m, NULL FROM progress_mark WHERE ?1 = '' OR recorded_at <= ?1";

struct Written {
    std::string uid;
    std::string recordedAt;
    WorkMark mark;
};

bool writtenLater(const Written& one, const Written& other) {
    return std::tie(one.recordedAt, one.uid) > std::tie(other.recordedAt, other.uid);
}

bool newer(const Written& one, const Written& other) {
    return one.mark.onDate != other.mark.onDate ? one.mark.onDate > other.mark.onDate
                                                : writtenLater(one, other);
}

} // namespace

/// Puts the log together from the rows.
struct MarkLog::Reader {
    struct ChainEnd {
        Written written;
        const Layer* layer = nullptr;
        std::string subjectUid;
        bool isVoid = false;
    };

    const Plan& plan;
    std::string knownBy;
    std::unordered_set<std::string> chains;          ///< roots of marks that were corrected
    std::unordered_map<std::string, Geometry> parts; ///< by uid of the mark
    std::unordered_map<std::string, ChainEnd> ends;  ///< of chains, by root
    std::map<std::string, std::unordered_map<std::string, std::vector<Written>>, std::less<>> live;

    Result<void> readChains() {
        Statement rows(plan.database(),
                       "SELECT DISTINCT root_uid FROM progress_mark WHERE corrects IS NOT NULL");
        for (auto row = rows.step(); !row || *row; row = rows.step()) {
            if (!row) {
                return std::unexpected(row.error());
            }
            chains.emplace(rows.text(0));
        }
        return {};
    }

    Result<void> readParts() {
        Statement rows(plan.database(), "SELECT mark_uid, geom FROM mark_extent WHERE geom IS NOT NULL");
        for (auto row = rows.step(); !row || *row; row = rows.step()) {
            if (!row) {
                return std::unexpected(row.error());
            }
            auto shape = decodeBlob(rows.blob(1));
            if (!shape) {
                return within("the part of mark " + std::string(rows.text(0)), shape.error());
            }
            parts.emplace(rows.text(0), std::move(shape->geometry));
        }
        return {};
    }

    Result<void> readMarks() {
        Statement rows(plan.database(), selectMarks);
        rows.bind(1, knownBy);
        for (auto row = rows.step(); !row || *row; row = rows.step()) {
            if (!row) {
                return std::unexpected(row.error());
            }
            if (auto taken = take(rows); !taken) {
                return taken;
            }
        }
        return {};
    }

    Result<void> take(const Statement& row) {
        const Layer* const layer = plan.catalogue().layer(row.text(4));
        if (layer == nullptr) {
            return {}; // of a layer that this program does not know
        }
        auto mark = workMarkOf(*layer, row, 6);
        if (!mark) {
            return std::unexpected(mark.error());
        }
        Written written{std::string(row.text(0)), std::string(row.text(2)), std::move(*mark)};
        if (const auto part = parts.find(written.uid); part != parts.end()) {
            written.mark.said.part = part->second;
        }
        std::string root(row.text(1));
        if (!chains.empty() && chains.contains(root)) {
            offer(std::move(root),
                  {std::move(written), layer, std::string(row.text(5)), row.integer(3) != 0});
        } else {
            live[layer->name][std::string(row.text(5))].push_back(std::move(written));
        }
        return {};
    }

    void offer(std::string root, ChainEnd end) {
        const auto [place, added] = ends.try_emplace(std::move(root), end);
        if (!added && writtenLater(end.written, place->second.written)) {
            place->second = std::move(end);
        }
    }

    void takeChainEnds() {
        for (auto& [root, end] : ends) {
            if (!end.isVoid) {
                live[end.layer->name][end.subjectUid].push_back(std::move(end.written));
            }
        }
    }

    void fill(MarkLog& log) {
        for (auto& [layer, features] : live) {
            auto& ofLayer = log.m_marks[layer];
            ofLayer.reserve(features.size());
            for (auto& [uid, written] : features) {
                std::ranges::sort(written, newer);
                auto& marks = ofLayer[uid];
                marks.reserve(written.size());
                for (auto& each : written) {
                    if (!each.mark.said.part.empty()) {
                        log.m_withParts.insert(layer);
                    }
                    marks.push_back(std::move(each.mark));
                }
            }
        }
    }
};

Result<MarkLog> MarkLog::read(const Plan& plan, std::string_view knownBy) {
    Reader reader{
        .plan = plan, .knownBy = std::string(knownBy), .chains = {}, .parts = {}, .ends = {}, .live = {}};
    auto done = reader.readChains();
    done = done ? reader.readParts() : done;
    done = done ? reader.readMarks() : done;
    if (!done) {
        return std::unexpected(done.error());
    }
    reader.takeChainEnds();
    MarkLog log;
    reader.fill(log);
    return log;
}

std::span<const WorkMark> MarkLog::upTo(const FeatureRef& feature, std::string_view day) const {
    const auto layer = m_marks.find(feature.layer);
    if (layer == m_marks.end()) {
        return {};
    }
    const auto marks = layer->second.find(feature.uid);
    if (marks == layer->second.end()) {
        return {};
    }
    const auto first = std::ranges::find_if(
        marks->second, [&](const WorkMark& mark) { return std::string_view(mark.onDate) <= day; });
    return std::span(marks->second).subspan(static_cast<std::size_t>(first - marks->second.begin()));
}

} // namespace tuban
