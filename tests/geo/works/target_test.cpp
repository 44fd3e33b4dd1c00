// The template's targets, each recomputed by SQL that shares nothing with the rules.
#include "geo/plan/sqlite.h"
#include "geo/works/target.h"
#include "works_fixture.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include <array>
#include <format>
#include <map>
#include <set>

using namespace tuban;
using Catch::Matchers::WithinAbs;

namespace {

/// Some hundreds of features of every layer that targets look at, with marks that go forth and back,
/// corrections and withdrawals; figures follow from the running number n.
constexpr const char* manyFeatures = R"(
CREATE TEMP TABLE nums AS WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 240) SELECT n FROM c;
INSERT INTO key_project(uid, name, kind, stage, actual_start, signed_on, signed_wan, high_quality, invest_total_wan,
    invest_year_plan_wan, dwelling_units, delivered_units, tags)
  SELECT printf('project-%03d', n), '项目', CASE n % 3 WHEN 0 THEN 'resettlement' WHEN 1 THEN 'delivery' ELSE 'industry' END,
    CASE n % 7 WHEN 0 THEN NULL WHEN 1 THEN 'land' WHEN 2 THEN 'approval' WHEN 3 THEN 'started' WHEN 4 THEN 'building'
      WHEN 5 THEN 'closed' ELSE 'signed' END,
    CASE WHEN n % 4 < 2 THEN date('2024-05-01', (n * 3 % 240) || ' days') END,
    CASE WHEN n % 5 < 3 THEN date('2024-03-01', (n * 5 % 300) || ' days') END, n * 100.5, n % 2, n * 1000.25, n * 300,
    n % 9 * 100, n % 9 * (n % 11) * 9,
    CASE n % 6 WHEN 0 THEN '在库' WHEN 1 THEN '在库 已摘牌' WHEN 2 THEN '百亿级、在库' WHEN 3 THEN '保交房' WHEN 4 THEN '非在库' ELSE NULL END
  FROM nums;
INSERT INTO renewal_zone(uid, name, stage, library, plan_year, tags)
  SELECT printf('zone-%03d', n), '片区', CASE n % 3 WHEN 0 THEN 'planning' WHEN 1 THEN 'building' END,
    CASE n % 4 WHEN 0 THEN 'planning' ELSE 'reserve' END, 2023 + n % 3, CASE n % 5 WHEN 0 THEN '在库片区' END
  FROM nums WHERE n <= 60;
INSERT INTO project_part(uid, name, mode, floor_area_m2, stage, actual_complete)
  SELECT printf('part-%03d', n), '楼', CASE n % 4 WHEN 0 THEN 'buy' WHEN 1 THEN 'cash' ELSE 'build' END, n * 777.5,
    CASE n % 3 WHEN 0 THEN 'structure' WHEN 1 THEN 'basically_built' ELSE NULL END,
    CASE WHEN n % 2 THEN date('2024-05-15', (n * 7 % 200) || ' days') END FROM nums;
INSERT INTO road_project(uid, name, stage, tags, geom) SELECT printf('road-%03d', n), '路',
    CASE n % 3 WHEN 0 THEN 'planned' WHEN 1 THEN 'building' ELSE 'open' END,
    CASE n % 2 WHEN 0 THEN '2024道路工程' END, geom FROM nums, (SELECT geom FROM road_project LIMIT 1) WHERE n <= 60;
INSERT INTO parking_site(uid, name, method, kind, spaces_before, spaces_after, stage, opened)
  SELECT printf('parking-%03d', n), '停车场', CASE n % 3 WHEN 0 THEN 'build' WHEN 1 THEN 'share' ELSE 'revitalise' END, 'public',
    n % 50, n % 50 + n, CASE n % 5 WHEN 0 THEN 'open' WHEN 1 THEN 'existing' WHEN 2 THEN 'closed' WHEN 3 THEN 'building' END,
    CASE WHEN n % 3 = 0 THEN date('2023-11-01', (n * 5 % 400) || ' days') END FROM nums;
INSERT INTO eco_corridor(uid, name, stage, opened) SELECT printf('corridor-%03d', n), '廊道',
    CASE n % 3 WHEN 0 THEN 'open' WHEN 1 THEN 'building' END,
    CASE WHEN n % 2 THEN date('2023-11-01', (n * 5 % 400) || ' days') END FROM nums WHERE n <= 80;
INSERT INTO park_site(uid, name, kind, park_plus, stage, opened) SELECT printf('park-%03d', n), '园',
    CASE n % 2 WHEN 0 THEN 'pocket' ELSE 'community' END, n % 10 = 0,
    CASE n % 4 WHEN 0 THEN 'open' WHEN 1 THEN 'existing' WHEN 2 THEN 'building' END,
    CASE WHEN n % 3 = 0 THEN date('2023-11-01', (n * 5 % 400) || ' days') END FROM nums;
INSERT INTO hoarding(uid, hoard_no, issue_state, outcome, tags) SELECT printf('hoarding-%03d', n), printf('WD-%03d', n),
    CASE n % 3 WHEN 0 THEN 'closed' ELSE 'open' END, CASE n % 2 WHEN 0 THEN 'removed' ELSE 'kept' END,
    CASE n % 4 WHEN 0 THEN '问题围挡' END FROM nums;
INSERT INTO facility(uid, name, kind, capacity, stage, opened, tags) SELECT printf('facility-%03d', n), '设施',
    CASE n % 6 WHEN 0 THEN 'school' WHEN 1 THEN 'kindergarten' WHEN 2 THEN 'hospital' WHEN 3 THEN 'elder' WHEN 4 THEN 'water'
      ELSE 'sewage' END, n * 10, CASE n % 4 WHEN 0 THEN 'open' WHEN 1 THEN 'building' WHEN 2 THEN 'existing' END,
    CASE WHEN n % 5 < 3 THEN date('2023-11-01', (n * 5 % 400) || ' days') END, CASE n % 2 WHEN 0 THEN '医养' END FROM nums;
INSERT INTO issue(uid, name, kind, stage, closed, tags) SELECT printf('issue-%03d', n), '问题',
    CASE n % 2 WHEN 0 THEN 'rectification' ELSE 'hazard' END, CASE n % 3 WHEN 0 THEN 'closed' ELSE 'open' END,
    CASE WHEN n % 3 = 0 THEN date('2024-05-01', (n * 5 % 200) || ' days') END, CASE n % 4 WHEN 0 THEN '整改销号' END
  FROM nums WHERE n <= 120;
INSERT INTO invest(uid, subject, subject_uid, month, done_wan) SELECT printf('invest-%03d-%02d', n, m), 'key_project',
    printf('project-%03d', n), printf('2024-%02d', m), n * m FROM nums, (SELECT n AS m FROM nums WHERE n <= 12);
INSERT INTO milestone(uid, subject, subject_uid, seq, name, actual_date) SELECT printf('milestone-%03d', n),
    CASE n % 2 WHEN 0 THEN 'facility' ELSE 'road_project' END,
    CASE n % 2 WHEN 0 THEN printf('facility-%03d', n) ELSE printf('road-%03d', n) END, 1,
    CASE n % 3 WHEN 0 THEN '开工' ELSE CASE n % 2 WHEN 0 THEN '签订合作协议' ELSE '开工前手续办结' END END,
    CASE WHEN n % 4 < 3 THEN date('2023-12-01', (n * 11 % 400) || ' days') END FROM nums;
CREATE TEMP TABLE works AS SELECT 'key_project' AS layer, uid, id AS n FROM key_project UNION ALL
  SELECT 'renewal_zone', uid, id FROM renewal_zone UNION ALL SELECT 'project_part', uid, id FROM project_part UNION ALL
  SELECT 'road_project', uid, id FROM road_project UNION ALL SELECT 'parking_site', uid, id FROM parking_site UNION ALL
  SELECT 'eco_corridor', uid, id FROM eco_corridor UNION ALL SELECT 'park_site', uid, id FROM park_site UNION ALL
  SELECT 'facility', uid, id FROM facility UNION ALL SELECT 'issue', uid, id FROM issue;
INSERT INTO progress_mark(uid, root_uid, on_date, recorded_at, observer, subject, subject_uid, stage, state, geom)
  SELECT printf('%s-%s-%d', layer, uid, m), printf('%s-%s-%d', layer, uid, m),
    date('2023-12-15', ((n * 13 + m * 67) % 400) || ' days'), printf('2024-01-%02dT00:00:00Z', 1 + (n + m) % 28), 'x', layer, uid,
    (SELECT stage FROM ranks r WHERE r.layer = w.layer AND r.rank = (n * 3 + m * 5) % (SELECT count(*) FROM ranks r WHERE r.layer = w.layer)),
    'normal', (SELECT geom FROM key_project WHERE geom IS NOT NULL)
  FROM works w, (SELECT n AS m FROM nums WHERE n <= 3) WHERE n % 3 <> 0 AND m <= n % 4;
INSERT INTO progress_mark(uid, root_uid, on_date, recorded_at, observer, subject, subject_uid, stage, state, geom, corrects, void)
  SELECT 'again-' || uid, uid, date(on_date, '5 days'), '2024-02-01T00:00:00Z', 'x', subject, subject_uid, stage, state, geom, uid, id % 2
  FROM progress_mark WHERE id % 7 = 0;
)";

class ManyWorks : public WorksPlan {
public:
    ManyWorks() {
        const auto& database = plan().database();
        REQUIRE(
            database.execute("CREATE TEMP TABLE ranks(layer TEXT, stage TEXT, rank INTEGER, means TEXT)"));
        Statement rank(database, "INSERT INTO ranks VALUES (?1, ?2, ?3, ?4)");
        for (const auto& layer : plan().catalogue().layers()) {
            for (std::size_t i = 0; i < layer.stages.size(); ++i) {
                static constexpr std::array<const char*, 4> means{
                    "before", "started", "in_service", "closed"};
                rank.bind(1, layer.name).bind(2, layer.stages[i].code).bind(3, static_cast<std::int64_t>(i));
                rank.bind(4, means[static_cast<std::size_t>(layer.stages[i].means)]);
                REQUIRE(rank.run());
                rank.reset();
            }
        }
        const auto filled = database.execute(manyFeatures);
        INFO((filled ? "" : filled.error().message));
        REQUIRE(filled);
        REQUIRE(insertTargetTemplate(database));
        REQUIRE(database.execute(
            "INSERT INTO target_value(uid, target_id, at, value, by) SELECT 'reading-' || code || n, id, "
            "date('2024-05-01', (n * 40) || ' days'), n * 10.5, 'x' FROM target, nums WHERE n <= 4 AND "
            "measure "
            "= 'manual'"));
    }

    double number(const std::string& sql) {
        Statement row(plan().database(), sql);
        const auto found = row.step();
        INFO(sql);
        REQUIRE(found);
        return row.isNull(0) ? 0 : row.real(0);
    }
};

/// Condition on a row p of the layer's table: it has come to the stage, by the table `live` of marks up to
/// the day; within a window where there is one, else at all.
struct Reached {
    std::string layer, stage;
    std::string on = "NULL"; ///< date column that counts where marks do not say
    std::string from{}, to{};

    [[nodiscard]] std::string sql(const std::string& day) const {
        const std::string marks =
            "(SELECT * FROM live WHERE live.layer = '" + layer + "' AND live.uid = p.uid)";
        const auto ofStage = [&](const std::string& what, const std::string& code) {
            return "(SELECT " + what + " FROM ranks WHERE ranks.layer = '" + layer +
                   "' AND ranks.stage = " + code + ")";
        };
        const std::string now =
            "coalesce((SELECT stage FROM " + marks + " ORDER BY k DESC LIMIT 1), p.stage)";
        const std::string wanted = ofStage("rank", "'" + stage + "'");
        const std::string before = "(SELECT max(k) FROM " + marks + " WHERE rank < " + wanted + ")";
        const std::string since = "(CASE WHEN " + before + " IS NULL AND coalesce(" +
                                  ofStage("rank", "p.stage") + ", -1) >= " + wanted +
                                  " THEN NULL ELSE (SELECT min(on_date) FROM " + marks +
                                  " WHERE k > coalesce(" + before + ", '')) END)";
        const std::string marked = "EXISTS (SELECT 1 FROM " + marks + ")";
        const auto inWindow = [&](const std::string& date) {
            return "coalesce(" + date + " >= '" + from + "' AND " + date + " <= min('" + day + "', '" +
                   (to.empty() ? "9999" : to) + "'), 0)";
        };
        const std::string closed = ofStage("means", "'" + stage + "'") + " = 'in_service' AND " +
                                   ofStage("means", now) + " = 'closed'";
        const std::string alwaysThere =
            from.empty() ? "0" : "(coalesce(" + now + ", '') = 'existing' AND NOT " + marked + ")";
        return "(CASE WHEN " + closed + " OR " + alwaysThere + " THEN 0 WHEN coalesce(" +
               ofStage("rank", now) + ", -1) < " + wanted + " THEN NOT " + marked + " AND " + inWindow(on) +
               (from.empty() ? " ELSE 1 END)"
                             : " ELSE " + inWindow("coalesce(" + since + ", " + on + ")") + " END)");
    }
};

std::string tagged(const std::string& tag) {
    return "(' ' || replace(coalesce(tags, ''), '、', ' ') || ' ') LIKE '% " + tag + " %'";
}

/// What each target comes to, by its code.
std::map<std::string, std::string> independentSql(const std::string& day) {
    const std::string begin = "2024-01-01";
    const std::string half = "2024-07-01";
    const std::string end = "2024-12-31";
    const auto opened = [&](const char* layer) {
        return Reached{layer, "open", "p.opened", begin, end}.sql(day);
    };
    const auto signedSum = [&](const std::string& also) {
        return "SELECT sum(signed_wan) / 10000 FROM key_project WHERE signed_on BETWEEN '" + half +
               "' AND min('" + end + "', '" + day + "')" + also;
    };
    const auto milestones = [&](const std::string& layer, const std::string& name, const std::string& also) {
        return "SELECT count(*) FROM milestone m JOIN " + layer +
               " p ON p.uid = m.subject_uid WHERE m.subject = '" + layer + "' AND m.name = '" + name +
               "' AND m.actual_date BETWEEN '" + begin + "' AND min('" + end + "', '" + day + "')" + also;
    };
    return {
        {"T01", "SELECT count(*) FROM key_project WHERE " + tagged("在库")},
        {"T02", "SELECT count(*) FROM key_project WHERE " + tagged("已摘牌")},
        {"T03", "SELECT count(*) FROM renewal_zone WHERE library = 'planning' AND plan_year = 2024"},
        {"T04",
         "SELECT sum(floor_area_m2) / 10000 FROM project_part p WHERE mode = 'build' AND " +
             Reached{"project_part", "basically_built", "p.actual_complete", half, end}.sql(day)},
        {"T05",
         "SELECT sum(i.done_wan) / 10000 FROM invest i JOIN key_project p ON p.uid = i.subject_uid WHERE "
         "p.kind = "
         "'resettlement' AND i.month BETWEEN '2024-07' AND min('2024-12', substr('" +
             day + "', 1, 7))"},
        {"T06", "SELECT count(*) FROM road_project WHERE " + tagged("2024道路工程")},
        {"T07",
         "SELECT sum(spaces_after - spaces_before) FROM parking_site p WHERE " + opened("parking_site")},
        {"T08", "SELECT count(*) FROM eco_corridor p WHERE " + opened("eco_corridor")},
        {"T09", "SELECT count(*) FROM park_site p WHERE kind = 'pocket' AND " + opened("park_site")},
        {"T10", "SELECT count(*) FROM park_site p WHERE park_plus = 1 AND " + opened("park_site")},
        {"T11", "SELECT count(*) FROM hoarding WHERE issue_state = 'closed'"},
        {"T12",
         "SELECT sum(capacity) FROM facility p WHERE kind IN ('school', 'kindergarten') AND " +
             opened("facility")},
        {"T14", signedSum("")},
        {"T15",
         "SELECT sum(invest_total_wan) / 10000 FROM key_project p WHERE " +
             Reached{"key_project", "started", "p.actual_start", half, end}.sql(day)},
        {"T16", signedSum(" AND high_quality = 1")},
        {"T17",
         "SELECT count(*) FROM key_project p WHERE " + tagged("百亿级") + " AND " +
             Reached{"key_project", "land"}.sql(day)},
        {"T18", "SELECT count(*) FROM renewal_zone WHERE " + tagged("在库片区")},
        {"T19",
         "SELECT count(*) FROM issue p WHERE kind = 'rectification' AND " +
             Reached{"issue", "closed", "p.closed", half, end}.sql(day)},
        {"T20",
         "SELECT 100.0 * sum(delivered_units) / sum(dwelling_units) FROM key_project WHERE kind = "
         "'delivery'"},
        {"T21", milestones("facility", "签订合作协议", " AND p.kind = 'sewage'")},
        {"T22", milestones("facility", "签订合作协议", " AND p.kind = 'water'")},
        {"T23", milestones("road_project", "开工前手续办结", "")},
        {"T24", "SELECT 1.0"}, // one base of 100 m × 100 m
        {"T28", "SELECT count(*) FROM facility WHERE kind IN ('hospital', 'elder') AND " + tagged("医养")},
        {"T42", "SELECT 1.0"}, // of two industrial parcels of a hectare the one south of the divider
    };
}

void addShapes(ManyWorks& works) {
    const auto& database = works.plan().database();
    REQUIRE(database.execute("UPDATE key_project SET tags = '340亩' WHERE name = '机械所二期'"));
    REQUIRE(database.execute("UPDATE parcel SET lu_code = '1001', supply_status = 'none'"));
    auto act = Act::begin(works.plan(), {.kind = "edit", .what = "draw", .by = "test", .layer = ""});
    REQUIRE(act);
    auto parcels = FeatureWriter::forLayer(works.plan(), *act, "parcel");
    auto units = FeatureWriter::forLayer(works.plan(), *act, "area_unit");
    REQUIRE(parcels);
    REQUIRE(units);
    const auto text = [](const char* word) { return Value(std::string(word)); };
    // The fixture's two parcels lie south of 3853700 and the divider; one of them is sold, a third lies
    // north.
    REQUIRE(units->insert(
        {.columns = {"name", "kind"},
         .values = {text("连霍高速"), text("divider")},
         .geometry =
             makePolygon({{{450000, 3853800}, {470000, 3853900}, {470000, 3853950}, {450000, 3853850}}})}));
    REQUIRE(parcels->insert(
        {.columns = {"parcel_no", "lu_code", "supply_status"},
         .values = {text("N-1"), text("1001"), text("none")},
         .geometry =
             makePolygon({{{458800, 3855000}, {458900, 3855000}, {458900, 3855100}, {458800, 3855100}}})}));
    REQUIRE(parcels->update({.uid = works.east.uid, .columns = {"supply_status"}, .values = {text("sold")}}));
    REQUIRE(act->commit());
}

} // namespace

TEST_CASE("Each target of the template is what independent SQL makes of it") {
    ManyWorks works;
    addShapes(works);
    for (const std::string day : {"2024-06-30", "2024-08-21", "2024-12-31", "2025-01-15"}) {
        REQUIRE(works.plan().database().execute("DROP TABLE IF EXISTS live"));
        REQUIRE(works.plan().database().execute(
            std::format("CREATE TEMP TABLE live AS SELECT m.subject AS layer, m.subject_uid AS uid, m.stage, "
                        "m.on_date, r.rank, "
                        "m.on_date || m.recorded_at || m.uid AS k FROM v_mark_live m JOIN ranks r ON r.layer "
                        "= m.subject AND "
                        "r.stage = m.stage WHERE m.on_date <= '{}'",
                        day)));
        const auto ledger = targetLedger(works.plan(), {.asOf = day});
        INFO((ledger ? "" : ledger.error().message));
        REQUIRE(ledger);
        REQUIRE(ledger->size() == 42);
        const auto expected = independentSql(day);
        for (const auto& state : *ledger) {
            INFO(state.target.code << " on " << day);
            const auto found = expected.find(state.target.code);
            if (found == expected.end()) {
                CHECK_FALSE(state.target.rule);
                CHECK_THAT(
                    state.actual().value_or(0),
                    WithinAbs(works.number(
                                  "SELECT value FROM target_value v JOIN target t ON t.id = v.target_id "
                                  "WHERE t.code = '" +
                                  state.target.code + "' AND at <= '" + day + "' ORDER BY at DESC LIMIT 1"),
                              1e-9));
                continue;
            }
            CHECK_THAT(state.actual().value_or(0), WithinAbs(works.number(found->second), 1e-6));
            const std::set<std::string> once = [&] {
                std::set<std::string> names;
                for (const auto& feature : state.measured.features) {
                    names.insert(feature.layer + ":" + feature.uid);
                }
                return names;
            }();
            CHECK(once.size() == state.measured.features.size());
            double parts = 0;
            for (const auto& [key, actual] : state.measured.split) {
                parts += actual;
            }
            if (!state.measured.split.empty()) {
                CHECK_THAT(parts, WithinAbs(*state.measured.actual, 1e-6));
            }
        }
    }
}

TEST_CASE("A push never has a share, and what only strives never turns badly late") {
    ManyWorks works;
    addShapes(works);
    const auto ledger = targetLedger(works.plan(), {.asOf = "2025-12-31"});
    REQUIRE(ledger);
    for (const auto& state : *ledger) {
        INFO(state.target.code);
        if (state.target.kind == TargetKind::Push || state.target.kind == TargetKind::Watch) {
            CHECK_FALSE(state.share);
            CHECK_FALSE(state.remaining());
        }
        if (!state.target.isPromised()) {
            CHECK(state.light != Light::BadlyLate);
        }
        CHECK_FALSE(state.why.zh.empty());
        CHECK_FALSE(state.why.en.empty());
    }
}

TEST_CASE("The light of a target turns at its thresholds") {
    TargetState state;
    state.target.kind = TargetKind::Done;
    state.target.word = "ensure";
    state.target.planMin = 100;
    state.target.windowFrom = "2024-01-01";
    state.target.windowTo = state.target.due = "2024-12-31";
    state.target.rule.emplace();
    const auto lightOn = [&](double actual, const char* day) {
        state.measured.actual = actual;
        judgeTarget(state, day);
        return state.light;
    };
    // 30 June 2024: 182 of 366 days have passed, 49.73 %
    CHECK(lightOn(50, "2024-06-30") == Light::OnPlan);
    CHECK(lightOn(39.8, "2024-06-30") == Light::OnPlan);
    CHECK(lightOn(39.7, "2024-06-30") == Light::Due);
    CHECK(lightOn(19.8, "2024-06-30") == Light::Due);
    CHECK(lightOn(19.7, "2024-06-30") == Light::Late);
    CHECK(lightOn(100, "2024-06-30") == Light::Done);
    CHECK(lightOn(99, "2024-12-31") == Light::OnPlan); // the due day itself
    CHECK(lightOn(99, "2025-01-01") == Light::Late);
    CHECK(lightOn(99, "2025-01-30") == Light::Late);
    CHECK(lightOn(99, "2025-01-31") == Light::BadlyLate);
    state.target.word = "strive";
    CHECK(lightOn(99, "2025-01-31") == Light::Late);
}

TEST_CASE("A rule that cannot be is refused with the key that is wrong") {
    CHECK(parseTargetRule(R"({"measure": "count", "layer": "parcel"})"));
    CHECK_FALSE(parseTargetRule("[]"));
    CHECK_FALSE(parseTargetRule(R"({"measure": "count"})"));
    const auto unknown =
        parseTargetRule(R"({"measure": "count", "layer": "parcel", "sql": "DROP TABLE parcel"})");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().message.contains("sql"));
}
