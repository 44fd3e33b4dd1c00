#pragma once

#include "geo/plan/features.h"
#include "geo/plan/journal.h"
#include "geo/plan/plan.h"

#include <string>
#include <vector>

namespace tuban::test {

/// A fresh folder that goes away with the object.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string file(const std::string& name) const { return m_path + "/" + name; }
    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] std::vector<std::string> names() const;

private:
    std::string m_path;
};

/// A new plan in EPSG:4547.
[[nodiscard]] Plan newPlan(const std::string& path);
[[nodiscard]] Plan openPlan(const std::string& path, OpenMode mode = OpenMode::ReadWrite);

/// A square of `side` metres with its south-west corner at (x, y).
[[nodiscard]] Geometry square(double x, double y, double side);

/// Adds parcels "P1" … "Pn" as 20 m squares in a row, in one edit; returns their uids.
std::vector<std::string> addParcels(Plan& plan, int count);
/// Sets one column of a parcel in one edit.
void setParcel(Plan& plan, const std::string& uid, const std::string& column, const Value& value);
[[nodiscard]] Value parcelValue(const Plan& plan, const std::string& uid, const std::string& column);

/// Another program: a connection with mod_spatialite, as QGIS has it. First column of the first row as text.
std::string otherProgram(const std::string& path, const std::string& sql);
/// "1 ok ok" while SpatiaLite finds the spatial index of a layer right and SQLite the file and the R-tree
/// whole.
[[nodiscard]] std::string wholeness(const std::string& path, const std::string& layer);

[[nodiscard]] std::string sha256OfFile(const std::string& path);

} // namespace tuban::test
