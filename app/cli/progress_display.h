#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace tuban {

/// Shows on stderr how far long work is. Thread rule: one thread at a time.
class ProgressDisplay {
public:
    enum class Style {
        Silent,
        Bar,       ///< one line that is redrawn, from the first second on
        JsonLines, ///< {"fraction":0.5,"step":"reading"}, for a program that watches
    };
    explicit ProgressDisplay(Style style);
    ~ProgressDisplay();
    ProgressDisplay(const ProgressDisplay&) = delete;
    ProgressDisplay& operator=(const ProgressDisplay&) = delete;

    /// \param fraction 0..1
    void show(double fraction, std::string_view step);
    /// Takes the bar away, so that other words can be written.
    void clear();

private:
    using Clock = std::chrono::steady_clock;
    void drawBar(double fraction, std::string_view step);
    void writeLine(double fraction, std::string_view step);

    Style m_style;
    Clock::time_point m_start = Clock::now();
    Clock::time_point m_lastShown;
    std::string m_lastStep;
    bool m_barOnScreen = false;
};

/// What suits stderr: a bar on a terminal, silence in a file or a pipe, lines when asked for.
[[nodiscard]] ProgressDisplay::Style progressStyle(bool jsonLines);

} // namespace tuban
