#include "tests/geo/measure/jts_suite.h"

#include <cpl_minixml.h>
#include <geos_c.h>

#include <algorithm>
#include <cctype>
#include <cstring>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace tuban::test {

namespace {

struct XmlDeleter {
    void operator()(CPLXMLNode* node) const { CPLDestroyXMLNode(node); }
};

std::string trimmed(const char* text) {
    std::string result(text);
    const auto isSpace = [](unsigned char c) { return std::isspace(c) != 0; };
    result.erase(result.begin(), std::ranges::find_if_not(result, isSpace));
    while (!result.empty() && isSpace(static_cast<unsigned char>(result.back()))) {
        result.pop_back();
    }
    return result;
}

std::string lower(std::string text) {
    std::ranges::transform(
        text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// WKT or the digits of WKB, as GEOS reads them; null for what it does not.
GeosPointer readShape(const GeosContext& geos, const std::string& text) {
    GEOSGeom_t* shape = nullptr;
    if (!text.empty() && text.front() == '0') {
        GEOSWKBReader* reader = GEOSWKBReader_create_r(geos.handle());
        shape = GEOSWKBReader_readHEX_r(
            geos.handle(), reader, reinterpret_cast<const unsigned char*>(text.data()), text.size());
        GEOSWKBReader_destroy_r(geos.handle(), reader);
    } else {
        GEOSWKTReader* reader = GEOSWKTReader_create_r(geos.handle());
        shape = GEOSWKTReader_read_r(geos.handle(), reader, text.c_str());
        GEOSWKTReader_destroy_r(geos.handle(), reader);
    }
    return {shape, GeosDeleter{geos.handle()}};
}

/// A shape of the file that is an Area with something in it.
std::optional<Geometry> readArea(const GeosContext& geos, const std::string& text) {
    const GeosPointer shape = readShape(geos, text);
    if (shape == nullptr) {
        return std::nullopt;
    }
    const int type = GEOSGeomTypeId_r(geos.handle(), shape.get());
    auto area = fromGeos(geos, shape.get(), ShapeKind::Area);
    if ((type != GEOS_POLYGON && type != GEOS_MULTIPOLYGON) || !area || area->empty()) {
        return std::nullopt;
    }
    return std::move(*area);
}

double areaOf(const GeosContext& geos, const std::string& text) {
    const GeosPointer shape = readShape(geos, text);
    double area = 0;
    if (shape != nullptr) {
        GEOSArea_r(geos.handle(), shape.get(), &area);
    }
    return area;
}

void askCase(const CPLXMLNode* one,
             const std::string& file,
             const GeosContext& geos,
             const std::function<void(const JtsQuestion&)>& ask) {
    const auto a = readArea(geos, trimmed(CPLGetXMLValue(one, "a", "")));
    const std::string second = trimmed(CPLGetXMLValue(one, "b", ""));
    const auto b = second.empty() ? std::optional(Geometry{}) : readArea(geos, second);
    if (!a || !b) {
        return;
    }
    for (const CPLXMLNode* test = one->psChild; test != nullptr; test = test->psNext) {
        const CPLXMLNode* operation =
            std::strcmp(test->pszValue, "test") == 0 ? CPLGetXMLNode(test, "op") : nullptr;
        if (operation == nullptr || lower(CPLGetXMLValue(operation, "arg1", "a")) != "a" ||
            !std::strcmp(CPLGetXMLValue(operation, "arg2", "b"), "a")) {
            continue;
        }
        const std::string answer = trimmed(CPLGetXMLValue(operation, nullptr, ""));
        ask({.where = file + ": " + trimmed(CPLGetXMLValue(one, "desc", "")),
             .operation = lower(CPLGetXMLValue(operation, "name", "")),
             .a = *a,
             .b = *b,
             .answer = answer,
             .areaAnswer = areaOf(geos, answer)});
    }
}

} // namespace

void forEachJtsQuestion(const std::string& folder, const std::function<void(const JtsQuestion&)>& ask) {
    const GeosContext geos;
    std::vector<std::filesystem::path> files;
    for (const auto& entry :
         std::filesystem::directory_iterator(std::filesystem::path(TUBAN_SHARED_DATA) / "jts-xml" / folder)) {
        if (entry.path().extension() == ".xml") {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    for (const auto& file : files) {
        const std::unique_ptr<CPLXMLNode, XmlDeleter> document(CPLParseXMLFile(file.c_str()));
        const CPLXMLNode* run = document == nullptr ? nullptr : CPLGetXMLNode(document.get(), "=run");
        if (run == nullptr || CPLGetXMLNode(run, "precisionModel.scale") != nullptr) {
            continue;
        }
        for (const CPLXMLNode* one = run->psChild; one != nullptr; one = one->psNext) {
            if (std::strcmp(one->pszValue, "case") == 0) {
                askCase(one, file.filename().string(), geos, ask);
            }
        }
    }
}

} // namespace tuban::test
