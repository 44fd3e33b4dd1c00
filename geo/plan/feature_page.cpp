#include "geo/plan/feature_page.h"

#include "geo/shape/ring.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace tuban {

namespace {

constexpr std::size_t recentSlots = 512;

std::uint64_t bitsOf(const Value& value) {
    if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        return std::bit_cast<std::uint64_t>(*whole);
    }
    const auto* real = std::get_if<double>(&value);
    return real == nullptr ? 0 : std::bit_cast<std::uint64_t>(*real);
}

std::size_t hashOf(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        return std::hash<std::string_view>{}(*text);
    }
    return static_cast<std::size_t>((bitsOf(value) * 0x9E3779B97F4A7C15U) >> 32U);
}

std::vector<std::uint32_t> slice(const std::vector<std::uint32_t>& ends, std::size_t from, std::size_t to) {
    const std::uint32_t before = from == 0 ? 0 : ends[from - 1];
    std::vector<std::uint32_t> own;
    own.reserve(to - from);
    for (std::size_t i = from; i < to; ++i) {
        own.push_back(ends[i] - before);
    }
    return own;
}

} // namespace

void TextRun::append(std::string_view text) {
    m_text += text;
    m_ends.push_back(static_cast<std::uint32_t>(m_text.size()));
}

void TextRun::fit() {
    m_text.shrink_to_fit();
    m_ends.shrink_to_fit();
}

std::string_view TextRun::operator[](std::size_t index) const {
    const std::uint32_t begin = index == 0 ? 0 : m_ends[index - 1];
    return std::string_view(m_text).substr(begin, m_ends[index] - begin);
}

void CellRun::append(const Value& value) {
    assert(m_size < std::numeric_limits<std::uint16_t>::max());
    if (!tuban::isNull(value)) {
        m_codes.resize(m_size, 0);
        m_codes.push_back(codeOf(value));
    } else if (!m_codes.empty()) {
        m_codes.push_back(0);
    }
    ++m_size;
}

std::uint16_t CellRun::codeOf(const Value& value) {
    m_recent.resize(recentSlots, 0);
    std::uint16_t& recent = m_recent[hashOf(value) % recentSlots];
    if (recent > 0 && holds(m_known[recent - 1U], value)) {
        return recent;
    }
    Known known{.bits = bitsOf(value),
                .length = 0,
                .kind = std::holds_alternative<double>(value) ? Kind::Real : Kind::Integer};
    if (const auto* text = std::get_if<std::string>(&value)) {
        known = {
            .bits = m_text.size(), .length = static_cast<std::uint32_t>(text->size()), .kind = Kind::Text};
        m_text += *text;
    }
    m_known.push_back(known);
    recent = static_cast<std::uint16_t>(m_known.size());
    return recent;
}

bool CellRun::holds(const Known& known, const Value& value) const {
    switch (known.kind) {
    case Kind::Integer:
        return std::holds_alternative<std::int64_t>(value) && known.bits == bitsOf(value);
    case Kind::Real:
        return std::holds_alternative<double>(value) && known.bits == bitsOf(value);
    case Kind::Text: {
        const auto* text = std::get_if<std::string>(&value);
        return text != nullptr && std::string_view(m_text).substr(known.bits, known.length) == *text;
    }
    }
    return false;
}

void CellRun::fit() {
    m_codes.shrink_to_fit();
    m_known.shrink_to_fit();
    m_text.shrink_to_fit();
    m_recent = {};
}

Value CellRun::operator[](std::size_t index) const {
    if (isNull(index)) {
        return {};
    }
    const Known& known = m_known[m_codes[index] - 1U];
    switch (known.kind) {
    case Kind::Integer:
        return std::bit_cast<std::int64_t>(known.bits);
    case Kind::Real:
        return std::bit_cast<double>(known.bits);
    case Kind::Text:
        return std::string(m_text, known.bits, known.length);
    }
    return {};
}

std::string_view CellRun::text(std::size_t index) const {
    if (isNull(index)) {
        return {};
    }
    const Known& known = m_known[m_codes[index] - 1U];
    return known.kind == Kind::Text ? std::string_view(m_text).substr(known.bits, known.length)
                                    : std::string_view();
}

Geometry FeaturePage::geometry(std::size_t slot, ShapeKind kind) const {
    Geometry shape;
    shape.kind = kind;
    const std::size_t firstPart = shapeParts[slot];
    const std::size_t lastPart = shapeParts[slot + 1];
    if (firstPart == lastPart) {
        return shape;
    }
    shape.points.assign(points.begin() + partBegin(shapeParts[slot]),
                        points.begin() + static_cast<std::ptrdiff_t>(partEnds[lastPart - 1]));
    shape.partEnds = slice(partEnds, firstPart, lastPart);
    shape.polygonEnds = slice(polygonEnds, shapePolygons[slot], shapePolygons[slot + 1]);
    return shape;
}

std::int64_t FeaturePage::find(std::string_view uid) const {
    const auto slotAt = [this](std::size_t place) {
        return uidOrder.empty() ? place : std::size_t{uidOrder[place]};
    };
    std::size_t low = 0;
    std::size_t high = size();
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        if (uids[slotAt(middle)] < uid) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < size() && uids[slotAt(low)] == uid ? static_cast<std::int64_t>(slotAt(low)) : -1;
}

float FeaturePage::planarArea(std::size_t slot) const {
    double area = 0;
    std::uint32_t ring = shapeParts[slot];
    for (std::uint32_t polygon = shapePolygons[slot]; polygon < shapePolygons[slot + 1]; ++polygon) {
        for (bool shell = true; ring < polygonEnds[polygon]; ++ring, shell = false) {
            const double own = std::abs(signedRingArea(part(ring)));
            area += shell ? own : -own;
        }
    }
    return static_cast<float>(std::max(area, 0.0));
}

void FeaturePage::endFeature(std::int64_t id, std::string_view uid, const Box& box) {
    ids.push_back(id);
    uids.append(uid);
    boxes.push_back(box);
    shapeParts.push_back(static_cast<std::uint32_t>(partEnds.size()));
    shapePolygons.push_back(static_cast<std::uint32_t>(polygonEnds.size()));
}

void FeaturePage::finish() {
    assert(size() <= std::numeric_limits<std::uint16_t>::max());
    tree = BoxTree(boxes);
    for (std::size_t slot = 0; slot < size() && !polygonEnds.empty(); ++slot) {
        areas.push_back(planarArea(slot));
    }
    const auto isRising = [this] {
        for (std::size_t i = 1; i < size(); ++i) {
            if (uids[i] < uids[i - 1]) {
                return false;
            }
        }
        return true;
    };
    if (!isRising()) {
        uidOrder.resize(size());
        std::iota(uidOrder.begin(), uidOrder.end(), std::uint16_t{0});
        std::ranges::stable_sort(uidOrder, {}, [this](std::uint16_t slot) { return uids[slot]; });
    }
    uids.fit();
    for (CellRun& run : cells) {
        run.fit();
    }
    ids.shrink_to_fit();
    boxes.shrink_to_fit();
    points.shrink_to_fit();
    partEnds.shrink_to_fit();
    polygonEnds.shrink_to_fit();
    shapeParts.shrink_to_fit();
    shapePolygons.shrink_to_fit();
}

} // namespace tuban
