#pragma once

#include "geo/exchange/export.h"
#include "geo/exchange/import.h"
#include "geo/plan/features.h"
#include "geo/plan/plan.h"

#include <filesystem>
#include <string>
#include <vector>

namespace tuban::test {

/// A fresh folder of its own that goes when it goes.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string operator/(const std::string& name) const { return (m_path / name).string(); }
    [[nodiscard]] std::string path() const { return m_path.string(); }

private:
    std::filesystem::path m_path;
};

/// A new plan in the folder.
Plan newPlan(const Folder& folder,
             const std::string& crs = "EPSG:4547",
             const std::string& name = "plan.sqlite");

void writeFile(const std::string& path, std::string_view content);
std::string readFile(const std::string& path);

/// One feature of a GeoJSON: `properties` without braces, `geometry` with.
std::string feature(const std::string& properties, const std::string& geometry);
std::string featureCollection(const std::vector<std::string>& features, const std::string& epsg = "4547");
/// A square of GeoJSON with its south-west corner at east, north.
std::string squareAt(double east, double north, double size);

/// All features of a layer with the columns asked for.
std::vector<Feature>
featuresOf(const Plan& plan, const std::string& layer, const std::vector<std::string>& columns = {});

/// Imports with no options but these; fails the test when it fails.
ImportReport
imported(Plan& plan, const std::string& source, const std::string& layer, ImportOptions options = {});
ExportReport exported(const Plan& plan, const std::string& target, ExportOptions options);

/// The folder of real data; skips the test where it is absent.
std::string sharedData();

/// What OGR itself reads from a file, all values as text.
struct OgrTable {
    std::vector<std::string> fields;
    std::vector<std::vector<std::string>> rows;
    double area = 0;   ///< sum of areas
    double length = 0; ///< sum of lengths
    int epsg = 0;
};
OgrTable readWithOgr(const std::string& path, const std::string& layer = {});

/// Sets the language byte of a DBF.
void setLanguageByte(const std::string& dbf, unsigned char byte);

/// Moves the shapes of the first `count` features of a file that OGR can change by `metres` east.
void moveShapes(const std::string& path, int count, double metres);

} // namespace tuban::test
