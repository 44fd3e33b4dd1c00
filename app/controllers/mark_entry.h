#pragma once

#include "app/session/values.h"

#include <QByteArray>
#include <QString>

namespace tuban {

/// What a planner is typing about a feature: the sheet as it stands. Plain value; kept on disk as JSON.
struct MarkEntry {
    FeatureItem subject;
    double lon = 0;
    double lat = 0;
    bool placed = false;   ///< lon and lat were clicked; otherwise the subject's own place counts
    double accuracyM = -1; ///< of the position fix the place comes from; below 0 when it was clicked
    QString uid;           ///< of the mark to be: a repeated save makes no second one
    QString stage;
    double percent = -1;
    QString state = QStringLiteral("normal");
    QString note;
    QString onDate;
    QString by;
    QList<PhotoItem> photos;

    /// Nothing typed that would be a pity to lose.
    [[nodiscard]] bool blank() const {
        return stage.isEmpty() && percent < 0 && note.isEmpty() && photos.isEmpty() &&
               state == QStringLiteral("normal");
    }
};

[[nodiscard]] QByteArray toJson(const MarkEntry& entry);
/// A blank entry for text that is none.
[[nodiscard]] MarkEntry markEntryFromJson(const QByteArray& json);

/// Where the draft of a plan is kept: the program's data folder, by the path of the plan.
[[nodiscard]] QString draftPath(const QString& planPath);
/// Any thread but the GUI thread. An empty `json` takes the file away.
void writeDraft(const QString& path, const QByteArray& json);
[[nodiscard]] QByteArray readDraft(const QString& path);

} // namespace tuban
