#include "app/cli/import_report.h"

#include "app/cli/figures.h"
#include "app/cli/table.h"

#include <algorithm>
#include <format>

namespace tuban {

namespace {

Json skippedDocument(const ImportReport& report) {
    Json list = Json::array();
    for (const auto& skipped : report.skipped) {
        list.push_back({{"feature", skipped.feature}, {"reason", skipped.reason}});
    }
    return list;
}

Json repairedDocument(const ImportReport& report) {
    Json list = Json::array();
    for (const auto& repaired : report.repaired) {
        list.push_back({{"feature", repaired.feature},
                        {"what", repaired.what},
                        {"area_change_m2", repaired.areaChangeM2}});
    }
    return list;
}

Json unmatchedDocument(const ImportReport& report) {
    Json list = Json::array();
    for (const auto& value : report.unmatched) {
        list.push_back({{"column", value.column}, {"value", value.value}, {"count", value.count}});
    }
    return list;
}

Json mappingDocument(const ImportReport& report) {
    Json mapping = Json::object();
    for (const auto& [column, field] : report.mapping) {
        mapping[column] = field;
    }
    return mapping;
}

// Long lists are cut for people; the JSON document has them whole.
constexpr std::size_t rowsShown = 20;

std::string cutNote(std::size_t count) {
    return count > rowsShown ? std::format("… and {} more (all with --json)\n",
                                           grouped(static_cast<std::int64_t>(count - rowsShown)))
                             : std::string();
}

std::string skippedTable(const ImportReport& report) {
    Table table({{"skipped feature"}, {"reason"}});
    for (std::size_t index = 0; index < std::min(report.skipped.size(), rowsShown); ++index) {
        table.addRow({report.skipped[index].feature, report.skipped[index].reason});
    }
    return "\n" + table.text() + cutNote(report.skipped.size());
}

std::string repairedTable(const ImportReport& report) {
    Table table({{"repaired feature"}, {"what"}, {"area change m²", Table::Align::Right}});
    for (std::size_t index = 0; index < std::min(report.repaired.size(), rowsShown); ++index) {
        const auto& repaired = report.repaired[index];
        table.addRow({repaired.feature, repaired.what, grouped(repaired.areaChangeM2, 2)});
    }
    return "\n" + table.text() + cutNote(report.repaired.size());
}

std::string unmatchedTable(const ImportReport& report) {
    Table table({{"column"}, {"value not known, kept as delivered"}, {"count", Table::Align::Right}});
    for (std::size_t index = 0; index < std::min(report.unmatched.size(), rowsShown); ++index) {
        const auto& value = report.unmatched[index];
        table.addRow({value.column, value.value, grouped(value.count)});
    }
    return "\n" + table.text() + cutNote(report.unmatched.size());
}

} // namespace

Json importDocument(const ImportReport& report) {
    return {{"source", report.source},
            {"driver", report.driver},
            {"layer", report.layer},
            {"source_layer", report.sourceLayer},
            {"read", report.read},
            {"written", report.written},
            {"skipped", skippedDocument(report)},
            {"repaired", repairedDocument(report)},
            {"crs", {{"code", report.crsCode}, {"from", report.crsFrom}}},
            {"encoding", {{"name", report.encodingName}, {"from", report.encodingFrom}}},
            {"mapping", mappingDocument(report)},
            {"new", report.added},
            {"changed_shape", report.changedShape},
            {"changed_values", report.changedValues},
            {"same", report.same},
            {"gone", report.gone},
            {"unmatched", unmatchedDocument(report)},
            {"warnings", report.warnings}};
}

std::string importText(const ImportReport& report) {
    std::string mapping;
    for (const auto& [column, field] : report.mapping) {
        mapping += std::format("{}{}={}", mapping.empty() ? "" : ", ", column, printable(field));
    }
    std::string text = std::format("{} ({}, {}) into {}\n"
                                   "system    {} (from {})\n"
                                   "encoding  {} (from {})\n"
                                   "columns   {}\n"
                                   "read {}, new {}, changed shape {}, changed values {}, same {}, gone {}, "
                                   "skipped {}, repaired {}\n",
                                   printable(report.source),
                                   report.driver,
                                   printable(report.sourceLayer),
                                   report.layer,
                                   printable(report.crsCode),
                                   report.crsFrom,
                                   report.encodingName,
                                   report.encodingFrom,
                                   mapping.empty() ? "none" : mapping,
                                   grouped(report.read),
                                   grouped(report.added),
                                   grouped(report.changedShape),
                                   grouped(report.changedValues),
                                   grouped(report.same),
                                   report.gone.size(),
                                   report.skipped.size(),
                                   report.repaired.size());
    text += report.skipped.empty() ? "" : skippedTable(report);
    text += report.repaired.empty() ? "" : repairedTable(report);
    text += report.unmatched.empty() ? "" : unmatchedTable(report);
    return text;
}

} // namespace tuban
