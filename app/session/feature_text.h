#pragma once

#include "app/session/session.h"
#include "geo/plan/snapshot.h"

#include <QString>

#include <cstddef>

namespace tuban {

/// What a feature is called in lists: its label column, else its name or location, else the head of its uid.
/// Any thread.
[[nodiscard]] QString featureTitle(const Layer& layer, const LayerSnapshot& snapshot, std::size_t index);
/// The same for a feature of the open plan; empty when it is not there. GUI thread.
[[nodiscard]] QString featureTitle(Session& session, const QString& layer, const QString& uid);

/// Title of a layer in the language of the program; its name when it is unknown. GUI thread.
[[nodiscard]] QString layerTitle(const Session& session, const QString& layer);

/// The layer that a table of shapes belongs to: itself, or the layer it is a companion of.
[[nodiscard]] const Layer* layerOfTable(const Catalogue& catalogue, std::string_view table);

/// A cell as text of the column `name`, empty where there is none.
[[nodiscard]] std::string cellText(const LayerSnapshot& snapshot, std::size_t index, std::string_view name);

/// Label of a stage of the layer; the code itself when the layer does not have it.
[[nodiscard]] QString stageLabel(const Layer& layer, const std::string& code);

/// Label of a mark's state (normal slow halted done problem).
[[nodiscard]] QString markStateLabel(const QString& state);

} // namespace tuban
