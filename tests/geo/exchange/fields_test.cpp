#include "geo/base/text.h"
#include "geo/exchange/cell_reader.h"
#include "geo/exchange/field_match.h"
#include "geo/exchange/field_names.h"
#include "geo/exchange/text_codec.h"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace tuban;

namespace {

const Catalogue& catalogue() {
    static const auto loaded = Catalogue::load();
    REQUIRE(loaded);
    return *loaded;
}

std::vector<Column> fields(const std::vector<std::string>& names) {
    std::vector<Column> result;
    for (const auto& name : names) {
        Column column;
        column.name = name;
        result.push_back(std::move(column));
    }
    return result;
}

/// Column → field as text, for the parcel layer.
std::string matchedFor(const std::vector<std::string>& names, const std::string& column) {
    const auto list = fields(names);
    const auto matches = matchFields(*catalogue().layer("parcel"), list, {});
    REQUIRE(matches);
    for (const auto& match : matches->columns) {
        if (match.column->name == column) {
            return list[match.field].name;
        }
    }
    return {};
}

ReadCell read(const std::string& layer, const std::string& column, const Value& raw) {
    const auto* found = catalogue().layer(layer);
    REQUIRE(found != nullptr);
    REQUIRE(found->column(column) != nullptr);
    return readCell(catalogue(), *found, *found->column(column), raw, 1);
}

} // namespace

TEST_CASE("field names of any style fit ten bytes and are unique in every layer") {
    for (const auto& layer : catalogue().layers()) {
        for (const auto style : {FieldNames::Pinyin, FieldNames::English, FieldNames::Chinese}) {
            for (const std::string encoding : {"UTF-8", "GBK", "GB18030"}) {
                CAPTURE(layer.name, static_cast<int>(style), encoding);
                const auto names = fieldNames(exportedColumns(layer), {style, encoding, 10});
                REQUIRE(names);
                const auto encoder = TextEncoder::open(encoding);
                std::set<std::string> different;
                for (const auto& name : *names) {
                    CHECK(isUtf8(name));
                    CHECK_FALSE(name.empty());
                    CHECK(encoder->encode(name).bytes.size() <= 10);
                    different.insert(lowerAscii(name));
                }
                CHECK(different.size() == names->size());
            }
        }
    }
}

TEST_CASE("our own field names find their columns again, whatever the style") {
    for (const auto& layer : catalogue().layers()) {
        const auto columns = exportedColumns(layer);
        for (const auto style : {FieldNames::Pinyin, FieldNames::English, FieldNames::Chinese}) {
            for (const std::string encoding : {"UTF-8", "GBK"}) {
                const auto names = fieldNames(columns, {style, encoding, 10});
                REQUIRE(names);
                const auto matches = matchFields(layer, fields(*names), {});
                REQUIRE(matches);
                CHECK(matches->uid.has_value());
                for (const auto& match : matches->columns) {
                    CAPTURE(layer.name, (*names)[match.field]);
                    CHECK(columns[match.field] == match.column);
                }
                CHECK(matches->leftOver.empty());
            }
        }
    }
}

TEST_CASE("names used in the field find their columns, case and unit aside") {
    CHECK(matchedFor({"dkbh", "MJ"}, "parcel_no") == "dkbh");
    CHECK(matchedFor({"地块编号"}, "parcel_no") == "地块编号");
    CHECK(matchedFor({"id", "numero"}, "parcel_no") == "id");
    CHECK(matchedFor({"nothing"}, "parcel_no").empty());
    const auto list = fields({"宗地面积（公顷）"});
    const auto matches = matchFields(*catalogue().layer("parcel"), list, {});
    REQUIRE(matches);
    REQUIRE(matches->columns.size() == 1);
    CHECK(matches->columns[0].column->name == "area_legal_m2");
    CHECK(matches->columns[0].factor == 10'000);
    const auto mu = matchFields(*catalogue().layer("parcel"), fields({"面积_亩"}), {});
    REQUIRE(mu);
    REQUIRE(mu->columns.size() == 1);
    CHECK(mu->columns[0].factor == Catch::Approx(2000.0 / 3));
}

TEST_CASE("computed areas are never taken from a file") {
    CHECK(matchedFor({"area_planar_m2"}, "area_planar_m2").empty());
    CHECK(matchedFor({"TYMJ"}, "area_planar_m2").empty());
}

TEST_CASE("pairs that are given win, and a wrong one names the nearest") {
    const auto list = fields({"A", "DKBH"});
    const auto given = matchFields(*catalogue().layer("parcel"), list, {{"parcel_no", "A"}});
    REQUIRE(given);
    CHECK(given->columns.at(0).field == 0);
    const auto wrongColumn = matchFields(*catalogue().layer("parcel"), list, {{"parcel_n", "A"}});
    REQUIRE_FALSE(wrongColumn);
    CHECK(wrongColumn.error().code == ErrorCode::Usage);
    CHECK(wrongColumn.error().message.find("parcel_no") != std::string::npos);
    const auto wrongField = matchFields(*catalogue().layer("parcel"), list, {{"parcel_no", "DKB"}});
    REQUIRE_FALSE(wrongField);
    CHECK(wrongField.error().message.find("DKBH") != std::string::npos);
}

TEST_CASE("labels of either language become codes, flags and days are read in any form") {
    CHECK(read("parcel", "stage", std::string("在建")).value == Value(std::string("building")));
    CHECK(read("parcel", "stage", std::string("Building")).value == Value(std::string("building")));
    CHECK(read("parking_site", "method", std::string("盘活")).value == Value(std::string("revitalise")));
    CHECK(read("parcel", "inefficient", std::string("是")).value == Value(std::int64_t{1}));
    CHECK(read("parcel", "inefficient", std::string("No")).value == Value(std::int64_t{0}));
    CHECK(read("parcel", "deal_date", std::string("2024年8月1日")).value == Value(std::string("2024-08-01")));
    CHECK(read("parcel", "deal_date", std::int64_t{20240801}).value == Value(std::string("2024-08-01")));
    CHECK(isNull(read("parcel", "deal_date", std::string("0000-00-00")).value));
    CHECK(read("parcel", "deal_date", std::string("0000-00-00")).fits);
    CHECK(read("parcel", "area_legal_m2", std::string("1,234.50")).value == Value(1234.5));
    CHECK(read("parcel", "households", std::string("1，200")).value == Value(std::int64_t{1200}));
    CHECK(read("parcel", "parcel_no", std::int64_t{12}).value == Value(std::string("12")));
    CHECK_FALSE(read("parcel", "households", std::string("about 40")).fits);
    CHECK_FALSE(read("parcel", "supply_status", std::string("谁知道")).fits);
}

TEST_CASE("a land-use code means what its scheme says, and no scheme is guessed from a few chance hits") {
    const auto& parcel = *catalogue().layer("parcel");
    const LandUseReader current(catalogue(), parcel, {"0701", "070102", "0901", "1001"});
    CHECK(current.scheme() == "MNR2023");
    CHECK(current.codeOf("0701") == "0701");
    const LandUseReader city(catalogue(), parcel, {"R2", "B1", "G1", "M1"});
    CHECK(city.scheme() == "GB50137");
    // the same four digits: 0702 is rural housing in GB/T 21010 and another thing in the scheme of 2023
    CHECK(current.codeOf("0702", "GBT21010") == "0702");
    const LandUseReader unknown(
        catalogue(), parcel, {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"});
    CHECK(unknown.scheme().empty());
    CHECK_FALSE(unknown.codeOf("10"));
}
