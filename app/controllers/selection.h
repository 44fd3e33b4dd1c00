#pragma once

#include "app/session/session.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// Which features are selected and which one lies under the pointer. GUI thread.
class Selection : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// The feature the inspector shows; empty without one.
    Q_PROPERTY(QString currentLayer READ currentLayer NOTIFY changed)
    Q_PROPERTY(QString currentUid READ currentUid NOTIFY changed)
    /// "已选 3 · 69,300.00 ㎡ · 103.95 亩"; the area follows a moment after the count
    Q_PROPERTY(QString summary READ summary NOTIFY summaryChanged)
    Q_PROPERTY(QList<tuban::FeatureItem> refs READ refs NOTIFY changed)
    /// What lies at the place of the last click, and which of it is selected; -1 without one.
    Q_PROPERTY(int hitCount READ hitCount NOTIFY hitsChanged)
    Q_PROPERTY(int hitIndex READ hitIndex NOTIFY hitsChanged)
    Q_PROPERTY(QString hoverLayer READ hoverLayer NOTIFY hoverChanged)
    Q_PROPERTY(QString hoverUid READ hoverUid NOTIFY hoverChanged)
    Q_PROPERTY(QString hoverTitle READ hoverTitle NOTIFY hoverChanged)

public:
    explicit Selection(QObject* parent = nullptr);

    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] int count() const { return static_cast<int>(m_refs.size()); }
    [[nodiscard]] QString currentLayer() const;
    [[nodiscard]] QString currentUid() const;
    [[nodiscard]] QString summary() const { return m_summary; }
    [[nodiscard]] QList<FeatureItem> refs() const { return m_refs; }
    [[nodiscard]] int hitCount() const { return static_cast<int>(m_pickedHits.size()); }
    [[nodiscard]] int hitIndex() const { return m_pickedHits.isEmpty() ? -1 : static_cast<int>(m_pickedIndex); }
    [[nodiscard]] QString hoverLayer() const { return m_hover.layer; }
    [[nodiscard]] QString hoverUid() const { return m_hover.uid; }
    [[nodiscard]] QString hoverTitle() const { return m_hover.title; }

    /// Selects the topmost feature within `radiusM` metres; again at the same place takes the next below.
    /// \return whether something is there
    Q_INVOKABLE bool pick(double lon, double lat, double radiusM);
    /// The topmost feature there joins or leaves what is selected. \param mode "add", "remove" or "toggle"
    Q_INVOKABLE void pickWith(double lon, double lat, double radiusM, const QString& mode);
    /// \param mode "set", "add", "remove" or "toggle"
    Q_INVOKABLE void select(const QString& layer, const QStringList& uids, const QString& mode);
    Q_INVOKABLE void selectBox(double west, double south, double east, double north, const QString& mode);
    Q_INVOKABLE void clear();
    Q_INVOKABLE void selectAll(const QString& layer);
    Q_INVOKABLE void hover(double lon, double lat, double radiusM);
    Q_INVOKABLE void hoverFeature(const QString& layer, const QString& uid);
    Q_INVOKABLE void hoverNothing();
    /// What lies within `radiusM` metres, topmost first, with titles.
    Q_INVOKABLE QList<tuban::FeatureItem> listAt(double lon, double lat, double radiusM) const;
    /// Box of all that is selected, degrees.
    Q_INVOKABLE QGeoRectangle extent() const;
    Q_INVOKABLE bool isSelected(const QString& layer, const QString& uid) const;

Q_SIGNALS:
    void sessionChanged();
    void changed();
    void summaryChanged();
    void hoverChanged();
    void hitsChanged();

private:
    void setRefs(QList<FeatureItem> refs);
    /// Features at a place, topmost first, as layer and uid.
    [[nodiscard]] QList<FeatureItem> hitsAt(double lon, double lat, double radiusM) const;
    void setHits(QList<FeatureItem> hits, Point at, qsizetype index);
    void dropVanished(const QString& table);
    void summarise();
    QPointer<Session> m_session;
    QList<FeatureItem> m_refs; ///< layer and uid only
    QHash<QString, QSet<QString>> m_selected;
    FeatureItem m_hover;
    QString m_summary;
    int m_summaryRun = 0;
    // The last pick, so that another one at the same place goes on to the feature below.
    Point m_pickedAt;
    QList<FeatureItem> m_pickedHits;
    qsizetype m_pickedIndex = 0;
};

} // namespace tuban
