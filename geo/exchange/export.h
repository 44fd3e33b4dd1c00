#pragma once

#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/plan/features.h"
#include "geo/plan/plan.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tuban {

enum class ExportFormat { Shapefile, GeoPackage, GeoJson, Csv };
enum class FieldNames { Pinyin, English, Chinese };
enum class CellValues { Label, Code };

struct ExportOptions {
    std::string target;              ///< file, or folder for several shapefiles
    std::vector<std::string> layers; ///< empty: every layer that has features
    ExportFormat format = ExportFormat::Shapefile;
    std::string crs;                  ///< empty: the plan's (GeoJSON: EPSG:4326)
    std::string encoding = "UTF-8";   ///< UTF-8, GBK, GB18030 (shapefile, CSV); GBK writes LDID 77 as well
    std::string where;                ///< over the columns of the one layer
    std::optional<FeatureRef> within; ///< only features whose anchor lies in that one
    FieldNames names = FieldNames::Pinyin;
    CellValues values = CellValues::Label;
    std::string language = "zh";
};

struct ExportReport {
    std::string format;
    std::vector<std::string> files;
    struct Loss {
        std::string feature, column, what;
    };
    struct LayerPart {
        std::string name;
        std::int64_t written = 0;
        std::vector<std::pair<std::string, std::string>> names; ///< column, field as written
        std::vector<Loss> losses;
        bool verified = false;
    };
    std::vector<LayerPart> layers;
};

/// Writes beside the target, reads the result back, compares, then renames. Nothing is left on failure or
/// cancel.
/// \return Error::Unwritable, BadCrs, Usage, Cancelled
[[nodiscard]] Result<ExportReport>
exportLayers(const Plan& plan, const ExportOptions& options, const Progress& progress = {});

/// Comparison of an export with the plan it came from.
struct VerifyReport {
    bool equal = true;
    struct Difference {
        std::string feature, column, plan, file;
    };
    struct LayerPart {
        std::string name;
        std::int64_t countPlan = 0, countFile = 0;
        double areaPlanM2 = 0, areaFileM2 = 0;
        std::vector<Difference> differences;
    };
    std::vector<LayerPart> layers;
};
[[nodiscard]] Result<VerifyReport>
verifyExport(const Plan& plan, const std::string& path, const Progress& progress = {});

} // namespace tuban
