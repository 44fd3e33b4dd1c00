#pragma once

#include "geo/base/result.h"
#include "geo/plan/features.h"

#include <string_view>

namespace tuban {

/// True when every coordinate is a number.
[[nodiscard]] bool isFinite(const Geometry& geometry);

/// The further shapes of a layer's features, in tables of their own (column of_uid).
class Companions {
public:
    Companions(const Plan& plan, const Layer& layer) : m_plan(&plan), m_layer(&layer) {}
    /// Replaces the shapes in the tables that `edit` names; an empty shape only clears.
    [[nodiscard]] Result<void> replace(const FeatureEdit& edit, std::string_view uid) const;
    [[nodiscard]] Result<void> removeAll(std::string_view uid) const;

private:
    Result<void> clear(const Layer::Companion& companion, std::string_view uid) const;
    Result<void> insert(const Layer::Companion& companion, const Geometry& shape, std::string_view uid) const;

    const Plan* m_plan;
    const Layer* m_layer;
};

} // namespace tuban
