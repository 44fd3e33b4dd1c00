#include "geo/plan/plan.h"

#include "geo/base/instant.h"
#include "geo/plan/audit.h"
#include "geo/plan/plan_template.h"
#include "geo/plan/publish.h"

#include <cassert>
#include <charconv>
#include <filesystem>
#include <utility>

namespace tuban {

struct Plan::Parts {
    std::optional<Database> database; // empty once closed
    Catalogue catalogue;
    Crs crs;
};

namespace {

Result<std::int64_t> pragmaNumber(const Database& database, std::string_view sql) {
    Statement pragma(database, sql);
    const auto row = pragma.step();
    if (!row) {
        return std::unexpected(row.error());
    }
    return *row ? pragma.integer(0) : 0;
}

Result<std::optional<std::string>> readFact(const Database& database, std::string_view key) {
    Statement fact(database, "SELECT value FROM workspace WHERE key = ?1");
    const auto row = fact.bind(1, key).step();
    if (!row) {
        return std::unexpected(row.error());
    }
    return *row ? std::optional(std::string(fact.text(0))) : std::nullopt;
}

/// That the file says it is a plan, of a version we know.
Result<void> checkHead(const Database& database) {
    const std::string file = std::filesystem::path(database.path()).filename().string();
    const auto application = pragmaNumber(database, "PRAGMA application_id");
    const auto version = pragmaNumber(database, "PRAGMA user_version");
    if (!application || !version) {
        return std::unexpected(application ? version.error() : application.error());
    }
    if (*application != planApplicationId) {
        return failure(ErrorCode::NotAPlan,
                       file + ": it is a database but not a plan; import its layers into a plan instead");
    }
    if (*version > currentSchemaVersion) {
        return failure(ErrorCode::NewerPlan,
                       file + ": the plan was made by a newer Tuban (version " + std::to_string(*version) +
                           " of the file, this program knows " + std::to_string(currentSchemaVersion) +
                           "); update Tuban to open it");
    }
    if (*version < 1) {
        return failure(ErrorCode::Corrupt, file + ": the plan does not say which version it has");
    }
    return {};
}

Result<Crs> readCrs(const Database& database) {
    const auto srid = readFact(database, "srid");
    if (!srid) {
        return std::unexpected(srid.error());
    }
    if (!*srid) {
        return failure(ErrorCode::Corrupt, database.path() + ": the plan does not name its reference system");
    }
    return crsFromText("EPSG:" + **srid);
}

/// Every check of an existing file, on a connection that cannot change it. \return the plan's CRS
Result<Crs> checkPlan(const Database& database, const Catalogue& catalogue) {
    if (const auto head = checkHead(database); !head) {
        return std::unexpected(head.error());
    }
    auto crs = readCrs(database);
    if (!crs) {
        return crs;
    }
    if (const auto audited = auditSchema(database, catalogue, crs->epsg); !audited) {
        return std::unexpected(audited.error());
    }
    return crs;
}

Result<Crs> projectedInMetres(const std::string& text) {
    auto crs = crsFromText(text);
    if (crs && (crs->geographic || crs->epsg <= 0)) {
        return failure(
            ErrorCode::BadCrs,
            text + ": a plan needs a projected system in metres with an EPSG code, such as EPSG:4547");
    }
    return crs;
}

} // namespace

Result<Plan> Plan::create(const std::string& path, const NewPlan& options) {
    const std::string absolute = std::filesystem::absolute(path).lexically_normal().string();
    std::error_code error;
    if (std::filesystem::exists(absolute, error)) {
        return failure(ErrorCode::Unwritable, absolute + ": there is a file already; choose another name");
    }
    const auto crs = projectedInMetres(options.crs);
    auto catalogue = Catalogue::load();
    if (!crs || !catalogue) {
        return std::unexpected(crs ? catalogue.error() : crs.error());
    }
    const std::string name =
        options.name.empty() ? std::filesystem::path(path).stem().string() : options.name;
    const std::string unfinished = unfinishedName(absolute);
    if (const auto written = writeNewPlan(unfinished, name, *crs, *catalogue); !written) {
        removeUnfinished(unfinished);
        return within(absolute, written.error());
    }
    if (const auto published = publishFile(unfinished, absolute); !published) {
        return std::unexpected(published.error());
    }
    return open(absolute, OpenMode::ReadWrite);
}

Result<Plan> Plan::open(const std::string& path, OpenMode mode, int busyTimeoutMs) {
    auto catalogue = Catalogue::load();
    if (!catalogue) {
        return std::unexpected(catalogue.error());
    }
    auto reading = Database::open(path, OpenMode::ReadOnly, busyTimeoutMs);
    if (!reading) {
        return std::unexpected(reading.error());
    }
    auto crs = checkPlan(*reading, *catalogue);
    if (!crs) {
        return std::unexpected(crs.error());
    }
    auto database = mode == OpenMode::ReadOnly ? std::move(reading)
                                               : Database::open(path, OpenMode::ReadWrite, busyTimeoutMs);
    if (!database) {
        return std::unexpected(database.error());
    }
    auto parts = std::make_unique<Parts>();
    parts->database = std::move(*database);
    parts->catalogue = std::move(*catalogue);
    parts->crs = std::move(*crs);
    return Plan(std::move(parts));
}

Plan::Plan(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
Plan::Plan(Plan&&) noexcept = default;
Plan& Plan::operator=(Plan&&) noexcept = default;

Plan::~Plan() {
    if (m_parts != nullptr) {
        // Reporting is close()'s; without it the log stays beside the plan and nothing is lost.
        [[maybe_unused]] const auto closed = close();
    }
}

Result<void> Plan::close() {
    if (!m_parts->database) {
        return {};
    }
    Result<void> checkpointed;
    if (!m_parts->database->readOnly()) {
        checkpointed = m_parts->database->execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    m_parts->database.reset();
    return checkpointed;
}

const Database& Plan::database() const {
    assert(m_parts->database);
    return *m_parts->database;
}

const Catalogue& Plan::catalogue() const {
    return m_parts->catalogue;
}

const Crs& Plan::crs() const {
    return m_parts->crs;
}

std::string Plan::name() const {
    return fact("name").value_or(std::filesystem::path(path()).stem().string());
}

std::string Plan::path() const {
    return database().path();
}

std::string Plan::today() const {
    return fact("today").value_or(todayLocal());
}

bool Plan::hasOwnClock() const {
    return fact("today").has_value();
}

std::optional<std::string> Plan::fact(std::string_view key) const {
    return readFact(database(), key).value_or(std::nullopt);
}

Result<void> Plan::setFact(std::string_view key, std::string_view value) {
    Statement upsert(database(),
                     "INSERT INTO workspace(key, value) VALUES (?1, ?2) "
                     "ON CONFLICT(key) DO UPDATE SET value = excluded.value");
    return upsert.bind(1, key).bind(2, value).run();
}

} // namespace tuban
