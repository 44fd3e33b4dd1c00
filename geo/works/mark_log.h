#pragma once

#include "geo/base/result.h"
#include "geo/plan/features.h"
#include "geo/plan/plan.h"
#include "geo/plan/work_state.h"

#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tuban {

/// Two clocks: `asOf` is the day it was so, `knownBy` the instant by which it was written.
struct Clocks {
    std::string asOf;      ///< YYYY-MM-DD
    std::string knownBy{}; ///< UTC instant YYYY-MM-DDTHH:MM:SSZ; empty: all that is known
};

/// All live marks of a plan as they were known at an instant, read in one pass. Thread rule: a value; share
/// it const between threads.
class MarkLog {
public:
    /// \param knownBy as in Clocks: later marks, and corrections by them, are not there yet
    [[nodiscard]] static Result<MarkLog> read(const Plan& plan, std::string_view knownBy = {});

    /// Of a feature up to a day, newest first (on_date, recorded_at, uid). The span lives as long as the log.
    [[nodiscard]] std::span<const WorkMark> upTo(const FeatureRef& feature, std::string_view day) const;
    /// True when some feature of the layer was marked in parts.
    [[nodiscard]] bool hasParts(std::string_view layer) const { return m_withParts.contains(layer); }

private:
    struct Reader;
    using OfLayer = std::unordered_map<std::string, std::vector<WorkMark>>;
    std::unordered_map<std::string, OfLayer> m_marks;
    std::set<std::string, std::less<>> m_withParts;
};

} // namespace tuban
