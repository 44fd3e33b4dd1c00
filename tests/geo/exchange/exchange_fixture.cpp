#include "exchange_fixture.h"

#include "geo/base/uid.h"

#include <catch2/catch_test_macros.hpp>
#include <ogrsf_frmts.h>

#include <cstdio>
#include <format>
#include <fstream>
#include <iterator>

namespace tuban::test {

namespace fs = std::filesystem;

Folder::Folder() : m_path(fs::temp_directory_path() / ("tuban-exchange-" + newUid())) {
    fs::create_directories(m_path);
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

Plan newPlan(const Folder& folder, const std::string& crs, const std::string& name) {
    const auto path = folder / name;
    auto created = Plan::create(path, {crs, "test"});
    INFO((created ? "" : created.error().message));
    REQUIRE(created);
    REQUIRE(created->close());
    auto plan = Plan::open(path, OpenMode::ReadWrite);
    REQUIRE(plan);
    return *std::move(plan);
}

void writeFile(const std::string& path, std::string_view content) {
    std::ofstream(path, std::ios::binary) << content;
}

std::string readFile(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string feature(const std::string& properties, const std::string& geometry) {
    return std::format(R"({{"type":"Feature","properties":{{{}}},"geometry":{}}})", properties, geometry);
}

std::string featureCollection(const std::vector<std::string>& features, const std::string& epsg) {
    std::string text = R"({"type":"FeatureCollection",)";
    if (!epsg.empty()) {
        text += std::format(R"("crs":{{"type":"name","properties":{{"name":"urn:ogc:def:crs:EPSG::{}"}}}},)",
                            epsg);
    }
    text += R"("features":[)";
    for (std::size_t i = 0; i < features.size(); ++i) {
        text += (i == 0 ? "" : ",") + features[i];
    }
    return text + "]}";
}

std::string squareAt(double east, double north, double size) {
    return std::format(
        R"({{"type":"Polygon","coordinates":[[[{0},{1}],[{2},{1}],[{2},{3}],[{0},{3}],[{0},{1}]]]}})",
        east,
        north,
        east + size,
        north + size);
}

std::vector<Feature>
featuresOf(const Plan& plan, const std::string& layer, const std::vector<std::string>& columns) {
    std::vector<Feature> features;
    FeatureQuery query;
    query.layer = layer;
    query.columns = columns;
    query.withGeometry = true;
    const auto read = readFeatures(plan, query, [&](const Feature& each) {
        features.push_back(each);
        return true;
    });
    INFO((read ? "" : read.error().message));
    REQUIRE(read);
    return features;
}

ImportReport
imported(Plan& plan, const std::string& source, const std::string& layer, ImportOptions options) {
    options.source = source;
    options.layer = layer;
    options.by = "test";
    const auto report = importFile(plan, options);
    INFO((report ? "" : report.error().message));
    REQUIRE(report);
    return *report;
}

ExportReport exported(const Plan& plan, const std::string& target, ExportOptions options) {
    options.target = target;
    const auto report = exportLayers(plan, options);
    INFO((report ? "" : report.error().message));
    REQUIRE(report);
    return *report;
}

std::string sharedData() {
    if (!fs::exists(TUBAN_SHARED_DATA)) {
        SKIP("the shared data are not here: " TUBAN_SHARED_DATA);
    }
    return TUBAN_SHARED_DATA;
}

OgrTable readWithOgr(const std::string& path, const std::string& layer) {
    GDALAllRegister();
    const GDALDatasetUniquePtr dataset(
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr));
    REQUIRE(dataset != nullptr);
    auto* ogrLayer = layer.empty() ? dataset->GetLayer(0) : dataset->GetLayerByName(layer.c_str());
    REQUIRE(ogrLayer != nullptr);
    OgrTable table;
    for (const auto* field : ogrLayer->GetLayerDefn()->GetFields()) {
        table.fields.emplace_back(field->GetNameRef());
    }
    if (const auto* reference = ogrLayer->GetSpatialRef()) {
        const OGRSpatialReference copy(*reference);
        int matches = 0;
        const char* code = copy.GetAuthorityCode(nullptr);
        auto** found = code == nullptr ? copy.FindMatches(nullptr, &matches, nullptr) : nullptr;
        table.epsg = code != nullptr ? std::atoi(code) : 0;
        if (found != nullptr && matches > 0) {
            table.epsg = std::atoi(OGRSpatialReference::FromHandle(found[0])->GetAuthorityCode(nullptr));
        }
        OSRFreeSRSArray(found);
    }
    for (const auto& each : *ogrLayer) {
        auto& row = table.rows.emplace_back();
        for (int i = 0; i < each->GetFieldCount(); ++i) {
            row.emplace_back(each->IsFieldSetAndNotNull(i) ? each->GetFieldAsString(i) : "");
        }
        if (const auto* geometry = each->GetGeometryRef()) {
            table.area += OGR_G_Area(OGRGeometry::ToHandle(const_cast<OGRGeometry*>(geometry)));
            table.length += OGR_G_Length(OGRGeometry::ToHandle(const_cast<OGRGeometry*>(geometry)));
        }
    }
    return table;
}

void moveShapes(const std::string& path, int count, double metres) {
    GDALAllRegister();
    const GDALDatasetUniquePtr dataset(
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr));
    REQUIRE(dataset != nullptr);
    auto* layer = dataset->GetLayer(0);
    std::vector<OGRFeatureUniquePtr> features;
    for (int i = 0; i < count; ++i) {
        features.emplace_back(layer->GetNextFeature());
    }
    for (const auto& each : features) {
        class Mover : public OGRDefaultGeometryVisitor {
        public:
            explicit Mover(double by) : m_by(by) {}
            using OGRDefaultGeometryVisitor::visit;
            void visit(OGRPoint* point) override { point->setX(point->getX() + m_by); }

        private:
            double m_by;
        };
        Mover mover(metres);
        each->GetGeometryRef()->accept(&mover);
        REQUIRE(layer->SetFeature(each.get()) == OGRERR_NONE);
    }
}

void setLanguageByte(const std::string& dbf, unsigned char byte) {
    std::FILE* file = std::fopen(dbf.c_str(), "r+b");
    REQUIRE(file != nullptr);
    std::fseek(file, 29, SEEK_SET);
    std::fputc(byte, file);
    std::fclose(file);
}

} // namespace tuban::test
