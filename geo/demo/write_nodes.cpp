#include "geo/base/uid.h"
#include "geo/demo/content.h"
#include "geo/demo/names.h"
#include "geo/plan/search_index.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <format>
#include <utility>

namespace tuban {

namespace {

constexpr std::uint64_t nodeOrdinal = 1003; // apart from the ordinals of layers in uids

/// A step on the way of a project, days from its planned start.
struct Step {
    std::string_view stage, name;
    int days;
};
constexpr std::array<Step, 5> steps{{{"land", "取得土地", -150},
                                     {"approval", "前期手续办结", -45},
                                     {"started", "开工", 0},
                                     {"building", "主体封顶", 360},
                                     {"completed", "竣工", 720}}};
constexpr std::array<std::string_view, 8> stageOrder{
    "idea", "talk", "signed", "land", "approval", "started", "building", "completed"};

std::ptrdiff_t rankOf(std::string_view stage) {
    const auto found = std::ranges::find(stageOrder, stage);
    return found - stageOrder.begin(); // beyond the last: in operation
}

constexpr std::array<std::string_view, 6> permits{
    "record", "siting", "land_permit", "building_permit", "start_permit", "environment"};

class NodeWriter {
public:
    explicit NodeWriter(DemoContent& content)
        : m_content(content),
          m_random(content.options.seed + 23),
          m_milestone(
              content.plan.database(),
              "INSERT INTO milestone(uid, subject, subject_uid, seq, stage, name, plan_date, "
              "actual_date, dept, person) VALUES (?1, 'key_project', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"),
          m_baseline(content.plan.database(),
                     "INSERT INTO baseline(milestone_uid, set_at, plan_date, why) VALUES (?1, ?2, ?3, ?4)"),
          m_permit(content.plan.database(),
                   "INSERT INTO permit(uid, subject, subject_uid, kind, applied, granted, due, dept) VALUES "
                   "(?1, 'key_project', ?2, ?3, ?4, ?5, ?6, '自然资源和规划局')"),
          m_invest(content.plan.database(),
                   "INSERT INTO invest(uid, subject, subject_uid, month, done_wan) VALUES (?1, "
                   "'key_project', ?2, ?3, ?4)"),
          m_blocker(content.plan.database(),
                    "INSERT INTO blocker(uid, subject, subject_uid, kind, what, measure, who, until, opened) "
                    "VALUES (?1, 'key_project', ?2, ?3, ?4, ?5, ?6, ?7, ?8)") {}

    Result<void> write(const DemoProject& project) {
        auto done = writeMilestones(project);
        done = done ? writePermits(project) : done;
        done = done ? writeInvest(project) : done;
        return done && m_random.chance(0.16) ? writeBlocker(project) : done;
    }

private:
    std::string nextUid() { return derivedUid(m_content.options.seed, (nodeOrdinal << 32U) | m_count++); }

    Result<void> writeMilestones(const DemoProject& project) {
        const auto reached = rankOf(project.stage);
        int seq = 0;
        for (const auto& step : steps) {
            const std::string uid = nextUid();
            const int days = project.startDays + step.days;
            const bool slipped = m_random.chance(0.2);
            const int planned = days + (slipped ? m_random.whole(15, 60) : 0);
            const bool actual = rankOf(step.stage) <= reached && planned < 0;
            m_milestone.bind(1, uid).bind(2, project.uid).bind(3, ++seq).bind(4, step.stage);
            m_milestone.bind(5, step.name).bind(6, demoDayPlus(planned));
            const int reachedOn = std::min(planned + m_random.whole(-8, 12), -1);
            m_milestone.bind(7, actual ? Value(demoDayPlus(reachedOn)) : Value());
            m_milestone.bind(8, m_random.of(departments)).bind(9, m_random.of(observers));
            auto done = m_milestone.run();
            done = done ? baseline(uid, "2024-01-08T01:00:00Z", days, "年初计划") : done;
            done = done && slipped ? baseline(uid, "2024-06-12T01:00:00Z", planned, "例会同意顺延") : done;
            if (!done) {
                return done;
            }
        }
        return {};
    }

    Result<void> baseline(const std::string& milestone, const char* at, int days, const char* why) {
        return m_baseline.bind(1, milestone).bind(2, at).bind(3, demoDayPlus(days)).bind(4, why).run();
    }

    /// Permits run beside each other; a project under way has them all.
    Result<void> writePermits(const DemoProject& project) {
        const bool under = rankOf(project.stage) >= rankOf("started");
        if (rankOf(project.stage) < rankOf("land")) {
            return {};
        }
        for (const auto kind : permits) {
            const int applied = std::min(project.startDays, 0) - m_random.whole(40, 140);
            const bool granted = under || m_random.chance(0.5);
            m_permit.bind(1, nextUid()).bind(2, project.uid).bind(3, kind).bind(4, demoDayPlus(applied));
            m_permit.bind(5, granted ? Value(demoDayPlus(applied + m_random.whole(8, 35))) : Value());
            if (auto done = m_permit.bind(6, demoDayPlus(project.startDays - 10)).run(); !done) {
                return done;
            }
        }
        return {};
    }

    Result<void> writeInvest(const DemoProject& project) {
        const int months = project.startDays < -200 ? 7 : project.startDays < -90 ? 3 : 0;
        for (int month = 8 - months; month <= 7; ++month) {
            const double done = std::round(project.totalWan * m_random.between(0.012, 0.034));
            m_invest.bind(1, nextUid()).bind(2, project.uid).bind(3, std::format("2024-{:02}", month));
            if (auto written = m_invest.bind(4, done).run(); !written) {
                return written;
            }
        }
        return {};
    }

    Result<void> writeBlocker(const DemoProject& project) {
        struct Text {
            std::string_view kind, what, measure;
        };
        static constexpr std::array<Text, 5> texts{{{"approval", "施工许可未办结", "容缺受理，专人跟办"},
                                                    {"land", "用地红线内仍有附着物", "属地办事处限期清表"},
                                                    {"funds", "专项借款未拨付", "住房保障中心对接银行"},
                                                    {"utility", "高压线迁改未完成", "与供电公司联合会商"},
                                                    {"hazard", "基坑支护需加固", "专家论证后施工"}}};
        const auto& text = m_random.of(texts);
        m_blocker.bind(1, nextUid()).bind(2, project.uid).bind(3, text.kind).bind(4, text.what);
        m_blocker.bind(5, text.measure).bind(6, m_random.of(departments));
        m_blocker.bind(7, demoDayPlus(m_random.whole(-6, 40)));
        return m_blocker.bind(8, demoDayPlus(-m_random.whole(10, 60))).run();
    }

    DemoContent& m_content;
    Random m_random;
    Statement m_milestone, m_baseline, m_permit, m_invest, m_blocker;
    std::uint64_t m_count = 0;
};

/// Names under which ledgers and people know a feature as well.
struct OtherName {
    std::string_view layer, name, other;
};
constexpr std::array<OtherName, 6> otherNames{
    {{"key_project", "张五砦安置房", "张五寨安置房"},
     {"key_project", "机械研究所二期", "机械所二期"},
     {"key_project", "中原制药厂项目", "中原药厂项目"},
     {"renewal_zone", "连霍以北片区", "连霍北片区"},
     {"utility_line", "张五寨安置区外网供配电", "张五砦安置区外网供配电"},
     {"issue", "张五砦整改事项", "张五寨整改事项"}}};

Result<void> writeAlias(DemoContent& content, const OtherName& known) {
    const auto& database = content.plan.database();
    const std::string layer(known.layer);
    Statement found(database, "SELECT uid FROM " + layer + " WHERE name = ?1");
    const auto row = found.bind(1, known.name).step();
    if (!row || !*row) {
        return row ? Result<void>() : std::unexpected(row.error());
    }
    const std::string uid(found.text(0));
    found.reset();
    Statement insert(database, "INSERT INTO alias(subject, subject_uid, name) VALUES (?1, ?2, ?3)");
    if (auto done = insert.bind(1, layer).bind(2, uid).bind(3, known.other).run(); !done) {
        return done;
    }
    const auto entered = SearchIndex(database, *content.plan.catalogue().layer(layer)).refresh(uid);
    return entered ? Result<void>() : std::unexpected(entered.error());
}

} // namespace

Result<void> writeNodes(DemoContent& content) {
    NodeWriter writer(content);
    for (const auto& project : content.projects) {
        if (auto done = writer.write(project); !done) {
            return done;
        }
    }
    for (const auto& known : otherNames) {
        if (auto done = writeAlias(content, known); !done) {
            return done;
        }
    }
    return {};
}

} // namespace tuban
