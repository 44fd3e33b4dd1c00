#include "app/cli/selection.h"

#include "geo/base/text.h"

#include <utility>

namespace tuban {

Result<Selection> Selection::of(const Plan& plan, const std::string& layer, const std::string& where) {
    const auto known = plan.catalogue().requireLayer(layer);
    if (!known) {
        return within("--layer", known.error());
    }
    Selection selection(**known);
    if (!trimmed(where).empty()) {
        auto expression = Expression::parse(where, **known);
        if (!expression) {
            return within("--where", expression.error());
        }
        selection.m_where = std::move(*expression);
    }
    return selection;
}

FeatureQuery Selection::query() const {
    return {.layer = m_layer->name,
            .columns = {},
            .withGeometry = false,
            .where = m_where ? &*m_where : nullptr,
            .window = std::nullopt};
}

} // namespace tuban
