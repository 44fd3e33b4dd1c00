#include "app/cli/mark_scope_reader.h"

#include "geo/exchange/area_file.h"
#include "geo/plan/features.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <cmath>
#include <format>

namespace tuban {

namespace {

std::optional<double> numberOf(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    return whole && std::isfinite(number) && number >= 0 ? std::optional(number) : std::nullopt;
}

Result<double> chainage(std::string_view option, const std::string& text) {
    if (const auto metres = parseChainage(text)) {
        return *metres;
    }
    return failure(ErrorCode::Usage,
                   std::format("{} takes a chainage in metres (150) or as K0+150, not '{}'.", option, text));
}

Result<void> readStretch(const ScopeOptions& options, MarkDraft& draft) {
    if (options.from.empty() || options.to.empty()) {
        return failure(ErrorCode::Usage, "A stretch needs both --from and --to.");
    }
    const auto from = chainage("--from", options.from);
    const auto to = chainage("--to", options.to);
    if (!from || !to) {
        return std::unexpected(from ? to.error() : from.error());
    }
    draft.fromM = *from;
    draft.toM = *to;
    return {};
}

Result<void> addParcel(const std::string& name, const Plan& plan, Geometry& part) {
    const auto ref = parseFeatureRef(name, plan.catalogue());
    if (!ref) {
        return std::unexpected(ref.error());
    }
    const auto parcel = readFeature(plan, *ref);
    if (!parcel) {
        return std::unexpected(parcel.error());
    }
    if (parcel->geometry.kind != ShapeKind::Area || parcel->geometry.empty()) {
        return failure(ErrorCode::Usage, name + " has no area on the map.");
    }
    if (part.empty()) {
        part = parcel->geometry;
    } else {
        append(part, parcel->geometry);
    }
    return {};
}

} // namespace

void addScope(CLI::App& app, ScopeOptions& options, std::string& workLayer) {
    const std::string group = "Of less than the whole";
    app.add_option("--from", options.from, "Where the stretch of a line begins")
        ->type_name("CHAINAGE")
        ->group(group);
    app.add_option("--to", options.to, "Where it ends")->type_name("CHAINAGE")->group(group);
    app.add_option("--part", options.part, "The part of an area, as polygons of a GIS file")
        ->type_name("FILE")
        ->group(group);
    app.add_option(
           "--parcel", options.parcels, "The part of an area, as a feature of the plan; may be repeated")
        ->type_name("layer:uid")
        ->allow_extra_args(false)
        ->group(group);
    app.add_option("--work-layer",
                   workLayer,
                   "Layer of construction: clearance, pipes, subgrade, base, surface, footway, traffic, "
                   "lighting, greening")
        ->type_name("NAME")
        ->group(group);
}

Result<void> readScope(const ScopeOptions& options, const Plan& plan, MarkDraft& draft) {
    if (!options.from.empty() || !options.to.empty()) {
        if (auto read = readStretch(options, draft); !read) {
            return read;
        }
    }
    if (!options.part.empty()) {
        auto part = readAreaFile(options.part, "", plan.crs());
        if (!part) {
            return std::unexpected(part.error());
        }
        draft.part = std::move(*part);
    }
    for (const auto& parcel : options.parcels) {
        if (auto added = addParcel(parcel, plan, draft.part); !added) {
            return added;
        }
    }
    return {};
}

std::optional<double> parseChainage(std::string_view text) {
    const auto plus = text.find('+');
    if (plus == std::string_view::npos) {
        return numberOf(text);
    }
    if (text.empty() || (text.front() != 'K' && text.front() != 'k')) {
        return std::nullopt;
    }
    const auto kilometres = numberOf(text.substr(1, plus - 1));
    const auto metres = numberOf(text.substr(plus + 1));
    if (!kilometres || !metres || *metres >= 1000 || *kilometres != std::floor(*kilometres)) {
        return std::nullopt;
    }
    return *kilometres * 1000 + *metres;
}

std::string chainageText(double metres) {
    const double rounded = std::round(metres * 1000) / 1000;
    const double kilometres = std::floor(rounded / 1000);
    const double rest = rounded - kilometres * 1000;
    return rest == std::floor(rest) ? std::format("K{:.0f}+{:03.0f}", kilometres, rest)
                                    : std::format("K{:.0f}+{:07.3f}", kilometres, rest);
}

} // namespace tuban
