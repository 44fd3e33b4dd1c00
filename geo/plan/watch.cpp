#include "geo/plan/watch.h"

namespace tuban {

namespace {

Result<std::int64_t> readNumber(const Plan& plan, std::string_view sql) {
    Statement statement(plan.database(), sql);
    const auto row = statement.step();
    if (!row) {
        return std::unexpected(row.error());
    }
    return *row ? statement.integer(0) : 0;
}

} // namespace

Result<std::int64_t> dataVersion(const Plan& plan) {
    return readNumber(plan, "PRAGMA data_version");
}

Result<PlanPulse> readPulse(const Plan& plan) {
    PlanPulse pulse;
    const auto journal = readNumber(plan, "SELECT coalesce(max(id), 0) FROM journal");
    const auto marks = readNumber(plan, "SELECT coalesce(max(id), 0) FROM progress_mark");
    if (!journal || !marks) {
        return std::unexpected(!journal ? journal.error() : marks.error());
    }
    pulse.journal = *journal;
    pulse.marks = *marks;
    Statement stamps(plan.database(),
                     "SELECT f_table_name, last_insert || '/' || last_update || '/' || last_delete "
                     "FROM geometry_columns_time");
    while (true) {
        const auto row = stamps.step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return pulse;
        }
        pulse.tables[std::string(stamps.text(0))] = std::string(stamps.text(1));
    }
}

std::vector<std::string> tablesChanged(const PlanPulse& before, const PlanPulse& after) {
    std::vector<std::string> changed;
    for (const auto& [table, stamp] : after.tables) {
        const auto old = before.tables.find(table);
        if (old == before.tables.end() || old->second != stamp) {
            changed.push_back(table);
        }
    }
    return changed;
}

} // namespace tuban
