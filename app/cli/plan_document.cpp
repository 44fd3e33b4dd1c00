#include "app/cli/plan_document.h"

#include <format>

namespace tuban {

Json planDocument(const Plan& plan) {
    // An older plan is migrated as it is opened and a newer one refused, so an open plan has our version.
    return {{"path", plan.path()},
            {"name", plan.name()},
            {"crs", plan.crs().code()},
            {"schema_version", currentSchemaVersion}};
}

std::string planHeading(const Plan& plan, std::string_view language) {
    return std::format(
        "{}  {}\n{}  {}\n", plan.name(), plan.path(), plan.crs().code(), plan.crs().shortName(language));
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
