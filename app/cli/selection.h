#pragma once

#include "geo/plan/features.h"

#include <optional>
#include <string>

namespace tuban {

/// The features that `--layer` and `--where` name. It refers to the plan it was made of.
class Selection {
public:
    /// \param where empty: all. \return Error::Usage for an unknown layer or a bad expression
    [[nodiscard]] static Result<Selection>
    of(const Plan& plan, const std::string& layer, const std::string& where);

    [[nodiscard]] const Layer& layer() const { return *m_layer; }
    /// Reads no columns and no shapes yet. It refers to this selection.
    [[nodiscard]] FeatureQuery query() const;

private:
    explicit Selection(const Layer& layer) : m_layer(&layer) {}

    const Layer* m_layer;
    std::optional<Expression> m_where;
};

} // namespace tuban
