#include "geo/exchange/import.h"

#include "geo/exchange/import_write.h"
#include "geo/exchange/incoming.h"
#include "geo/exchange/plausibility.h"
#include "geo/exchange/row_match.h"

#include <filesystem>
#include <format>

namespace tuban {
namespace {

/// GDAL must never open a plan: closing it again would drop SQLite's locks on it.
Result<void> refusePlanItself(const Plan& plan, const std::string& source) {
    std::error_code failed;
    if (std::filesystem::equivalent(plan.path(), source, failed) && !failed) {
        return failure(ErrorCode::Usage, source + ": is the plan itself.");
    }
    return {};
}

/// A part of the whole work, as progress from `from` to `to`.
Progress part(const Progress& progress, double from, double to) {
    return {[&progress, from, to](double fraction, std::string_view step) {
                progress.at(from + fraction * (to - from), step);
            },
            progress.stop};
}

void count(const RowMatches& matches, ImportReport& report) {
    report.added = matches.count(RowFate::New);
    report.changedShape = matches.count(RowFate::ChangedShape);
    report.changedValues = matches.count(RowFate::ChangedValues);
    report.same = matches.count(RowFate::Same);
    report.gone = matches.gone;
}

std::unexpected<Error> wouldDouble(const ImportOptions& options, const ImportReport& report) {
    return failure(
        ErrorCode::Conflict,
        std::format("{}: {} holds {} of these features already with another shape and {} with other values "
                    "({} are the same, {} are new). Say what to do with them: --on-match replace takes the "
                    "file's, --on-match keep leaves the plan's; --dry-run lists them. Nothing was written.",
                    options.source,
                    options.layer,
                    report.changedShape,
                    report.changedValues,
                    report.same,
                    report.added));
}

} // namespace

Result<ImportReport> importFile(Plan& plan, const ImportOptions& options, const Progress& progress) {
    const auto layer = plan.catalogue().requireLayer(options.layer);
    if (!layer) {
        return std::unexpected(layer.error());
    }
    if (auto fine = refusePlanItself(plan, options.source); !fine) {
        return std::unexpected(fine.error());
    }
    auto source = openSource({.path = options.source,
                              .layer = options.sourceLayer,
                              .encoding = options.encoding,
                              .anyLayer = false,
                              .headingRow = options.headingRow,
                              .isHeading = headingScore(**layer)});
    if (!source) {
        return std::unexpected(source.error());
    }
    ImportReport report;
    report.layer = options.layer;
    const auto incoming = readIncoming(plan, **layer, *source, options, report, part(progress, 0, 0.4));
    if (!incoming) {
        return std::unexpected(incoming.error());
    }
    if (incoming->rows.empty() && !report.skipped.empty()) {
        return failure(ErrorCode::Unreadable,
                       std::format("{}: none of its {} features can be used. The first, feature {}: {}.",
                                   options.source,
                                   report.read,
                                   report.skipped.front().feature,
                                   report.skipped.front().reason));
    }
    const auto matches = matchRows(plan, *incoming, options.match, part(progress, 0.4, 0.6));
    if (!matches) {
        return std::unexpected(matches.error());
    }
    count(*matches, report);
    warnOfTheUnlikely(plan, *incoming, *matches, report);
    if (!options.where.empty()) {
        report.gone.clear(); // rows that the condition left out are not missing from the file
    }
    const bool changes = report.changedShape + report.changedValues > 0;
    if (options.dryRun) {
        return report;
    }
    if (changes && !options.onMatch && options.match.empty()) {
        return wouldDouble(options, report);
    }
    const bool replace = options.onMatch.value_or(OnMatch::Replace) == OnMatch::Replace;
    if (report.added == 0 && (!changes || !replace)) {
        return report;
    }
    const auto written =
        writeRows(plan, *incoming, *matches, replace, options, report, part(progress, 0.6, 1));
    if (!written) {
        return std::unexpected(written.error());
    }
    report.written = *written;
    return report;
}

} // namespace tuban
