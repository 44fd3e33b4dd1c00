#pragma once

#include <functional>
#include <stop_token>
#include <string_view>

namespace tuban {

/// How long work reports and is told to stop. Both members may be empty.
struct Progress {
    /// Called on the working thread with a fraction 0..1 and the step at hand ("reading", "writing").
    std::function<void(double fraction, std::string_view step)> report;
    std::stop_token stop;

    void at(double fraction, std::string_view step) const {
        if (report) {
            report(fraction, step);
        }
    }
    [[nodiscard]] bool stopped() const { return stop.stop_requested(); }
};

} // namespace tuban
