#include "geo/plan/catalogue.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace tuban;

namespace {

const Catalogue& catalogue() {
    static const Catalogue loaded = Catalogue::load().value();
    return loaded;
}

const Column& column(std::string_view layer, std::string_view name) {
    return *catalogue().layer(layer)->column(name);
}

} // namespace

TEST_CASE("the catalogue loads the fifteen layers in their order") {
    std::vector<std::string> names;
    for (const Layer& layer : catalogue().layers()) {
        names.push_back(layer.name);
    }
    CHECK(names == std::vector<std::string>{"parcel",
                                            "plan_block",
                                            "survey_patch",
                                            "area_unit",
                                            "renewal_zone",
                                            "road_project",
                                            "utility_line",
                                            "parking_site",
                                            "park_site",
                                            "eco_corridor",
                                            "hoarding",
                                            "key_project",
                                            "project_part",
                                            "facility",
                                            "issue"});
}

TEST_CASE("short names are ASCII of at most ten bytes and unique in their layer") {
    for (const Layer& layer : catalogue().layers()) {
        std::set<std::string> seen;
        for (const Column& each : layer.columns) {
            INFO(layer.name << "." << each.name);
            CHECK(each.shortName.size() <= 10);
            CHECK(std::ranges::all_of(each.shortName, [](char c) { return c > ' ' && c < 0x7F; }));
            CHECK(seen.insert(lowerAscii(each.shortName)).second);
        }
    }
}

TEST_CASE("labels and titles lead back to their codes and columns in both languages") {
    for (const Layer& layer : catalogue().layers()) {
        for (const Column& each : layer.columns) {
            INFO(layer.name << "." << each.name);
            for (const auto& name : {each.name, each.title.zh, each.title.en, each.shortName}) {
                CHECK(layer.columnByAnyName(name) == &each);
            }
            const Domain* domain = catalogue().domain(each.domain);
            for (const DomainItem& item : domain == nullptr ? std::vector<DomainItem>() : domain->items) {
                for (const char* language : {"zh", "en"}) {
                    CHECK(domain->codeOf(catalogue().label(each, item.code, language)) == item.code);
                }
            }
        }
    }
}

TEST_CASE("aliases of a domain name one item each") {
    for (const Layer& layer : catalogue().layers()) {
        for (const Column& each : layer.columns) {
            const Domain* domain = catalogue().domain(each.domain);
            for (const DomainItem& item : domain == nullptr ? std::vector<DomainItem>() : domain->items) {
                for (const std::string& alias : item.aliases) {
                    INFO(domain->name << ": " << alias);
                    CHECK(domain->codeOf(alias) == item.code);
                }
            }
        }
    }
}

TEST_CASE("fields of the third survey and of cadastres find their columns") {
    const auto columnOf = [](std::string_view layer, std::string_view field) {
        const Column* found = catalogue().layer(layer)->columnByAnyName(field);
        return found == nullptr ? std::string() : found->name;
    };
    // The 29 fields of DLTB that hold something of a patch; BSM is the key in the source.
    for (const char* field :
         {"BSM",    "YSDM",   "TBYBH",  "TBBH",   "DLBM",   "DLMC",  "QSXZ",   "QSDWDM", "QSDWMC",
          "ZLDWDM", "ZLDWMC", "TBMJ",   "KCDLBM", "KCXS",   "KCMJ",  "TBDLMJ", "GDLX",   "GDPDJB",
          "XZDWKD", "TBXHDM", "TBXHMC", "ZZSXDM", "ZZSXMC", "GDDB",  "FRDBS",  "CZCSXM", "SJNF",
          "MSSM",   "HDMC",   "BZ",     "TKXS",   "XZDWMJ", "LXDWMJ"}) {
        INFO(field);
        CHECK_FALSE(columnOf("survey_patch", field).empty());
    }
    CHECK(columnOf("parcel", "contenance") == "area_legal_m2");
    CHECK(columnOf("parcel", "numero") == "parcel_no");
    CHECK(columnOf("parcel", "id") == "parcel_no");
    CHECK(columnOf("parcel", "DKBH") == "parcel_no");
    CHECK(columnOf("parcel", "地块名称") == "name");
    CHECK(columnOf("parcel", "LAND_CODE") == "lu_code");
    CHECK(columnOf("parcel", "Class") == "lu_raw");
    CHECK(columnOf("parcel", "fclass") == "lu_raw");
    CHECK(columnOf("parcel", "osm_id") == "source_key");
    CHECK(columnOf("parcel", "dkmj") == "area_legal_m2");
    CHECK(columnOf("parcel", "area_m2").empty()); // someone's computed area is not the registered one
    CHECK(columnOf("road_project", "highway") == "grade");
    CHECK(columnOf("road_project", "length_m") == "length_m");
}

TEST_CASE("a value is shown by the label of its domain, land use or flag") {
    CHECK(catalogue().label(column("parcel", "stage"), "building", "zh") == "在建");
    CHECK(catalogue().label(column("parking_site", "method"), "revitalise", "zh") == "盘活");
    CHECK(catalogue().label(column("parcel", "inefficient"), std::int64_t{1}, "zh") == "是");
    CHECK(catalogue().label(column("parcel", "inefficient"), std::int64_t{0}, "en") == "No");
    CHECK(catalogue().label(column("parcel", "inefficient"), {}, "en").empty());
    CHECK(catalogue().label(column("parcel", "name"), "机械所二期", "en") == "机械所二期");
    CHECK(catalogue().label(column("parcel", "lu_code"), "070102", "zh", "MNR2023") ==
          "070102 二类城镇住宅用地");
    CHECK(catalogue().label(column("parcel", "lu_code"), "R2", "zh") == "R2 二类居住用地");
    // 0702 is community facilities in one scheme and rural homesteads in another
    CHECK(catalogue().label(column("parcel", "lu_code"), "0702", "zh") == "0702");
    CHECK(catalogue().label(column("parcel", "lu_code"), "0702", "zh", "GBT21010") == "0702 农村宅基地");
}

TEST_CASE("values of the field become codes") {
    CHECK(catalogue().domain("tenure")->codeOf("20") == "state");
    CHECK(catalogue().domain("tenure")->codeOf("30") == "collective");
    CHECK(catalogue().domain("road_grade")->codeOf(" Primary ") == "arterial");
    CHECK(catalogue().domain("road_grade")->codeOf("footway") == std::nullopt);
    CHECK(catalogue().landUseCodeOf("MNR2023", "城镇住宅用地") == "0701");
    CHECK(catalogue().landUseCodeOf("MNR2023", "0701 城镇住宅用地") == "0701");
    CHECK(catalogue().landUseCodeOf("MNR2023", "residential") == std::nullopt);
    CHECK(catalogue().landUseCodeOf("MNR2023", "") == std::nullopt);
}

TEST_CASE("a stage is found by code, label or a word of the field, and says what it means") {
    const Layer& project = *catalogue().layer("key_project");
    CHECK(project.stage("在建")->code == "building");
    CHECK(project.stage("Building")->code == "building");
    CHECK(project.stage("投产")->code == "production");
    CHECK(project.stage("flying") == nullptr);
    CHECK(project.stage("approval")->means == Stage::Means::Before);
    CHECK(project.stage("building")->means == Stage::Means::Started);
    CHECK(project.stage("production")->means == Stage::Means::InService);
    CHECK(catalogue().layer("road_project")->stage("通车")->code == "open");
    CHECK(catalogue().layer("survey_patch")->stages.empty());
    CHECK(catalogue().layer("parcel")->stages.size() == project.stages.size());
}

TEST_CASE("an unknown layer names the nearest one") {
    CHECK(catalogue().requireLayer("parcel").value() == catalogue().layer("parcel"));
    const auto missing = catalogue().requireLayer("parsel");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::Usage);
    CHECK(missing.error().message.contains("did you mean parcel?"));
}

TEST_CASE("land-use codes carry names, colours and a parent of their scheme") {
    CHECK(catalogue().landUses().size() == 333 + 81);
    const LandUse* housing = catalogue().landUse("MNR2023", "0701");
    REQUIRE(housing != nullptr);
    CHECK(housing->name.zh == "城镇住宅用地");
    const LandUse* mining = catalogue().landUse("GBT21010", "06");
    REQUIRE(mining != nullptr);
    CHECK(mining->name.en == "Industry, mining & storage");
    CHECK(mining->red == 187);
    for (const LandUse& use : catalogue().landUses()) {
        INFO(use.scheme << " " << use.code);
        CHECK((use.parent.empty() || catalogue().landUse(use.scheme, use.parent) != nullptr));
    }
}
