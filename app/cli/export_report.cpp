#include "app/cli/export_report.h"

#include "app/cli/figures.h"
#include "app/cli/table.h"

namespace tuban {

Json exportDocument(const ExportReport& report) {
    Json document{{"format", report.format}, {"files", report.files}, {"layers", Json::array()}};
    for (const auto& layer : report.layers) {
        Json names = Json::object();
        for (const auto& [column, field] : layer.names) {
            names[column] = field;
        }
        Json losses = Json::array();
        for (const auto& loss : layer.losses) {
            losses.push_back({{"feature", loss.feature}, {"column", loss.column}, {"what", loss.what}});
        }
        document["layers"].push_back({{"name", layer.name},
                                      {"written", layer.written},
                                      {"names", std::move(names)},
                                      {"losses", std::move(losses)},
                                      {"verified", layer.verified}});
    }
    return document;
}

std::string exportText(const ExportReport& report) {
    using enum Table::Align;
    Table layers({{"layer"}, {"written", Right}, {"lost values", Right}, {"read back"}});
    Table losses({{"feature"}, {"column"}, {"what was lost"}});
    bool lost = false;
    for (const auto& layer : report.layers) {
        layers.addRow({layer.name,
                       grouped(layer.written),
                       std::to_string(layer.losses.size()),
                       layer.verified ? "equal" : "not compared"});
        for (const auto& loss : layer.losses) {
            losses.addRow({loss.feature, loss.column, loss.what});
            lost = true;
        }
    }
    std::string text = layers.text() + (lost ? "\n" + losses.text() : "") + "\nfiles\n";
    for (const std::string& file : report.files) {
        text += "  " + printable(file) + "\n";
    }
    return text;
}

Json verifyDocument(const VerifyReport& report) {
    Json document{{"equal", report.equal}, {"layers", Json::array()}};
    for (const auto& layer : report.layers) {
        Json differences = Json::array();
        for (const auto& difference : layer.differences) {
            differences.push_back({{"feature", difference.feature},
                                   {"column", difference.column},
                                   {"plan", difference.plan},
                                   {"file", difference.file}});
        }
        document["layers"].push_back({{"name", layer.name},
                                      {"count", {layer.countPlan, layer.countFile}},
                                      {"area_m2", {layer.areaPlanM2, layer.areaFileM2}},
                                      {"differences", std::move(differences)}});
    }
    return document;
}

std::string verifyText(const VerifyReport& report) {
    using enum Table::Align;
    Table layers({{"layer"},
                  {"in the plan", Right},
                  {"in the file", Right},
                  {"m² in the plan", Right},
                  {"m² in the file", Right},
                  {"differences", Right}});
    Table differences({{"feature"}, {"column"}, {"plan"}, {"file"}});
    bool differs = false;
    for (const auto& layer : report.layers) {
        layers.addRow({layer.name,
                       grouped(layer.countPlan),
                       grouped(layer.countFile),
                       grouped(layer.areaPlanM2, 2),
                       grouped(layer.areaFileM2, 2),
                       std::to_string(layer.differences.size())});
        for (const auto& difference : layer.differences) {
            differences.addRow({difference.feature, difference.column, difference.plan, difference.file});
            differs = true;
        }
    }
    return (report.equal ? "equal\n\n" : "not equal\n\n") + layers.text() +
           (differs ? "\n" + differences.text() : "");
}

} // namespace tuban
