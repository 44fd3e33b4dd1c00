#pragma once

#include "app/base_map/base_map_choice.h"
#include "app/session/session.h"

#include <QObject>
#include <QPointer>
#include <QtQml/qqmlregistration.h>

namespace tuban {

/// Which map lies under the open plan, and how strongly: kept in the program's settings by the path of the
/// plan, never in the plan. Nothing lies under a plan that is opened for the first time. GUI thread.
class BaseMap : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tuban::Session* session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    /// "none", "online", "folder", "mbtiles", "raster"
    Q_PROPERTY(QString kind READ kind NOTIFY choiceChanged)
    /// Address template or path of the kind in use.
    Q_PROPERTY(QString place READ place NOTIFY choiceChanged)
    Q_PROPERTY(bool shown READ isShown NOTIFY choiceChanged)
    /// What the user typed in the place of what the source says.
    Q_PROPERTY(QString ownAttribution READ ownAttribution WRITE setOwnAttribution NOTIFY choiceChanged)
    Q_PROPERTY(int maxZoom READ maxZoom WRITE setMaxZoom NOTIFY choiceChanged)
    /// The source carries the offset of GCJ-02.
    Q_PROPERTY(bool gcj02 READ isGcj02 WRITE setGcj02 NOTIFY choiceChanged)
    /// 0..1 of the map over the paper.
    Q_PROPERTY(double strength READ strength WRITE setStrength NOTIFY strengthChanged)
    /// In shades of grey, so that the colours of the plan stand out.
    Q_PROPERTY(bool quiet READ isQuiet WRITE setQuiet NOTIFY quietChanged)
    /// What is shown at the corner of the map.
    Q_PROPERTY(QString attribution READ attribution NOTIFY attributionChanged)
    /// What is wrong now, one sentence; empty when nothing is.
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    explicit BaseMap(QObject* parent = nullptr);

    [[nodiscard]] Session* session() const { return m_session; }
    void setSession(Session* session);
    [[nodiscard]] const BaseMapChoice& choice() const { return m_choice; }
    [[nodiscard]] QString kind() const { return toText(m_choice.kind); }
    [[nodiscard]] QString place() const { return m_choice.place; }
    [[nodiscard]] bool isShown() const { return m_choice.kind != BaseMapKind::None; }
    [[nodiscard]] QString ownAttribution() const { return m_choice.attribution; }
    void setOwnAttribution(const QString& attribution);
    [[nodiscard]] int maxZoom() const { return m_choice.maxZoom; }
    void setMaxZoom(int zoom);
    [[nodiscard]] bool isGcj02() const { return m_choice.isGcj02; }
    void setGcj02(bool isGcj02);
    [[nodiscard]] double strength() const { return m_strength; }
    void setStrength(double strength);
    [[nodiscard]] bool isQuiet() const { return m_isQuiet; }
    void setQuiet(bool quiet);
    [[nodiscard]] QString attribution() const;
    [[nodiscard]] QString problem() const { return m_problem; }

    /// Shows another map under the plan.
    /// \param place address template, path or file: URL; not asked for by "none"
    Q_INVOKABLE void show(const QString& kind, const QString& place);
    /// The place used last for a kind, by this user in any plan.
    Q_INVOKABLE QString lastPlace(const QString& kind) const;
    /// Begins anew with a source that failed.
    Q_INVOKABLE void tryAgain();

    /// For who draws: what the source says of itself, and what fails.
    void setSourceAttribution(const QString& attribution);
    void report(const QString& problem);
    void note(const QString& sentence);

Q_SIGNALS:
    void sessionChanged();
    void choiceChanged();
    void strengthChanged();
    void quietChanged();
    void attributionChanged();
    void problemChanged();
    void retried();
    /// A problem that is new, or something to know: for the bar of messages.
    void said(const QString& sentence, bool isBad);

private:
    void restore();
    void store() const;
    void choose(const BaseMapChoice& choice);

    QPointer<Session> m_session;
    BaseMapChoice m_choice;
    double m_strength = 1;
    bool m_isQuiet = false;
    QString m_sourceAttribution;
    QString m_problem;
};

} // namespace tuban
