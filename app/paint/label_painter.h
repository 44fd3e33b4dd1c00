#pragma once

#include "geo/paint/label.h"
#include "geo/paint/theme.h"

#include <QPainter>

#include <vector>

namespace tuban {

/// Measures a label as paintLabels draws it. Thread rule: any thread, while a QGuiApplication lives.
[[nodiscard]] TextSize labelSize(std::string_view text, LabelRole role);

/// Draws one label around the origin, turned by its angle. See paintLabels.
void paintLabel(QPainter& painter, const PlacedLabel& label, Theme theme, bool asText = false);

/// Draws placed labels with a halo of paper. \param asText false: letters are drawn as shapes; true: as text
/// that a reader of the PDF can search
void paintLabels(QPainter& painter, const std::vector<PlacedLabel>& labels, Theme theme, bool asText = false);

} // namespace tuban
