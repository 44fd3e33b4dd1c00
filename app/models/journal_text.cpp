#include "app/models/journal_text.h"

#include "app/session/feature_text.h"
#include "app/session/language.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <utility>

namespace tuban {

QString journalKindText(const std::string& kind) {
    static constexpr std::array<std::pair<std::string_view, const char*>, 8> labels{{
        {"edit", QT_TRANSLATE_NOOP("Journal", "Edit")},
        {"import", QT_TRANSLATE_NOOP("Journal", "Import")},
        {"mark", QT_TRANSLATE_NOOP("Journal", "Mark")},
        {"undo", QT_TRANSLATE_NOOP("Journal", "Undo")},
        {"redo", QT_TRANSLATE_NOOP("Journal", "Redo")},
        {"merge", QT_TRANSLATE_NOOP("Journal", "Merge")},
        {"foreign", QT_TRANSLATE_NOOP("Journal", "Edit by another program")},
        {"schema", QT_TRANSLATE_NOOP("Journal", "Change of the plan's tables")},
    }};
    for (const auto& [code, label] : labels) {
        if (kind == code) {
            return QCoreApplication::translate("Journal", label);
        }
    }
    return QString::fromStdString(kind);
}

namespace {

/// "name: code" with the code said by its label: a stage, or a column.
QString readableTail(const Layer& layer, const QString& tail) {
    const auto colon = tail.lastIndexOf(QStringLiteral(": "));
    if (colon < 0) {
        return tail;
    }
    const auto code = tail.mid(colon + 2).toStdString();
    const auto language = uiLanguage().toStdString();
    QString label = QString::fromStdString(code);
    if (const auto* stage = layer.stage(code)) {
        label = QString::fromStdString(stage->label.in(language));
    } else if (const auto* column = layer.column(code)) {
        label = QString::fromStdString(column->title.in(language));
    }
    return tail.left(colon + 2) + label;
}

} // namespace

QString journalText(const Session& session, const JournalEntry& entry) {
    const auto what = QString::fromStdString(entry.what);
    const auto name = QString::fromStdString(entry.layer);
    const auto* layer = session.layer(name);
    if (layer == nullptr) {
        return what.isEmpty() ? journalKindText(entry.kind) : what;
    }
    auto text = journalKindText(entry.kind) + QStringLiteral(" · ") + layerTitle(session, name);
    const auto lead = QString::fromStdString(entry.kind) + QLatin1Char(' ') + name + QLatin1Char(' ');
    if (what.startsWith(lead)) {
        return text + QStringLiteral(" · ") + readableTail(*layer, what.mid(lead.size()));
    }
    if (entry.features > 1) {
        text += QStringLiteral(" · ") + QCoreApplication::translate("Journal", "%1 features")
                                            .arg(QLocale().toString(qlonglong(entry.features)));
    }
    return text;
}

} // namespace tuban
