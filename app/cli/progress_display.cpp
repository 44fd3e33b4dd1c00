#include "app/cli/progress_display.h"

#include "app/cli/json.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <format>

namespace tuban {

namespace {

constexpr auto pauseBeforeBar = std::chrono::seconds(1);
constexpr auto pauseBetween = std::chrono::milliseconds(100);

void writeError(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
    std::fflush(stderr);
}

} // namespace

ProgressDisplay::ProgressDisplay(Style style) : m_style(style) {}

ProgressDisplay::~ProgressDisplay() {
    clear();
}

void ProgressDisplay::show(double fraction, std::string_view step) {
    const auto now = Clock::now();
    const bool sameStep = step == m_lastStep;
    if (m_style == Style::Silent || (sameStep && fraction < 1 && now - m_lastShown < pauseBetween)) {
        return;
    }
    if (m_style == Style::Bar && now - m_start < pauseBeforeBar) {
        return;
    }
    m_lastShown = now;
    m_lastStep = step;
    const double shown = std::clamp(fraction, 0.0, 1.0);
    if (m_style == Style::Bar) {
        drawBar(shown, step);
    } else {
        writeLine(shown, step);
    }
}

void ProgressDisplay::clear() {
    if (m_barOnScreen) {
        writeError("\r\033[K");
        m_barOnScreen = false;
    }
}

void ProgressDisplay::drawBar(double fraction, std::string_view step) {
    constexpr int width = 40;
    const auto filled = static_cast<std::size_t>(fraction * width);
    writeError(std::format("\r\033[K{} [{}{}] {:3.0f} %",
                           step,
                           std::string(filled, '#'),
                           std::string(width - filled, '.'),
                           fraction * 100));
    m_barOnScreen = true;
}

void ProgressDisplay::writeLine(double fraction, std::string_view step) {
    writeError(jsonText(Json{{"fraction", fraction}, {"step", step}}));
}

ProgressDisplay::Style progressStyle(bool jsonLines) {
    if (jsonLines) {
        return ProgressDisplay::Style::JsonLines;
    }
    return isatty(STDERR_FILENO) != 0 ? ProgressDisplay::Style::Bar : ProgressDisplay::Style::Silent;
}

} // namespace tuban
