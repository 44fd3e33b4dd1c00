#include "geo/exchange/import_write.h"

#include "geo/plan/features.h"
#include "geo/plan/journal.h"

#include <algorithm>
#include <filesystem>
#include <format>
#include <map>

namespace tuban {
namespace {

constexpr std::int64_t bulk = 10'000;

/// Columns that the table does not leave empty, with what it takes instead.
Result<std::map<std::string, Value, std::less<>>> requiredColumns(const Plan& plan,
                                                                  const std::string& table) {
    std::map<std::string, Value, std::less<>> required;
    Statement statement(
        plan.database(),
        "SELECT name, dflt_value FROM pragma_table_info(?1) WHERE \"notnull\" = 1 AND pk = 0");
    statement.bind(1, table);
    while (true) {
        const auto row = statement.step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (!*row) {
            return required;
        }
        auto text = std::string(statement.text(1));
        if (text.size() >= 2 && text.front() == '\'') {
            required.emplace(statement.text(0), text.substr(1, text.size() - 2));
        } else if (!text.empty()) {
            required.emplace(statement.text(0), std::int64_t{std::atoll(text.c_str())});
        }
    }
}

class RowWriter {
public:
    RowWriter(const Incoming& incoming,
              FeatureWriter& writer,
              std::map<std::string, Value, std::less<>> required)
        : m_incoming(incoming), m_writer(writer), m_required(std::move(required)) {}

    void describeSource(const std::string& fileName, const std::string& actUid) {
        m_source = fileName;
        m_actUid = actUid;
    }

    /// A value that the table refuses goes to the note; the row itself always comes in.
    Result<void> insert(const IncomingRow& row, ImportReport& report) {
        auto edit = wholeEdit(row);
        auto done = m_writer.insert(edit);
        if (done || done.error().code != ErrorCode::Sql) {
            return done ? Result<void>() : std::unexpected(done.error());
        }
        auto bare = edit;
        bare.columns.clear();
        bare.values.clear();
        const auto uid = m_writer.insert(bare);
        if (!uid) {
            return std::unexpected(uid.error());
        }
        for (std::size_t i = 0; i < edit.columns.size(); ++i) {
            if (edit.columns[i] != "note") {
                setOrKeep(*uid, edit.columns[i], edit.values[i], edit, report);
            }
        }
        const auto note = std::ranges::find(edit.columns, "note");
        if (note == edit.columns.end()) {
            return {};
        }
        return m_writer.update(
            {*uid, {"note"}, {edit.values[static_cast<std::size_t>(note - edit.columns.begin())]}, {}, {}});
    }

    Result<void> update(const IncomingRow& row, const PresentRow& present, RowFate fate) {
        FeatureEdit edit;
        edit.uid = present.uid;
        std::string note = present.note;
        for (std::size_t i = 0; i < m_incoming.columns.size(); ++i) {
            const auto& name = m_incoming.columns[i]->name;
            if (name == "note") {
                addTo(note, toText(row.values[i]));
            } else if (!saysNothingNew(row.values[i], present.values[i])) {
                edit.columns.push_back(name);
                edit.values.push_back(row.values[i]);
            }
        }
        addTo(note, row.kept);
        if (note != present.note) {
            edit.columns.emplace_back("note");
            edit.values.emplace_back(note);
        }
        if (fate == RowFate::ChangedShape) {
            addShapes(row, edit);
        }
        return m_writer.update(edit);
    }

private:
    static void addTo(std::string& note, const std::string& text) {
        if (!text.empty() && note.find(text) == std::string::npos) {
            note += (note.empty() ? "" : "; ") + text;
        }
    }

    void addShapes(const IncomingRow& row, FeatureEdit& edit) const {
        if (!row.shape.empty()) {
            edit.geometry = row.shape;
        }
        if (row.companion >= 0) {
            const auto& companion = m_incoming.layer->companions[static_cast<std::size_t>(row.companion)];
            edit.companions.emplace_back(companion.table, row.further);
        }
    }

    void add(FeatureEdit& edit, const std::string& name, const Value& value) const {
        const auto required = m_required.find(name);
        edit.columns.push_back(name);
        edit.values.push_back(isNull(value) && required != m_required.end() ? required->second : value);
    }

    [[nodiscard]] FeatureEdit wholeEdit(const IncomingRow& row) const {
        FeatureEdit edit;
        edit.uid = row.uid;
        std::string note;
        bool hasSource = false;
        for (std::size_t i = 0; i < m_incoming.columns.size(); ++i) {
            const auto& name = m_incoming.columns[i]->name;
            hasSource = hasSource || name == "source";
            if (name == "note") {
                note = toText(row.values[i]);
            } else {
                add(edit, name, row.values[i]);
            }
        }
        addTo(note, row.kept);
        add(edit, "note", note.empty() ? Value() : Value(note));
        if (!hasSource) {
            add(edit, "source", m_source);
        }
        add(edit, "source_key", row.key);
        add(edit, "src_crs", m_incoming.crs.crs.code());
        add(edit, "import_uid", m_actUid);
        addShapes(row, edit);
        return edit;
    }

    static void count(const std::string& column, const std::string& value, ImportReport& report) {
        const auto known = std::ranges::find_if(
            report.unmatched, [&](const auto& each) { return each.column == column && each.value == value; });
        if (known == report.unmatched.end()) {
            report.unmatched.push_back({column, value, 1});
        } else {
            ++known->count;
        }
    }

    void setOrKeep(const std::string& uid,
                   const std::string& column,
                   const Value& value,
                   FeatureEdit& whole,
                   ImportReport& report) {
        if (isNull(value) || m_writer.update({uid, {column}, {value}, {}, {}})) {
            return;
        }
        count(column, toText(value), report);
        const auto note = std::ranges::find(whole.columns, "note");
        auto text = toText(whole.values[static_cast<std::size_t>(note - whole.columns.begin())]);
        addTo(text, column + ": " + toText(value));
        whole.values[static_cast<std::size_t>(note - whole.columns.begin())] = text;
    }

    const Incoming& m_incoming;
    FeatureWriter& m_writer;
    std::map<std::string, Value, std::less<>> m_required;
    std::string m_source;
    std::string m_actUid;
};

} // namespace

Result<std::int64_t> writeRows(Plan& plan,
                               const Incoming& incoming,
                               const RowMatches& matches,
                               bool replace,
                               const ImportOptions& options,
                               ImportReport& report,
                               const Progress& progress) {
    const auto fileName = std::filesystem::path(options.source).filename().string();
    const auto& layer = incoming.layer->name;
    auto required = requiredColumns(plan, layer);
    if (!required) {
        return std::unexpected(required.error());
    }
    auto act =
        Act::begin(plan, {"import", std::format("import {} into {}", fileName, layer), options.by, layer});
    if (!act) {
        return std::unexpected(act.error());
    }
    const auto changed = matches.count(RowFate::ChangedShape) + matches.count(RowFate::ChangedValues);
    if (matches.count(RowFate::New) > bulk && (!replace || changed == 0)) {
        act->recordAsBatch();
    }
    auto writer = FeatureWriter::forLayer(plan, *act, layer);
    if (!writer) {
        return std::unexpected(writer.error());
    }
    RowWriter rows(incoming, *writer, *std::move(required));
    rows.describeSource(fileName, act->uid());
    std::int64_t written = 0;
    for (std::size_t i = 0; i < incoming.rows.size(); ++i) {
        const auto fate = matches.fates[i];
        if (progress.stopped()) {
            return failure(ErrorCode::Cancelled, "The import was stopped; nothing was written.");
        }
        if (i % 512 == 0) {
            progress.at(static_cast<double>(i) / static_cast<double>(incoming.rows.size()), "writing");
        }
        if (fate == RowFate::Same || (fate != RowFate::New && !replace)) {
            continue;
        }
        const auto done = fate == RowFate::New
                              ? rows.insert(incoming.rows[i], report)
                              : rows.update(incoming.rows[i],
                                            matches.present[static_cast<std::size_t>(matches.presentOf[i])],
                                            fate);
        if (!done) {
            return within(std::format("feature {}", incoming.rows[i].fid), done.error());
        }
        ++written;
    }
    act->describe(std::format("import {} into {}", fileName, layer), written);
    if (auto entry = act->commit(); !entry) {
        return std::unexpected(entry.error());
    }
    return written;
}

} // namespace tuban
