#pragma once

#include "geo/base/progress.h"
#include "geo/base/result.h"
#include "geo/demo/city_plan.h"
#include "geo/demo/demo.h"
#include "geo/demo/land_use_mix.h"
#include "geo/demo/street_grid.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace tuban {

/// A parcel before it is written; rings are those of the plan.
struct DemoParcel {
    std::vector<Point> ring;   ///< plan CRS, rounded to the millimetre, not closed
    std::vector<Point> hole{}; ///< where another parcel lies inside; may be empty
    std::string_view code;     ///< MNR2023
    int block = -1;            ///< −1: a stretch of a street
    int stretch = -1;          ///< index into District::stretches
    double areaM2 = 0;
    int corridor = -1; ///< index into corridorNames of a strip along a street or river
};

struct DemoBlock {
    int column = 0;
    int row = 0;
    BlockKind kind = BlockKind::Residential;
    std::vector<Point> ring{}; ///< plan CRS, with the points of its parcels
    std::vector<int> parcels{};
};

struct DemoStreet {
    bool up = false; ///< south to north, else west to east
    int index = 0;
    Street street;
    std::string name;
    std::vector<Point> centre{}; ///< plan CRS
    Geometry area{};             ///< plan CRS: the land between the blocks
};

/// The land of some blocks' length of a street, a parcel of its own.
struct DemoStretch {
    int street = 0; ///< index into District::streets
    int number = 1; ///< along the street
    Geometry area{};
};

/// \pre the parcel is no street
[[nodiscard]] Geometry shapeOf(const DemoParcel& parcel);

/// Everything that has a place, before attributes. Blocks are row by row from the south-west.
struct District {
    int columns = 0;
    int rows = 0;
    int divider = 0;                      ///< street across that is the motorway in the north
    std::vector<std::string> acrossNames; ///< of the streets, 0 … rows
    std::vector<std::string> upNames;     ///< 0 … columns
    std::vector<Point> nodes; ///< plan CRS, of the streets' crossings, row by row, columns + 1 in each
    std::vector<DemoParcel> parcels;
    std::vector<DemoBlock> blocks;
    std::vector<DemoStreet> streets;
    std::vector<DemoStretch> stretches;

    [[nodiscard]] Point node(int column, int row) const {
        return nodes[static_cast<std::size_t>(row * (columns + 1) + column)];
    }
    [[nodiscard]] const DemoBlock& block(int column, int row) const {
        return blocks[static_cast<std::size_t>(row * columns + column)];
    }
    [[nodiscard]] const std::string& streetName(bool up, int index) const {
        return (up ? upNames : acrossNames)[static_cast<std::size_t>(index)];
    }
    /// The land inside the middles of the streets around cells [column, column + wide) × [row, row + high).
    [[nodiscard]] Geometry cellsArea(int column, int row, int wide, int high) const;
};

/// Fewest parcels that make a district.
inline constexpr int fewestParcels = 24;

/// \return Error::Cancelled; exactly options.parcels parcels. \pre options.parcels ≥ fewestParcels
[[nodiscard]] Result<District> layOut(const DemoOptions& options, const Progress& progress);

} // namespace tuban
