#include "app/cli/plan_document.h"

#include <format>

namespace tuban {

Json planDocument(const Plan& plan) {
    // An older plan is migrated as it is opened and a newer one refused, so an open plan has our version.
    const auto stamp = plan.fact("stamp");
    return {{"path", plan.path()},
            {"name", plan.name()},
            {"crs", plan.crs().code()},
            {"schema_version", currentSchemaVersion},
            {"today", plan.today()},
            {"stamp", stamp ? Json(*stamp) : Json(nullptr)}};
}

std::string planHeading(const Plan& plan, std::string_view language) {
    std::string heading = std::format(
        "{}  {}\n{}  {}\n", plan.name(), plan.path(), plan.crs().code(), plan.crs().shortName(language));
    if (plan.hasOwnClock()) {
        heading += std::format("{}  {}\n", plan.today(), plan.fact("stamp").value_or(""));
    }
    return heading;
}

Json entryDocument(const JournalEntry& entry) {
    const auto textOrNull = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
    return {{"uid", entry.uid},
            {"at", entry.at},
            {"by", entry.by},
            {"kind", entry.kind},
            {"what", entry.what},
            {"layer", textOrNull(entry.layer)},
            {"features", entry.features},
            {"undone", entry.undone},
            {"undoes", textOrNull(entry.undoes)}};
}

} // namespace tuban
