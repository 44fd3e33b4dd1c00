#include "geo/plan/catalogue_files.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <utility>

namespace tuban {

namespace {

/// The cells of one line of a CSV file (RFC 4180) without line breaks in cells.
std::vector<std::string> csvCells(std::string_view line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool doubled = quoted && line.substr(i, 2) == "\"\"";
        if (doubled) {
            cells.back() += line[i++];
        } else if (line[i] == '"') {
            quoted = !quoted;
        } else if (line[i] == ',' && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += line[i];
        }
    }
    return cells;
}

std::optional<int> number(const std::string& text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// Columns: scheme, code, parent, level, name_zh, name_en, r, g, b, rgb_source.
Result<LandUse> readLandUse(std::string_view line) {
    const std::vector<std::string> cells = csvCells(line);
    if (cells.size() != 10 || cells[0].empty() || cells[1].empty() || cells[4].empty()) {
        return catalogueFault(std::format("land use \"{}\"", line), "is not of ten cells");
    }
    LandUse use{.scheme = cells[0],
                .code = cells[1],
                .parent = cells[2],
                .name = {.zh = cells[4], .en = cells[5].empty() ? cells[4] : cells[5]}};
    const auto level = number(cells[3]);
    if (!level) {
        return catalogueFault(std::format("land use \"{}\"", line), "has no level");
    }
    use.level = *level;
    const auto red = number(cells[6]);
    const auto green = number(cells[7]);
    const auto blue = number(cells[8]);
    if (red && green && blue) {
        use.red = *red;
        use.green = *green;
        use.blue = *blue;
    }
    return use;
}

} // namespace

Result<std::vector<LandUse>> readLandUses() {
    std::vector<LandUse> uses;
    std::string_view rest = embeddedFile("land_use_codes.csv");
    bool heading = true;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        const std::string_view line = trimmed(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (line.empty() || std::exchange(heading, false)) {
            continue;
        }
        auto use = readLandUse(line);
        if (!use) {
            return std::unexpected(use.error());
        }
        uses.push_back(*std::move(use));
    }
    std::ranges::sort(uses, {}, [](const LandUse& use) { return std::pair(use.scheme, use.code); });
    return uses;
}

} // namespace tuban
