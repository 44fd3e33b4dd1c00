// The test suites of JTS on Areas: what our wrappers of GEOS and the kernel for figures alone answer to them.
#include "geo/measure/area.h"
#include "geo/measure/zone_index.h"
#include "geo/shape/set_operations.h"
#include "geo/shape/validity.h"
#include "tests/geo/measure/jts_suite.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

using namespace tuban;
using namespace tuban::test;

namespace {

constexpr std::array folders{"general", "misc", "robust", "robust/overlay", "validate"};

void forAll(const std::function<void(const JtsQuestion&)>& ask) {
    for (const char* folder : folders) {
        forEachJtsQuestion(folder, ask);
    }
}

bool bothValid(const GeosContext& geos, const JtsQuestion& question) {
    return validityOf(geos, question.a).valid && validityOf(geos, question.b).valid;
}

/// The operation of a question by our wrappers; nothing for those we have none for.
std::optional<Result<Geometry>> made(const GeosContext& geos, const JtsQuestion& question) {
    const std::string& name = question.operation;
    if (name == "intersection" || name == "intersectionng") {
        return intersectionOf(geos, question.a, question.b);
    }
    if (name == "difference" || name == "differenceng") {
        return differenceOf(geos, question.a, question.b);
    }
    if ((name == "union" || name == "unionng") && !question.b.empty()) {
        const std::array both{question.a, question.b};
        return unionOf(geos, both);
    }
    return std::nullopt;
}

/// One answer, a union in degrees, was snapped when it was written: 0.1 % of it is not what its arguments
/// have.
bool isRounded(const JtsQuestion& question) {
    return question.where.contains("TopologyException unioning two valid polygons");
}

/// Shapes are small and large.
double toleranceOf(const JtsQuestion& question) {
    return 1e-9 * (planarAreaM2(question.a) + planarAreaM2(question.b));
}

} // namespace

TEST_CASE(
    "overlays of the JTS suites have the area that the suites say, made as shapes and as figures alone") {
    const GeosContext geos;
    int asked = 0;
    forAll([&](const JtsQuestion& question) {
        if (!bothValid(geos, question)) {
            return;
        }
        if (const auto answer = made(geos, question)) {
            INFO(question.where << ": " << question.operation);
            ++asked;
            REQUIRE(answer->has_value());
            if (!question.answer.empty() && !isRounded(question)) { // without: only that it can be done
                CHECK(std::abs(planarAreaM2(**answer) - question.areaAnswer) <= toleranceOf(question));
            }
            // The area of the parts by the kernel for figures alone.
            ZoneIndex zone(viewOf(question.b));
            const double common =
                ArealScale::planar().areaM2(zone.inside(viewOf(question.a)), question.a.box().centre());
            const double a = planarAreaM2(question.a);
            const double whole = question.operation.starts_with("union")
                                     ? a + planarAreaM2(question.b) - common
                                 : question.operation.starts_with("diff") ? a - common
                                                                          : common;
            CHECK(std::abs(planarAreaM2(**answer) - whole) <= toleranceOf(question));
            CHECK(((*answer)->empty() || validityOf(geos, **answer).valid));
        }
    });
    CHECK(asked >= 30);
}

TEST_CASE("areas of the JTS suites are valid where the suites say so") {
    const GeosContext geos;
    int asked = 0;
    forAll([&](const JtsQuestion& question) {
        if (question.operation != "isvalid") {
            return;
        }
        INFO(question.where);
        ++asked;
        const Validity validity = validityOf(geos, question.a);
        CHECK(validity.valid == question.answer.starts_with('t'));
        CHECK(validity.valid == validity.reason.empty());
    });
    CHECK(asked >= 300);
}
