#include "geo/demo/land_use_mix.h"

#include <algorithm>
#include <array>

namespace tuban {

namespace {

using Codes = std::vector<std::string_view>;

/// Small parcels first, what is left is `main`, with `seldom` now and then.
Codes filled(Codes small, int parcels, std::string_view main, std::string_view seldom, Random& random) {
    const auto count = static_cast<std::size_t>(std::max(parcels, 0));
    if (small.size() >= count) {
        small.resize(count > 0 ? count - 1 : 0);
    }
    while (small.size() < count) {
        small.push_back(!seldom.empty() && small.size() + 1 < count && random.chance(count < 12 ? 0.16 : 0.06)
                            ? seldom
                            : main);
    }
    return small;
}

constexpr std::array<std::string_view, 7> utilities{"1303", "1306", "1310", "1309", "1301", "1305", "1302"};

Codes residential(int parcels, int ordinal, Random& random) {
    Codes small{"1401"};
    if (ordinal % 2 == 0) {
        small.emplace_back("080404");
    }
    if (ordinal % 4 == 1) {
        small.emplace_back(random.of(utilities));
    }
    if (ordinal % 5 == 2) {
        small.emplace_back("120803");
    }
    if (ordinal % 6 == 3) {
        small.emplace_back("080602");
    }
    if (ordinal % 7 == 4) {
        small.emplace_back("0702");
    }
    if (ordinal % 8 == 5) {
        small.emplace_back("080701");
    }
    if (ordinal % 2 == 1) {
        small.emplace_back("0901");
    }
    if (ordinal % 3 == 0) {
        small.emplace_back("080403");
    }
    return filled(small, parcels, "070102", ordinal % 9 == 0 ? "070101" : "", random);
}

Codes commerce(int parcels, int ordinal, Random& random) {
    Codes small{ordinal % 2 == 0 ? "1403" : "1401", "120803"};
    if (ordinal % 3 == 1) {
        small.emplace_back("080301");
    }
    return filled(
        small, parcels, ordinal % 2 == 0 ? "0902" : "0901", ordinal % 3 == 0 ? "070102" : "", random);
}

Codes industry(int parcels, int ordinal, Random& random) {
    Codes small{ordinal % 2 == 0 ? "1402" : "1303"};
    if (ordinal % 4 == 2) {
        small.emplace_back("090105");
    }
    return filled(small, parcels, ordinal % 3 == 0 ? "100101" : "1001", "0802", random);
}

Codes civic(int parcels, int ordinal, Random& random) {
    static constexpr std::array<std::string_view, 5> mains{"080601", "080501", "0801", "080302", "080401"};
    return filled({"1401", "1208", "0901"},
                  parcels,
                  mains[static_cast<std::size_t>(ordinal) % mains.size()],
                  "070102",
                  random);
}

} // namespace

std::vector<std::string_view> usesOf(BlockKind kind, int parcels, int ordinal, Random& random) {
    switch (kind) {
    case BlockKind::Residential:
        return residential(parcels, ordinal, random);
    case BlockKind::Commerce:
        return commerce(parcels, ordinal, random);
    case BlockKind::Industry:
        return industry(parcels, ordinal, random);
    case BlockKind::Research:
        return filled({"1401", "090105"}, parcels, "0802", "0902", random);
    case BlockKind::Logistics:
        return filled({"1402"}, parcels, "1101", "1001", random);
    case BlockKind::Civic:
        return civic(parcels, ordinal, random);
    case BlockKind::Park:
        return filled(ordinal % 2 == 0 ? Codes{"120803", "1702"} : Codes{"080502", "1403"},
                      parcels,
                      "1401",
                      "",
                      random);
    case BlockKind::Reserve:
        return filled({"1402"}, parcels, "16", "", random);
    case BlockKind::Rural:
        return filled(ordinal % 3 == 0 ? Codes{"0704", "0703"} : Codes{"1704"},
                      parcels,
                      ordinal % 4 == 1 ? "0201" : "0102",
                      ordinal % 4 == 1 ? "0102" : "0301",
                      random);
    }
    return {};
}

double parcelWeightOf(BlockKind kind) {
    switch (kind) {
    case BlockKind::Residential:
    case BlockKind::Civic:
        return 1.2;
    case BlockKind::Commerce:
        return 1.4;
    case BlockKind::Industry:
    case BlockKind::Research:
        return 0.8;
    case BlockKind::Logistics:
        return 0.6;
    case BlockKind::Rural:
        return 0.5;
    case BlockKind::Park:
    case BlockKind::Reserve:
        return 0.3;
    }
    return 1;
}

bool liesInside(std::string_view code, std::string_view around) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> pairs{{{"1702", "1401"},
                                                                                         {"080404", "070102"},
                                                                                         {"1401", "070102"},
                                                                                         {"1303", "1001"},
                                                                                         {"1402", "1001"},
                                                                                         {"1704", "0102"},
                                                                                         {"0703", "0102"},
                                                                                         {"090105", "0802"}}};
    return std::ranges::contains(pairs, std::pair(code, around));
}

double landWeightOf(std::string_view code) {
    if (code.starts_with("13") || code == "090105") {
        return 0.2;
    }
    if (code == "0703") {
        return 1.2;
    }
    if (code == "080404" || code == "080602" || code == "080502" || code == "0704" ||
        code.starts_with("17") || code == "0702" || code.starts_with("1208")) {
        return 0.3;
    }
    if (code == "1401" || code == "1402" || code == "1403" || code == "080701") {
        return 0.4;
    }
    if (code.starts_with("09") || code.starts_with("0803")) {
        return 0.8;
    }
    return code == "080403" ? 1.0 : code.starts_with("10") || code.starts_with("11") ? 2.2 : 1.7;
}

std::string_view mainUseOf(BlockKind kind) {
    switch (kind) {
    case BlockKind::Residential:
        return "070102";
    case BlockKind::Commerce:
        return "0902";
    case BlockKind::Industry:
        return "1001";
    case BlockKind::Research:
        return "0802";
    case BlockKind::Logistics:
        return "1101";
    case BlockKind::Civic:
        return "0801";
    case BlockKind::Park:
        return "1401";
    case BlockKind::Reserve:
        return "16";
    case BlockKind::Rural:
        return "0102";
    }
    return "16";
}

PlanFigures planFigures(std::string_view code, Random& random) {
    const auto half = [&](double low, double high) {
        return static_cast<int>(random.between(low, high) * 2) / 2.0;
    };
    if (code.starts_with("07")) {
        return {1.0, half(2.0, 3.6), 0.25, 0.35, static_cast<double>(random.whole(6, 11) * 9)};
    }
    if (code.starts_with("09")) {
        return {1.5, half(2.5, 5.1), 0.45, 0.25, static_cast<double>(random.whole(8, 15) * 10)};
    }
    if (code.starts_with("10") || code.starts_with("11")) {
        return {1.0, half(1.5, 2.6), 0.55, 0.15, static_cast<double>(random.whole(24, 60))};
    }
    if (code.starts_with("08")) {
        return {0.0, half(0.8, 2.6), 0.35, 0.35, static_cast<double>(random.whole(24, 80))};
    }
    return {0.0, 0.5, 0.2, code.starts_with("14") ? 0.65 : 0.2, 15};
}

bool isBuilt(std::string_view code) {
    return code.starts_with("0701") || code == "0702" || code.starts_with("08") || code.starts_with("09") ||
           code.starts_with("10") || code.starts_with("11");
}

} // namespace tuban
