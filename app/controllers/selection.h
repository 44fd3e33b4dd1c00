#pragma once

#include "app/controllers/selected_rows.h"
#include "app/session/session.h"

#include <QGeoCoordinate>
#include <QGeoRectangle>
#include <QMap>
#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// Which features are selected and which one lies under the pointer. GUI thread; what may take long is found
/// on a thread of its own.
class Selection : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// The feature the inspector shows; empty without one.
    Q_PROPERTY(QString currentLayer READ currentLayer NOTIFY changed)
    Q_PROPERTY(QString currentUid READ currentUid NOTIFY changed)
    /// "已选 3 · 69,300.00 ㎡ · 103.95 亩"; the area follows a moment after the count, one for each layer of
    /// areas
    Q_PROPERTY(QString summary READ summary NOTIFY summaryChanged)
    /// What lies at the place of the last click, and which of it is selected; -1 without one.
    Q_PROPERTY(int hitCount READ hitCount NOTIFY hitsChanged)
    Q_PROPERTY(int hitIndex READ hitIndex NOTIFY hitsChanged)
    Q_PROPERTY(QString hoverLayer READ hoverLayer NOTIFY hoverChanged)
    Q_PROPERTY(QString hoverUid READ hoverUid NOTIFY hoverChanged)
    Q_PROPERTY(QString hoverTitle READ hoverTitle NOTIFY hoverChanged)

public:
    explicit Selection(QObject* parent = nullptr);
    ~Selection() override;

    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] int count() const;
    [[nodiscard]] QString currentLayer() const { return m_current.layer; }
    [[nodiscard]] QString currentUid() const { return m_current.uid; }
    [[nodiscard]] QString summary() const { return m_summary; }
    [[nodiscard]] int hitCount() const { return static_cast<int>(m_hits.size()); }
    [[nodiscard]] int hitIndex() const { return m_hits.isEmpty() ? -1 : static_cast<int>(m_hitIndex); }
    [[nodiscard]] QString hoverLayer() const { return m_hover.layer; }
    [[nodiscard]] QString hoverUid() const { return m_hover.uid; }
    [[nodiscard]] QString hoverTitle() const { return m_hover.title; }

    /// Selects the topmost feature within `radiusM` metres; again at the same place takes the next below.
    /// \return whether something is there
    Q_INVOKABLE bool pick(double lon, double lat, double radiusM);
    /// The topmost feature there joins or leaves what is selected. \param mode as in select()
    Q_INVOKABLE void pickWith(double lon, double lat, double radiusM, const QString& mode);
    /// \param mode "set", "add", "remove", "toggle" or "keep", see SelectMode
    Q_INVOKABLE void select(const QString& layer, const QStringList& uids, const QString& mode);
    /// Selects by a ring of straight lines on the map, on all layers that are drawn. \param touched also what
    /// the ring crosses, not only what lies wholly inside
    Q_INVOKABLE void selectWithin(const QList<QGeoCoordinate>& corners, bool touched, const QString& mode);
    Q_INVOKABLE void clear();
    Q_INVOKABLE void selectAll(const QString& layer);
    Q_INVOKABLE void hover(double lon, double lat, double radiusM);
    Q_INVOKABLE void hoverFeature(const QString& layer, const QString& uid);
    Q_INVOKABLE void hoverNothing();
    /// What lies within `radiusM` metres, topmost first, with titles.
    Q_INVOKABLE QList<tuban::FeatureItem> listAt(double lon, double lat, double radiusM) const;
    Q_INVOKABLE bool isSelected(const QString& layer, const QString& uid) const;
    /// Box of all that is selected, degrees.
    Q_INVOKABLE QGeoRectangle extent() const;

    // For the rooms of app/.
    /// By layer; none of them empty.
    [[nodiscard]] const QMap<QString, SelectedRows>& selected() const { return m_selected; }
    /// \param current the feature to show of them, by its position in the snapshot; -1: the first
    void selectRows(const SelectedRows& found, SelectMode mode, std::int64_t current = -1);

Q_SIGNALS:
    void sessionChanged();
    void changed();
    void summaryChanged();
    void hoverChanged();
    void hitsChanged();

private:
    void apply(const std::vector<SelectedRows>& found, SelectMode mode, const FeatureItem& current);
    void setSelected(QMap<QString, SelectedRows> selected, const FeatureItem& current);
    void setHits(QList<FeatureItem> hits, Point at, qsizetype index);
    /// The layers that are drawn, topmost first.
    [[nodiscard]] std::vector<SearchedLayer> drawnLayers() const;
    /// Features at a place, topmost first, as layer and uid.
    [[nodiscard]] QList<FeatureItem> hitsAt(double lon, double lat, double radiusM) const;
    /// The ring on the ground: straight lines of the map are bent there.
    [[nodiscard]] std::vector<Point> groundRing(const QList<QGeoCoordinate>& corners) const;
    void dropVanished(const QString& table);
    void summarise();
    QPointer<Session> m_session;
    QMap<QString, SelectedRows> m_selected;
    FeatureItem m_current; ///< layer and uid only
    FeatureItem m_hover;
    QString m_summary;
    int m_summaryRun = 0;
    int m_searchRun = 0; ///< answers of earlier searches are dropped
    QThreadPool m_pool;
    // The last pick, so that another one at the same place goes on to the feature below.
    Point m_pickedAt;
    QList<FeatureItem> m_hits;
    qsizetype m_hitIndex = 0;
};

} // namespace tuban
