#include "app/session/feature_text.h"

#include "app/session/language.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

namespace tuban {

namespace {
constexpr std::size_t uidHead = 8;
}

std::string cellText(const LayerSnapshot& snapshot, std::size_t index, std::string_view name) {
    const int column = snapshot.columnIndex(name);
    return column < 0 ? std::string() : toText(snapshot.cell(column, index));
}

QString featureTitle(const Layer& layer, const LayerSnapshot& snapshot, std::size_t index) {
    for (const std::string_view column :
         {std::string_view(layer.labelColumn), std::string_view("name"), std::string_view("location")}) {
        const auto text = cellText(snapshot, index, column);
        if (!text.empty()) {
            return QString::fromStdString(text);
        }
    }
    return QString::fromStdString(snapshot.uid(index).substr(0, uidHead));
}

QString featureTitle(Session& session, const QString& layer, const QString& uid) {
    const auto* known = session.layer(layer);
    const auto snapshot = session.snapshots()->snapshot(layer);
    const auto index = snapshot ? snapshot->find(uid.toStdString()) : -1;
    return known == nullptr || index < 0 ? QString()
                                         : featureTitle(*known, *snapshot, static_cast<std::size_t>(index));
}

QString layerTitle(const Session& session, const QString& layer) {
    const auto* known = session.layer(layer);
    return known == nullptr ? layer : QString::fromStdString(known->title.in(uiLanguage().toStdString()));
}

const Layer* layerOfTable(const Catalogue& catalogue, std::string_view table) {
    for (const auto& layer : catalogue.layers()) {
        if (layer.name == table ||
            std::ranges::find(layer.companions, table, &Layer::Companion::table) != layer.companions.end()) {
            return &layer;
        }
    }
    return nullptr;
}

QString stageLabel(const Layer& layer, const std::string& code) {
    const auto* stage = layer.stage(code);
    return QString::fromStdString(stage == nullptr ? code : stage->label.in(uiLanguage().toStdString()));
}

QString markStateLabel(const QString& state) {
    static constexpr std::array<std::pair<const char*, const char*>, 5> labels{{
        {"normal", QT_TRANSLATE_NOOP("MarkState", "On course")},
        {"slow", QT_TRANSLATE_NOOP("MarkState", "Slow")},
        {"halted", QT_TRANSLATE_NOOP("MarkState", "Halted")},
        {"done", QT_TRANSLATE_NOOP("MarkState", "Done")},
        {"problem", QT_TRANSLATE_NOOP("MarkState", "Problem")},
    }};
    for (const auto& [code, label] : labels) {
        if (state == QLatin1String(code)) {
            return QCoreApplication::translate("MarkState", label);
        }
    }
    return state;
}

} // namespace tuban
