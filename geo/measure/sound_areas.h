#pragma once

#include "geo/base/result.h"
#include "geo/shape/geos.h"
#include "geo/shape/shapes_view.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tuban {

/// The Areas of a layer with the invalid ones repaired for a calculation (GEOS' MakeValid, structure). A
/// cheap test passes plain rings; GEOS is asked about the rest. Refers to the layer's arrays.
/// Thread rule: share it const between threads.
class SoundAreas {
public:
    explicit SoundAreas(const ShapesView& shapes, const GeosContext& geos);
    /// Only those chosen are looked at; the others must not be asked for.
    SoundAreas(const ShapesView& shapes, const GeosContext& geos, std::span<const std::uint32_t> chosen);

    [[nodiscard]] std::size_t size() const { return m_boxes.size(); }
    [[nodiscard]] AreaView area(std::size_t index) const;
    [[nodiscard]] Geometry geometry(std::size_t index) const;
    [[nodiscard]] const Box& box(std::size_t index) const { return m_boxes[index]; }
    /// Index and the reason GEOS gives; a shape of which nothing is left counts as empty.
    [[nodiscard]] const std::vector<std::pair<std::uint32_t, std::string>>& repairs() const {
        return m_reasons;
    }

private:
    explicit SoundAreas(const ShapesView& shapes);
    void look(std::uint32_t index, const GeosContext& geos);
    ShapesView m_shapes;
    std::vector<Box> m_boxes;
    std::map<std::size_t, Geometry> m_repaired;
    std::vector<std::pair<std::uint32_t, std::string>> m_reasons;
};

/// True for one ring of few corners whose edges meet at common corners only: certainly valid.
[[nodiscard]] bool isPlainRing(const AreaView& area);

} // namespace tuban
