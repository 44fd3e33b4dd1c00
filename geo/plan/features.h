#pragma once

#include "geo/base/result.h"
#include "geo/base/value.h"
#include "geo/plan/expression.h"
#include "geo/plan/journal.h"
#include "geo/plan/plan.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tuban {

/// "layer:uid" of the command line.
struct FeatureRef {
    std::string layer;
    std::string uid;
    friend bool operator==(const FeatureRef&, const FeatureRef&) = default;
};
[[nodiscard]] Result<FeatureRef> parseFeatureRef(std::string_view text, const Catalogue& catalogue);

/// One row as read: values in the order of the columns asked for; an empty geometry when it has none or none
/// was asked.
struct Feature {
    std::int64_t id = 0;
    std::string uid;
    std::vector<Value> values;
    Geometry geometry;
};

struct FeatureQuery {
    std::string layer;
    std::vector<std::string> columns{}; ///< names of catalogue columns
    bool withGeometry = false;
    const Expression* where = nullptr; ///< parsed for the same layer
    std::optional<Box> window{};       ///< plan CRS: only features whose box meets it (R-tree)
};

/// Visits features in order of id; the visitor stops the reading by returning false.
/// \return the number visited; Error::Usage for an unknown column, Error::Corrupt naming the feature of a bad
/// blob
[[nodiscard]] Result<std::int64_t>
readFeatures(const Plan& plan, const FeatureQuery& query, const std::function<bool(const Feature&)>& visit);
/// One feature by uid with all catalogue columns of its layer. \return Error::NotFound
[[nodiscard]] Result<Feature> readFeature(const Plan& plan, const FeatureRef& ref, bool withGeometry = true);

/// A row to write. `uid` empty: a new one is made. Values not named stay as they are (update) or default
/// (insert).
struct FeatureEdit {
    std::string uid{};
    std::vector<std::string> columns{};
    std::vector<Value> values{};
    std::optional<Geometry> geometry{}; ///< nullopt: untouched
    /// Further shapes for the layer's companion tables, replaced as a whole: (table, shape).
    std::vector<std::pair<std::string, Geometry>> companions{};
};

/// Writes features of one layer inside an act; statements are prepared once per set of columns. The courtesy
/// columns area_planar_m2 and area_ellip_m2 and the search rows follow by themselves.
class FeatureWriter {
public:
    [[nodiscard]] static Result<FeatureWriter> forLayer(Plan& plan, Act& act, std::string_view layer);
    ~FeatureWriter();
    FeatureWriter(FeatureWriter&&) noexcept;
    FeatureWriter& operator=(FeatureWriter&&) = delete;
    /// \return the uid
    [[nodiscard]] Result<std::string> insert(const FeatureEdit& edit);
    /// \return Error::NotFound for an unknown uid
    [[nodiscard]] Result<void> update(const FeatureEdit& edit);
    [[nodiscard]] Result<void> remove(std::string_view uid);

private:
    struct Parts;
    explicit FeatureWriter(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace tuban
