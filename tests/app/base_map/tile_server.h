#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

namespace tuban::test {

/// A web server of this machine that has what it was given, says 404 for the rest, and never answers where it
/// was told so. Runs in the thread that made it.
class TileServer : public QObject {
public:
    TileServer() {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QString address(const QString& path) const {
        return QStringLiteral("http://127.0.0.1:%1/%2").arg(m_server.serverPort()).arg(path);
    }
    QHash<QByteArray, QByteArray> files; ///< by path: "/3/6/2.png"
    QByteArray status;                   ///< "500 Broken" for every answer, where set
    bool isSilent = false;
    QList<QByteArray> asked; ///< paths
    QList<QByteArray> userAgents;

private:
    void read(QTcpSocket& socket) {
        m_heads[&socket] += socket.readAll();
        QByteArray& head = m_heads[&socket];
        for (qsizetype end = head.indexOf("\r\n\r\n"); end >= 0; end = head.indexOf("\r\n\r\n")) {
            answer(socket, head.left(end));
            head.remove(0, end + 4);
        }
    }
    void answer(QTcpSocket& socket, const QByteArray& head) {
        const QByteArray path = head.split(' ').value(1);
        asked.append(path);
        for (const QByteArray& line : head.split('\n')) {
            if (line.toLower().startsWith("user-agent:")) {
                userAgents.append(line.mid(11).trimmed());
            }
        }
        if (isSilent) {
            return;
        }
        const QByteArray body = files.value(path);
        const QByteArray found = body.isEmpty() ? "404 Not Found" : "200 OK";
        const QByteArray said = status.isEmpty() ? found : status;
        socket.write("HTTP/1.1 " + said +
                     "\r\nContent-Type: image/png\r\nCache-Control: max-age=3600\r\nContent-Length: " +
                     QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

    QTcpServer m_server;
    QHash<QTcpSocket*, QByteArray> m_heads;
};

} // namespace tuban::test
