// Reads the includes of every file of ours: the rooms may only use what ARCHITECTURE.md lets them use.
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

using Names = std::set<std::string>;

// Rooms of geo/ and the rooms each may use, itself aside.
const std::map<std::string, Names> allowedRooms{
    {"base", {}},
    {"shape", {"base"}},
    {"crs", {"base", "shape"}},
    {"measure", {"base", "shape", "crs"}},
    {"plan", {"base", "shape", "crs", "measure"}},
    {"paint", {"base", "shape", "crs", "measure", "plan"}},
    {"works", {"base", "shape", "crs", "measure", "plan"}},
    {"gdal", {"base"}},
    {"exchange", {"base", "shape", "crs", "measure", "plan", "paint", "gdal"}},
    {"raster", {"base", "shape", "crs", "plan", "gdal"}},
    {"report", {"base", "shape", "crs", "measure", "plan", "works"}},
    {"demo", {"base", "shape", "crs", "measure", "plan", "exchange", "works"}},
};

// What paint may know of a plan: values, never the file.
const Names planHeadersForPaint{"geo/plan/catalogue.h", "geo/plan/snapshot.h"};

// Libraries that stand behind one room each.
struct Library {
    std::regex header;
    Names rooms;
};
const std::vector<Library> libraries{
    {std::regex("(gdal|ogr|cpl)[a-z_]*\\.h"), {"gdal", "exchange", "raster"}},
    {std::regex("geos_c\\.h"), {"shape"}},
    {std::regex("(proj|geodesic)\\.h"), {"crs", "measure"}},
    {std::regex("(sqlite3\\.h|SQLiteCpp/.*)"), {"plan"}},
};

struct File {
    std::string path; ///< from the top of the project, "geo/plan/plan.h"
    std::vector<std::string> lines;
};

bool isSource(const fs::path& path) {
    return path.extension() == ".cpp" || path.extension() == ".h" || path.extension() == ".qml";
}

std::vector<File> filesUnder(const std::vector<std::string>& folders) {
    const fs::path top = TUBAN_SOURCE;
    std::vector<File> files;
    for (const std::string& folder : folders) {
        for (const auto& entry : fs::recursive_directory_iterator(top / folder)) {
            if (!entry.is_regular_file() || !isSource(entry.path())) {
                continue;
            }
            File file{fs::relative(entry.path(), top).generic_string(), {}};
            std::ifstream stream(entry.path());
            for (std::string line; std::getline(stream, line);) {
                file.lines.push_back(line);
            }
            files.push_back(std::move(file));
        }
    }
    return files;
}

std::vector<std::string> includesOf(const File& file) {
    static const std::regex include("^\\s*#\\s*include\\s*[\"<]([^\">]+)[\">].*");
    std::vector<std::string> included;
    for (const std::string& line : file.lines) {
        if (std::smatch match; std::regex_match(line, match, include)) {
            included.push_back(match[1]);
        }
    }
    return included;
}

// "plan" of "geo/plan/plan.h" for folder "geo"; empty when it lies elsewhere.
std::string roomIn(const std::string& folder, const std::string& path) {
    if (!path.starts_with(folder + "/")) {
        return {};
    }
    const std::size_t start = folder.size() + 1;
    const std::size_t end = path.find('/', start);
    return end == std::string::npos ? std::string() : path.substr(start, end - start);
}

bool isQt(const std::string& header) {
    return std::regex_match(header, std::regex("(Qt[A-Z]?\\w*/.*|Q[A-Z]\\w*|q[a-z]+\\.h)"));
}

bool roomMayUse(const std::string& room, const std::string& header) {
    const std::string used = roomIn("geo", header);
    if (room == "paint" && used == "plan") {
        return planHeadersForPaint.contains(header);
    }
    return used == room || allowedRooms.at(room).contains(used);
}

void check(const std::vector<std::string>& faults) {
    for (const std::string& fault : faults) {
        UNSCOPED_INFO(fault);
    }
    CHECK(faults.empty());
}

} // namespace

TEST_CASE("rooms of geo use only the rooms below them, no Qt and nothing of the program") {
    const auto files = filesUnder({"geo"});
    REQUIRE_FALSE(files.empty());
    std::vector<std::string> faults;
    for (const File& file : files) {
        const std::string room = roomIn("geo", file.path);
        REQUIRE(allowedRooms.contains(room));
        for (const std::string& header : includesOf(file)) {
            const bool ours = header.starts_with("geo/");
            if ((ours && !roomMayUse(room, header)) || isQt(header) || header.starts_with("app/")) {
                faults.push_back(file.path + " includes " + header);
            }
        }
    }
    check(faults);
}

TEST_CASE("a library of others is used in its own room alone") {
    std::vector<std::string> faults;
    for (const File& file : filesUnder({"geo", "app"})) {
        const std::string room = roomIn("geo", file.path);
        for (const std::string& header : includesOf(file)) {
            for (const Library& library : libraries) {
                if (std::regex_match(header, library.header) && !library.rooms.contains(room)) {
                    faults.push_back(file.path + " includes " + header);
                }
            }
        }
    }
    check(faults);
}

TEST_CASE("the command line knows geo alone, and builds without Qt") {
    const auto files = filesUnder({"app/cli"});
    REQUIRE_FALSE(files.empty());
    std::vector<std::string> faults;
    for (const File& file : files) {
        for (const std::string& header : includesOf(file)) {
            const bool otherRoom = header.starts_with("app/") && !header.starts_with("app/cli/");
            if (otherRoom || isQt(header)) {
                faults.push_back(file.path + " includes " + header);
            }
        }
    }
    check(faults);
}

TEST_CASE("drawing knows no session, and the program nothing of its QML") {
    std::vector<std::string> faults;
    for (const File& file : filesUnder({"app"})) {
        const bool draws = file.path.starts_with("app/paint/");
        for (const std::string& header : includesOf(file)) {
            const bool otherRoom = header.starts_with("app/") && !header.starts_with("app/paint/");
            if ((draws && otherRoom) || header.starts_with("qml/")) {
                faults.push_back(file.path + " includes " + header);
            }
        }
    }
    check(faults);
}

TEST_CASE("QML files import Qt and Tuban only") {
    const std::regex import("^import\\s+(\\S+).*");
    std::vector<std::string> faults;
    for (const File& file : filesUnder({"qml"})) {
        for (const std::string& line : file.lines) {
            std::smatch match;
            if (std::regex_match(line, match, import) && !match[1].str().starts_with("Qt") &&
                !match[1].str().starts_with("Tuban")) {
                faults.push_back(file.path + ": " + line);
            }
        }
    }
    check(faults);
}

TEST_CASE("no file is longer than 450 lines") {
    constexpr std::size_t longest = 450;
    std::vector<std::string> faults;
    for (const File& file : filesUnder({"geo", "app", "qml", "tests"})) {
        if (file.lines.size() > longest) {
            faults.push_back(file.path + " has " + std::to_string(file.lines.size()) + " lines");
        }
    }
    check(faults);
}
