#include "geo/plan/qgis_style.h"

#include "geo/plan/qgis_symbol.h"

#include <format>
#include <utility>

namespace tuban {

namespace {

/// Classes of a categorized renderer and their symbols.
struct Classes {
    std::string categories;
    std::string symbols;
    std::size_t count = 0;

    void add(const std::string& value,
             const std::string& label,
             std::string_view type,
             const std::string& symbol) {
        categories += std::format(R"(<category type="{}" value="{}" symbol="{}" label="{}"/>)",
                                  type,
                                  xmlEscaped(value),
                                  count++,
                                  xmlEscaped(label));
        symbols += symbol;
    }
    [[nodiscard]] std::string next() const { return std::to_string(count); }
};

std::string categorized(const Classes& classes, std::string_view attribute) {
    return std::format(
        R"(<renderer-v2 type="categorizedSymbol" attr="{}" symbollevels="0" enableorderby="0">)"
        "<categories>{}</categories><symbols>{}</symbols></renderer-v2>",
        xmlEscaped(attribute),
        classes.categories,
        classes.symbols);
}

std::string singleSymbol(const Layer& layer, ShapeKind kind) {
    return std::format(
        R"(<renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0"><symbols>{}</symbols>)"
        "</renderer-v2>",
        qgisSymbol("0", kind, symbolColour(layer.colour), true));
}

/// The same four digits mean different things in different schemes, so a class is named by both.
std::string landUseRenderer(const Catalogue& catalogue, std::string_view language) {
    Classes classes;
    for (const LandUse& use : catalogue.landUses()) {
        classes.add(use.scheme + ":" + use.code,
                    use.code + " " + use.name.in(language),
                    "string",
                    qgisSymbol(classes.next(), ShapeKind::Area, {use.red, use.green, use.blue}));
    }
    const LocalText other{"未定用途", "No land use"};
    classes.add(
        "NULL", other.in(language), "NULL", qgisSymbol(classes.next(), ShapeKind::Area, {226, 226, 220}));
    return categorized(classes, R"("lu_scheme" || ':' || "lu_code")");
}

std::string stageRenderer(const Layer& layer, std::string_view language) {
    Classes classes;
    const SymbolColour hue = symbolColour(layer.colour);
    for (const Stage& stage : layer.stages) {
        const bool done = stage.means == Stage::Means::InService || stage.means == Stage::Means::Closed;
        const SymbolColour colour = stepColour(hue, classes.count, layer.stages.size());
        classes.add(stage.code,
                    stage.label.in(language),
                    "string",
                    qgisSymbol(classes.next(), layer.geometry, colour, !done));
    }
    const LocalText other{"阶段未填", "No stage"};
    classes.add("NULL",
                other.in(language),
                "NULL",
                qgisSymbol(classes.next(), layer.geometry, {168, 174, 178}, true));
    return categorized(classes, "stage");
}

std::string renderer(const Layer& layer, const Catalogue& catalogue, std::string_view language) {
    if (layer.style == "land_use") {
        return landUseRenderer(catalogue, language);
    }
    return layer.style == "stage" ? stageRenderer(layer, language) : singleSymbol(layer, layer.geometry);
}

std::string valueMap(const Domain& domain, std::string_view language) {
    std::string items;
    for (const DomainItem& item : domain.items) {
        items += std::format(R"(<Option type="Map"><Option type="QString" name="{}" value="{}"/></Option>)",
                             xmlEscaped(item.label.in(language)),
                             xmlEscaped(item.code));
    }
    return std::format(
        R"(<editWidget type="ValueMap"><config><Option type="Map"><Option type="List" name="map">{})"
        "</Option></Option></config></editWidget>",
        items);
}

/// How QGIS shows and edits a column.
std::string editWidget(const Column& column, const Catalogue& catalogue, std::string_view language) {
    if (column.role == ColumnRole::Internal) {
        return R"(<editWidget type="Hidden"><config><Option/></config></editWidget>)";
    }
    if (column.type == ColumnType::Flag) {
        return R"(<editWidget type="CheckBox"><config><Option type="Map">)"
               R"(<Option type="QString" name="CheckedState" value="1"/>)"
               R"(<Option type="QString" name="UncheckedState" value="0"/></Option></config></editWidget>)";
    }
    if (const Domain* domain = catalogue.domain(column.domain)) {
        return valueMap(*domain, language);
    }
    return R"(<editWidget type="TextEdit"><config><Option/></config></editWidget>)";
}

std::string titleWithUnit(const Column& column, std::string_view language) {
    const std::string& title = column.title.in(language);
    return column.unit.empty() ? title : std::format("{} ({})", title, column.unit);
}

std::string fields(const Layer& layer, const Catalogue& catalogue, std::string_view language) {
    std::string widgets;
    std::string aliases;
    std::string editable;
    for (const Column& column : layer.columns) {
        widgets += std::format(R"(<field name="{}" configurationFlags="None">{}</field>)",
                               column.name,
                               editWidget(column, catalogue, language));
        aliases += std::format(
            R"(<alias field="{}" name="{}"/>)", column.name, xmlEscaped(titleWithUnit(column, language)));
        editable += std::format(
            R"(<field name="{}" editable="{}"/>)", column.name, column.role == ColumnRole::Plain ? 1 : 0);
    }
    return std::format(
        "<fieldConfiguration>{}</fieldConfiguration><aliases>{}</aliases><editable>{}</editable>"
        "<previewExpression>\"{}\"</previewExpression>",
        widgets,
        aliases,
        editable,
        layer.labelColumn);
}

std::string document(const std::string& content) {
    return R"(<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>)"
           R"(<qgis version="3.40.0" styleCategories="Symbology|Fields|Forms">)" +
           content + "</qgis>";
}

} // namespace

std::string qgisStyle(const Layer& layer, const Catalogue& catalogue, std::string_view language) {
    return document(renderer(layer, catalogue, language) + fields(layer, catalogue, language));
}

std::string qgisStyle(const Layer& layer, const Layer::Companion& companion, std::string_view language) {
    const LocalText owner{"所属对象", "Belongs to"};
    return document(
        singleSymbol(layer, companion.geometry) +
        std::format(R"(<aliases><alias field="of_uid" name="{}"/></aliases>)", owner.in(language)));
}

} // namespace tuban
