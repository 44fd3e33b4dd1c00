#pragma once

#include "app/session/session.h"

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace tuban::test {

/// A plan of three parcels in a row (100 m squares at 458000, 3853000 of EPSG:4547) inside one area, and a
/// road above them; the file goes away with the object.
class SmallPlan {
public:
    SmallPlan();
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("plan.sqlite")); }
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] const QStringList& parcels() const { return m_parcels; }
    [[nodiscard]] const QString& road() const { return m_road; }
    [[nodiscard]] const QString& area() const { return m_area; }

private:
    QTemporaryDir m_folder;
    QStringList m_parcels;
    QString m_road;
    QString m_area;
};

/// Opens a plan and waits until everything is in memory. \return false after ten seconds
[[nodiscard]] bool openAndWait(Session& session, const QString& path);

/// Middle of parcel 0, 1 or 2 in degrees.
[[nodiscard]] Point middleOfParcel(const Session& session, int index);

/// Runs SQL by the sqlite3 shell: another program, which knows nothing of ours. \return true when it
/// succeeded
[[nodiscard]] bool runSql(const QString& path, const QString& sql);

} // namespace tuban::test
