// How the layers of the list are drawn: styles, colours, lights and themes.
#include "app/models/layer_list_model.h"
#include "app/session/app_settings.h"
#include "app/session/language.h"

#include <QCoreApplication>

#include <algorithm>

namespace tuban {

namespace {

QString textOf(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

Choice choiceOf(const StyleRule& rule) {
    return {.code = textOf(rule.name), .label = textOf(rule.title.in(uiLanguage().toStdString()))};
}

/// Main styles, or those by a column alone: what the catalogue lists of its own, and what follows from it.
QList<Choice> choicesOf(const Layer& layer, bool byColumn) {
    QList<Choice> choices;
    for (const StyleRule& rule : styleRules(layer)) {
        if ((rule.kind == RuleKind::Category && rule.name == rule.column && rule.widthsM.empty()) ==
            byColumn) {
            choices.append(choiceOf(rule));
        }
    }
    return choices;
}

QString translated(const char* english) {
    return QCoreApplication::translate("tuban::LayerListModel", english);
}

QList<Choice> methodsOf(const StyleRule& rule) {
    if (rule.kind != RuleKind::Graduated) {
        return {};
    }
    QList<Choice> methods;
    if (!rule.breaks.empty()) {
        methods.append({QStringLiteral("listed"),
                        translated(QT_TRANSLATE_NOOP("tuban::LayerListModel", "Usual classes"))});
    }
    methods.append({QStringLiteral("quantile"),
                    translated(QT_TRANSLATE_NOOP("tuban::LayerListModel", "As many in each class"))});
    methods.append({QStringLiteral("equal"),
                    translated(QT_TRANSLATE_NOOP("tuban::LayerListModel", "Classes as wide as each other"))});
    methods.append(
        {QStringLiteral("round"), translated(QT_TRANSLATE_NOOP("tuban::LayerListModel", "Round numbers"))});
    return methods;
}

/// Lights are looked at where they colour the layer, and at the signs of works.
bool showsLights(const Layer& layer, const StyleRule& rule) {
    const bool hasBadges = layer.geometry == ShapeKind::Point && rule.kind != RuleKind::Plain;
    return !layer.stages.empty() && (rule.kind == RuleKind::Light || hasBadges);
}

} // namespace

QVariant LayerListModel::styleData(const Shown& shown, const Layer& layer, int role) const {
    const StyleRule rule = styleRule(layer, shown.style.toStdString());
    switch (role) {
    case StyleRole:
        return rule.kind == RuleKind::Graduated
                   ? textOf(rule.name) + QLatin1Char(':') + textOf(codeOf(rule.method))
                   : textOf(rule.name);
    case StylesRole:
        return QVariant::fromValue(choicesOf(layer, false));
    case ColumnsRole:
        return QVariant::fromValue(choicesOf(layer, true));
    case MethodsRole:
        return QVariant::fromValue(methodsOf(rule));
    default:
        return {};
    }
}

void LayerListModel::setStyle(int row, const QString& style) {
    if (row < 0 || row >= count()) {
        return;
    }
    Shown& shown = m_all[m_rows.at(row)];
    if (shown.style == style) {
        return;
    }
    shown.style = style;
    Q_EMIT dataChanged(index(row), index(row), {StyleRole, MethodsRole, HasLegendRole});
    store();
    wantLights();
    Q_EMIT styleChanged(shown.name);
}

QString LayerListModel::colours() const {
    return textOf(codeOf(m_colours));
}

void LayerListModel::setColours(const QString& colours) {
    const auto wanted = colourSetOf(colours.toStdString());
    if (!wanted || *wanted == m_colours) {
        return;
    }
    m_colours = *wanted;
    appSettings().setValue(QStringLiteral("map/colours"), colours);
    Q_EMIT coloursChanged();
    for (const Shown& shown : std::as_const(m_all)) {
        Q_EMIT styleChanged(shown.name);
    }
}

StyleWish LayerListModel::wishOf(const QString& layer, bool dark) const {
    const auto shown = std::ranges::find(m_all, layer, &Shown::name);
    return {.style = shown == m_all.end() ? std::string() : shown->style.toStdString(),
            .theme = dark ? Theme::Dark : Theme::Light,
            .colours = m_colours};
}

WorkLights::Pointer LayerListModel::lightsOf(const QString& layer) const {
    return m_lights.of(layer);
}

void LayerListModel::wantLights() {
    QStringList wanted;
    for (const Shown& shown : std::as_const(m_all)) {
        const Layer* layer = m_session ? m_session->layer(shown.name) : nullptr;
        if (shown.visible && layer != nullptr &&
            showsLights(*layer, styleRule(*layer, shown.style.toStdString()))) {
            wanted.append(shown.name);
        }
    }
    m_lights.setWanted(wanted);
}

void LayerListModel::apply(const MapTheme& theme) {
    const auto placeOf = [&theme](const Shown& shown) {
        return std::ranges::find(theme.layers, shown.name.toStdString(), &MapTheme::Entry::layer) -
               theme.layers.begin();
    };
    QStringList restyled;
    for (Shown& shown : m_all) {
        const auto place = static_cast<std::size_t>(placeOf(shown));
        shown.visible = place < theme.layers.size();
        if (!shown.visible) {
            continue;
        }
        const MapTheme::Entry& entry = theme.layers[place];
        const QString style = QString::fromStdString(entry.style);
        shown.opacity = entry.opacity;
        if (shown.style != style) {
            shown.style = style;
            restyled.append(shown.name);
        }
    }
    std::ranges::stable_sort(m_all, {}, placeOf);
    list();
    store();
    tellShown();
    for (const QString& layer : std::as_const(restyled)) {
        Q_EMIT styleChanged(layer);
    }
}

MapTheme LayerListModel::asTheme(const QString& title) const {
    MapTheme theme;
    theme.name = title.toStdString();
    theme.title = {.zh = theme.name, .en = theme.name};
    for (const Shown& shown : std::as_const(m_all)) {
        if (shown.visible) {
            theme.layers.push_back({.layer = shown.name.toStdString(),
                                    .style = shown.style.toStdString(),
                                    .opacity = shown.opacity});
        }
    }
    return theme;
}

bool LayerListModel::shows(const MapTheme& theme) const {
    return asTheme({}).layers == theme.layers;
}

} // namespace tuban
