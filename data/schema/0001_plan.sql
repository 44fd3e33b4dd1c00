-- A plan, schema version 1. Run once, outside a transaction, on an empty file, by a connection with mod_spatialite;
-- ${srid} is the EPSG code of the plan. A plan is opened and edited without that extension.
-- Triggers, checks and views name only functions of plain SQLite and SpatiaLite and no SQL newer than SQLite 3.37, so
-- that other programs can edit the file. Instants are UTC `YYYY-MM-DDTHH:MM:SSZ`, days `YYYY-MM-DD`. Ids are local to
-- the file; a uid is what names a row in another copy of the plan.
SELECT InitSpatialMetaData(1, 'NONE');
SELECT InsertEpsgSrid(${srid});

-- Facts of the plan: plan_uid, name, srid, today (its own clock, absent in a real plan), stamp …
CREATE TABLE workspace (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
-- Thresholds, presets, themes and saved views, as JSON.
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT
);
CREATE TABLE land_use (
    scheme TEXT NOT NULL CHECK(scheme IN ('MNR2023', 'GBT21010', 'GB50137', 'SURVEY3')),
    code TEXT NOT NULL,
    parent TEXT,
    level INTEGER NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT,
    r INTEGER,
    g INTEGER,
    b INTEGER,
    rgb_source TEXT,
    PRIMARY KEY(scheme, code)
);

-- Journal -----------------------------------------------------------------------------------------------------
CREATE TABLE journal (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    kind TEXT NOT NULL CHECK(kind IN ('edit', 'import', 'mark', 'undo', 'redo', 'merge', 'foreign', 'schema')),
    what TEXT NOT NULL,
    undoes TEXT REFERENCES journal(uid),
    layer TEXT,
    features INTEGER,
    schema_version INTEGER NOT NULL
);
CREATE INDEX journal_undoes ON journal(undoes) WHERE undoes IS NOT NULL;
-- The changeset of an entry in pieces, packed by zlib; put back newest first.
CREATE TABLE journal_chunk (
    journal_id INTEGER NOT NULL REFERENCES journal(id),
    n INTEGER NOT NULL,
    packed BLOB NOT NULL,
    PRIMARY KEY(journal_id, n)
);
-- Changesets hold ids, not uids: the history of a feature is found here. Rows of a bulk import carry import_uid instead.
CREATE TABLE journal_feature (
    journal_id INTEGER NOT NULL,
    layer TEXT NOT NULL,
    uid TEXT NOT NULL,
    PRIMARY KEY(layer, uid, journal_id)
) WITHOUT ROWID;
CREATE INDEX journal_feature_entry ON journal_feature(journal_id);
-- What a merge found changed on both sides: ours stays, both values are kept here.
CREATE TABLE conflict (
    uid TEXT PRIMARY KEY,
    layer TEXT NOT NULL,
    feature_uid TEXT NOT NULL,
    column_name TEXT NOT NULL,
    base TEXT,
    mine TEXT,
    theirs TEXT,
    resolved TEXT
);

-- Layers ----------------------------------------------------------------------------------------------------
-- Columns are described in data/catalogue/layers.json, domains in domains.json. A row may lack its shape (待落图).

-- 地块
CREATE TABLE parcel (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    parcel_no TEXT,
    name TEXT NOT NULL DEFAULT '',
    location TEXT,
    lu_scheme TEXT NOT NULL DEFAULT 'MNR2023' CHECK(lu_scheme IN ('MNR2023', 'GBT21010', 'GB50137', 'SURVEY3')),
    lu_code TEXT,
    lu_raw TEXT,
    lu_current TEXT,
    mix TEXT CHECK(mix IS NULL OR json_valid(mix)),
    tenure TEXT CHECK(tenure IN ('state', 'collective')),
    owner TEXT,
    land_user TEXT,
    supply_status TEXT CHECK(supply_status IN ('none', 'approved', 'listed', 'sold', 'allocated', 'leased')),
    deal_date TEXT,
    deal_price_wan REAL,
    contract_no TEXT,
    start_due TEXT,
    complete_due TEXT,
    actual_start TEXT,
    halted_since TEXT,
    actual_complete TEXT,
    dev_area_due_m2 REAL CHECK(dev_area_due_m2 >= 0),
    dev_area_m2 REAL CHECK(dev_area_m2 >= 0),
    invest_due_wan REAL CHECK(invest_due_wan >= 0),
    invest_wan REAL CHECK(invest_wan >= 0),
    inefficient INTEGER NOT NULL DEFAULT 0 CHECK(inefficient IN (0, 1)),
    inefficient_why TEXT,
    idle_decided TEXT,
    idle_cause TEXT CHECK(idle_cause IN ('owner', 'government')),
    far_min REAL CHECK(far_min >= 0),
    far_max REAL CHECK(far_max >= 0),
    density_max REAL CHECK(density_max BETWEEN 0 AND 1),
    green_min REAL CHECK(green_min BETWEEN 0 AND 1),
    height_max_m REAL CHECK(height_max_m >= 0),
    floor_area_m2 REAL CHECK(floor_area_m2 >= 0),
    footprint_m2 REAL CHECK(footprint_m2 >= 0),
    green_area_m2 REAL CHECK(green_area_m2 >= 0),
    households INTEGER CHECK(households >= 0),
    population INTEGER CHECK(population >= 0),
    area_legal_m2 REAL,
    area_legal_from TEXT CHECK(area_legal_from IN ('certificate', 'contract', 'approval', 'survey')),
    area_planar_m2 REAL,
    area_ellip_m2 REAL,
    area_adj_m2 REAL,
    sheet_no TEXT,
    stage TEXT,
    tags TEXT,
    note TEXT,
    source TEXT,
    retired_on TEXT,
    source_key TEXT,
    src_crs TEXT,
    import_uid TEXT,
    CHECK(far_min IS NULL OR far_max IS NULL OR far_min <= far_max)
);

CREATE INDEX parcel_parcel_no ON parcel(parcel_no);

CREATE INDEX parcel_lu_scheme_lu_code ON parcel(lu_scheme, lu_code);

-- 控规地块
CREATE TABLE plan_block (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    block_no TEXT,
    name TEXT NOT NULL DEFAULT '',
    lu_scheme TEXT NOT NULL DEFAULT 'MNR2023' CHECK(lu_scheme IN ('MNR2023', 'GBT21010', 'GB50137', 'SURVEY3')),
    lu_code TEXT,
    lu_raw TEXT,
    mix TEXT CHECK(mix IS NULL OR json_valid(mix)),
    far_min REAL CHECK(far_min >= 0),
    far_max REAL CHECK(far_max >= 0),
    density_max REAL CHECK(density_max BETWEEN 0 AND 1),
    green_min REAL CHECK(green_min BETWEEN 0 AND 1),
    height_max_m REAL CHECK(height_max_m >= 0),
    area_legal_m2 REAL,
    area_planar_m2 REAL,
    area_ellip_m2 REAL,
    facilities TEXT,
    approval_no TEXT,
    approved_on TEXT,
    note TEXT,
    source TEXT,
    retired_on TEXT,
    source_key TEXT,
    src_crs TEXT,
    import_uid TEXT,
    CHECK(far_min IS NULL OR far_max IS NULL OR far_min <= far_max)
);

CREATE INDEX plan_block_block_no ON plan_block(block_no);

-- 现状图斑
CREATE TABLE survey_patch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    patch_no TEXT,
    patch_no_before TEXT,
    feature_code TEXT,
    name TEXT NOT NULL DEFAULT '',
    lu_scheme TEXT NOT NULL DEFAULT 'SURVEY3' CHECK(lu_scheme IN ('MNR2023', 'GBT21010', 'GB50137', 'SURVEY3')),
    lu_code TEXT,
    lu_raw TEXT,
    tenure TEXT CHECK(tenure IN ('state', 'collective')),
    owner_code TEXT,
    owner TEXT,
    location_code TEXT,
    location TEXT,
    area_legal_m2 REAL,
    area_planar_m2 REAL,
    area_ellip_m2 REAL,
    deduct_code TEXT,
    deduct_ratio REAL,
    deduct_area_m2 REAL,
    class_area_m2 REAL,
    linear_area_m2 REAL,
    scattered_area_m2 REAL,
    farmland_type TEXT,
    slope_grade TEXT,
    linear_width_m REAL,
    refine_code TEXT,
    refine_name TEXT,
    crop_code TEXT,
    crop_name TEXT,
    farmland_grade INTEGER,
    enclave TEXT,
    town_code TEXT,
    data_year INTEGER,
    sea_code TEXT,
    island_name TEXT,
    note TEXT,
    source TEXT,
    retired_on TEXT,
    source_key TEXT,
    src_crs TEXT,
    import_uid TEXT
);

CREATE INDEX survey_patch_patch_no ON survey_patch(patch_no);

-- 片区边界
CREATE TABLE area_unit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    code TEXT,
    name TEXT NOT NULL DEFAULT '',
    kind TEXT CHECK(kind IN ('admin', 'street_office', 'industrial_park', 'co_development', 'school_district', 'service_area', 'divider', 'other')),
    area_control_m2 REAL,
    area_planar_m2 REAL,
    area_ellip_m2 REAL,
    households INTEGER CHECK(households >= 0),
    population INTEGER CHECK(population >= 0),
    leader TEXT,
    dept TEXT,
    person TEXT,
    phone TEXT,
    note TEXT,
    source TEXT,
    retired_on TEXT,
    source_key TEXT,
    src_crs TEXT,
    import_uid TEXT
);

-- 更新片区
CREATE TABLE renewal_zone (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    code TEXT,
    name TEXT NOT NULL DEFAULT '',
    object_kind TEXT CHECK(object_kind IN ('residential', 'inefficient', 'heritage', 'facility', 'ecology', 'resilience', 'other')),
    mode TEXT CHECK(mode IN ('conserve', 'upgrade', 'alter', 'rebuild')),
    library TEXT CHECK(library IN ('planning', 'reserve', 'implementing', 'exited')),
    plan_year INTEGER,
    body TEXT,
    invest_wan REAL CHECK(invest_wan >= 0),
    land_area_m2 REAL CHECK(land_area_m2 >= 0),
    inefficient_area_m2 REAL CHECK(inefficient_area_m2 >= 0),
    retain_floor_m2 REAL CHECK(retain_floor_m2 >= 0),
    alter_floor_m2 REAL CHECK(alter_floor_m2 >= 0),
    demolish_floor_m2 REAL CHECK(demolish_floor_m2 >= 0),
    new_floor_m2 REAL CHECK(new_floor_m2 >= 0),
    public_land_m2 REAL CHECK(public_land_m2 >= 0),
    households INTEGER CHECK(households >= 0),
    area_planar_m2 REAL,
    area_ellip_m2 REAL,
    stage TEXT,
    plan_start TEXT,
    actual_start TEXT,
    plan_complete TEXT,
    actual_complete TEXT,
    leader TEXT,
    dept TEXT,
    person TEXT,
    phone TEXT,
    team TEXT,
    tags TEXT,
    note TEXT,
    source TEXT,
    retired_on TEXT,
    source_key TEXT,
    src_crs TEXT,
    import_uid TEXT
);

-- 道路工程
CREATE TABLE road_project (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    code TEXT,
    name TEXT NOT NULL DEFAULT '',
    grade TEXT CHECK(grade IN ('express', 'arterial', 'collector', 'local')),
    from_at TEXT,
    to_at TEXT,
    redline_m REAL CHECK(redline_m > 0),
    lanes INTEGER CHECK(lanes > 0),
    length_m REAL CHECK(length_m >= 0),
    dead_end INTEGER NOT NULL DEFAULT 0 CHECK(dead_end IN (0, 1)),
    dead_end_why TEXT,
    opened TEXT,
    invest_total_wan REAL CHECK(invest_total_wan >= 0),
    stage TEXT,
    plan_start TEXT,
    actual_start TEXT,
    plan_complete TEXT,
    actual_complete TEXT,
    leader TEXT,
    dept TEXT,
    person TEXT,
    phone TEXT,
    team TEXT,
    tags TEXT,
    note TEXT,
    source TEXT,
    retired_on TEXT,
    source_key TEXT,
    src_crs TEXT,
    import_uid TEXT
);

-- 市政管线
CREATE TABLE utility_line (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    code TEXT,
    name TEXT NOT NULL DEFAULT '',
    kind TEXT CHECK(kind IN ('water', 'sewage', 'rain', 'gas', 'heat', 'power', 'telecom', 'tunnel', 'other')),
    from_at TEXT,
    to_at TEXT,
    diameter_mm REAL CHECK(diameter_mm > 0),
    voltage_kv REAL CHECK(voltage_kv > 0),
    laid TEXT CHECK(laid IN ('buried', 'overhead', 'tunnel')),
    length_m REAL CHECK(length_m >= 0),
    owner TEXT,
    opened TEXT,
    invest_total_wan REAL CHECK(invest_total_wan >= 0),
    stage TEXT,
    plan_start TEXT,
    actual_start TEXT,
    plan_complete TEXT,
    actual_complete TEXT,
    leader TEXT,
    dept TEXT,
    person TEXT,
    phone TEXT,
    team TEXT,
    tags TEXT,
    note TEXT,
    source TEXT,
    retired_on TEXT,
    source_key TEXT,
    src_crs TEXT,
    import_uid TEXT
);

-- 停车场
CREATE TABLE parking_site (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    code TEXT,
    name TEXT NOT NULL DEFAULT '',
    location TEXT,
    method TEXT CHECK(method IN ('revitalise', 'share', 'build')),
    kind TEXT CHECK(kind IN ('on_street', 'public', 'attached')),
    mechanical INTEGER NOT NULL DEFAULT 0 CHECK(mechanical IN (0, 1)),
    spaces_before INTEGER NOT NULL DEFAULT 0 CHECK(spaces_before >= 0),
    spaces_after INTEGER CHECK(spaces_after >= 0),
    spaces_ev INTEGER CHECK(spaces_ev >= 0),
    spaces_accessible INTEGER CHECK(spaces_accessible >= 0),
    shared_hours TEXT,
    operator TEXT,
    opened TEXT,
    invest_total_wan REAL CHECK(invest_total_wan >= 0),
    stage TEXT,
    plan_start TEXT,
    actual_start TEXT,
    plan_complete TEXT,
    actual_complete TEXT,
    leader TEXT,
    dept TEXT,
    person TEXT,
    phone TEXT,
    team TEXT,
    tags TEXT,
    note TEXT,
    source TEXT,
    retired_on TEXT,
    source_key TEXT,
    src_crs TEXT,
    import_uid TEXT
);

-- 公园绿地
CREATE TABLE park_site (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    code TEXT,
    name TEXT NOT NULL DEFAULT '',
    location TEXT,
    kind TEXT CHECK(kind IN ('comprehensive', 'community', 'special', 'pocket', 'strip')),
    area_m2 REAL CHECK(area_m2 >= 0),
    green_m2 REAL CHECK(green_m2 >= 0),
    area_planar_m2 REAL,
    area_ellip_m2 REAL,
    open_to_public INTEGER NOT NULL DEFAULT 1 CHECK(open_to_public IN (0, 1)),
    service_radius_m REAL CHECK(service_radius_m > 0),
    park_plus INTEGER NOT NULL DEFAULT 0 CHECK(park_plus IN (0, 1)),
    opened TEXT,
    invest_total_wan REAL CHECK(invest_total_wan >= 0),
    stage TEXT,
    plan_start TEXT,
    actual_start TEXT,
    plan_complete TEXT,
    actual_complete TEXT,
    leader TEXT,
    dept TEXT,
    person TEXT,
    phone TEXT,
    team TEXT,
    tags TEXT,
    note TEXT,
    source TEXT,
    retired_on TEXT,
    source_key TEXT,
    src_crs TEXT,
    import_uid TEXT
);

-- 生态廊道
CREATE TABLE eco_corridor (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    code TEXT,
    name TEXT NOT NULL DEFAULT '',
    along TEXT CHECK(along IN ('road', 'river', 'rail', 'expressway', 'other')),
    from_at TEXT,
    to_at TEXT,
    length_m REAL CHECK(length_m >= 0),
    width_min_m REAL CHECK(width_min_m >= 0),
    width_mean_m REAL CHECK(width_mean_m >= 0),
    area_m2 REAL CHECK(area_m2 >= 0),
    greenway_m REAL CHECK(greenway_m >= 0),
    area_planar_m2 REAL,
    area_ellip_m2 REAL,
    opened TEXT,
    invest_total_wan REAL CHECK(invest_total_wan >= 0),
    stage TEXT,
    plan_start TEXT,
    actual_start TEXT,
    plan_complete TEXT,
    actual_complete TEXT,
    leader TEXT,
    dept TEXT,
    person TEXT,
    phone TEXT,
    team TEXT,
    tags TEXT,
    note TEXT,
    source TEXT,
    retired_on TEXT,
    source_key TEXT,
    src_crs TEXT,
    import_uid TEXT
);

-- 围挡
CREATE TABLE hoarding (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    hoard_no TEXT,
    name TEXT NOT NULL DEFAULT '',
    location TEXT,
    why TEXT,
    style TEXT CHECK(style IN ('wall', 'steel', 'pvc', 'see_through', 'temporary')),
    height_m REAL CHECK(height_m > 0),
    length_m REAL CHECK(length_m >= 0),
    occupies TEXT CHECK(occupies IN ('none', 'footway', 'cycleway', 'carriageway')),
    occupied_m2 REAL CHECK(occupied_m2 >= 0),
    permit_no TEXT,
    permit_from TEXT,
    permit_to TEXT,
    set_up TEXT,
    plan_remove TEXT,
    removed TEXT,
    unit TEXT,
    leader TEXT,
    person TEXT,
    phone TEXT,
    issue_state TEXT NOT NULL DEFAULT 'ok' CHECK(issue_state IN ('ok', 'open', 'fixing', 'closed')),
    issue TEXT,
    fix_due TEXT,
    fixed TEXT,
    outcome TEXT CHECK(outcome IN ('removed', 'upgraded', 'kept')),
    stage TEXT,
    tags TEXT,
    note TEXT,
    source TEXT,
    retired_on TEXT,
    source_key TEXT,
    src_crs TEXT,
    import_uid TEXT,
    CHECK(removed IS NULL OR set_up IS NULL OR removed >= set_up)
);

CREATE INDEX hoarding_hoard_no ON hoarding(hoard_no);

-- 重点项目
CREATE TABLE key_project (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    code TEXT,
    name TEXT NOT NULL DEFAULT '',
    location TEXT,
    kind TEXT CHECK(kind IN ('industry', 'renewal', 'resettlement', 'delivery', 'road', 'utility', 'school', 'hospital', 'park', 'parking', 'other')),
    level TEXT CHECK(level IN ('province', 'city', 'district')),
    owner TEXT,
    contractor TEXT,
    leader TEXT,
    dept TEXT,
    person TEXT,
    phone TEXT,
    team TEXT,
    chain TEXT,
    content TEXT,
    stage TEXT,
    stage_since TEXT,
    halted INTEGER NOT NULL DEFAULT 0 CHECK(halted IN (0, 1)),
    plan_start TEXT,
    actual_start TEXT,
    plan_complete TEXT,
    actual_complete TEXT,
    signed_on TEXT,
    signed_wan REAL CHECK(signed_wan >= 0),
    high_quality INTEGER NOT NULL DEFAULT 0 CHECK(high_quality IN (0, 1)),
    invest_total_wan REAL CHECK(invest_total_wan >= 0),
    invest_year_plan_wan REAL CHECK(invest_year_plan_wan >= 0),
    invest_done_before_wan REAL CHECK(invest_done_before_wan >= 0),
    approval_code TEXT,
    in_statistics INTEGER NOT NULL DEFAULT 0 CHECK(in_statistics IN (0, 1)),
    in_statistics_on TEXT,
    why_not_in_statistics TEXT,
    stat_code TEXT,
    declared_area_m2 REAL CHECK(declared_area_m2 >= 0),
    floor_area_m2 REAL CHECK(floor_area_m2 >= 0),
    dwelling_units INTEGER CHECK(dwelling_units >= 0),
    households INTEGER CHECK(households >= 0),
    delivered_units INTEGER CHECK(delivered_units >= 0),
    promised_delivery TEXT,
    on_whitelist INTEGER CHECK(on_whitelist IN (0, 1)),
    seats INTEGER CHECK(seats >= 0),
    issue TEXT,
    source_sentence TEXT,
    tags TEXT,
    note TEXT,
    source TEXT,
    retired_on TEXT,
    source_key TEXT,
    src_crs TEXT,
    import_uid TEXT,
    CHECK(actual_complete IS NULL OR actual_start IS NULL OR actual_complete >= actual_start)
);

CREATE INDEX key_project_code ON key_project(code);

-- 项目分部
CREATE TABLE project_part (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    code TEXT,
    name TEXT NOT NULL DEFAULT '',
    subject TEXT,
    subject_uid TEXT,
    mode TEXT CHECK(mode IN ('build', 'buy', 'cash')),
    floor_area_m2 REAL CHECK(floor_area_m2 >= 0),
    units INTEGER CHECK(units >= 0),
    storeys INTEGER CHECK(storeys >= 0),
    area_planar_m2 REAL,
    area_ellip_m2 REAL,
    stage TEXT,
    plan_start TEXT,
    actual_start TEXT,
    plan_complete TEXT,
    actual_complete TEXT,
    tags TEXT,
    note TEXT,
    source TEXT,
    retired_on TEXT,
    source_key TEXT,
    src_crs TEXT,
    import_uid TEXT
);

CREATE INDEX project_part_subject_subject_uid ON project_part(subject, subject_uid);

-- 公共设施
CREATE TABLE facility (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    code TEXT,
    name TEXT NOT NULL DEFAULT '',
    location TEXT,
    kind TEXT CHECK(kind IN ('school', 'kindergarten', 'hospital', 'elder', 'fitness', 'culture', 'water', 'sewage', 'power', 'heat', 'other')),
    capacity REAL CHECK(capacity >= 0),
    capacity_unit TEXT,
    opened TEXT,
    invest_total_wan REAL CHECK(invest_total_wan >= 0),
    stage TEXT,
    plan_start TEXT,
    actual_start TEXT,
    plan_complete TEXT,
    actual_complete TEXT,
    leader TEXT,
    dept TEXT,
    person TEXT,
    phone TEXT,
    team TEXT,
    tags TEXT,
    note TEXT,
    source TEXT,
    retired_on TEXT,
    source_key TEXT,
    src_crs TEXT,
    import_uid TEXT
);

-- 问题隐患
CREATE TABLE issue (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    code TEXT,
    name TEXT NOT NULL DEFAULT '',
    location TEXT,
    kind TEXT CHECK(kind IN ('hazard', 'rectification', 'clearance', 'utility', 'environment', 'other')),
    level TEXT CHECK(level IN ('general', 'major', 'critical')),
    matter TEXT,
    measure TEXT,
    plan TEXT,
    leader TEXT,
    dept TEXT,
    person TEXT,
    phone TEXT,
    raised TEXT,
    due TEXT,
    closed TEXT,
    stage TEXT,
    tags TEXT,
    note TEXT,
    source TEXT,
    retired_on TEXT,
    source_key TEXT,
    src_crs TEXT,
    import_uid TEXT
);

-- Further shapes of a feature, one geometry a table; of_uid names the feature.
CREATE TABLE road_project_area (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    of_uid TEXT NOT NULL -- road_project.uid
);
CREATE INDEX road_project_area_of_uid ON road_project_area(of_uid);
CREATE TABLE parking_site_area (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    of_uid TEXT NOT NULL -- parking_site.uid
);
CREATE INDEX parking_site_area_of_uid ON parking_site_area(of_uid);
CREATE TABLE park_entrance (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    of_uid TEXT NOT NULL -- park_site.uid
);
CREATE INDEX park_entrance_of_uid ON park_entrance(of_uid);
CREATE TABLE hoarding_point (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    of_uid TEXT NOT NULL -- hoarding.uid
);
CREATE INDEX hoarding_point_of_uid ON hoarding_point(of_uid);
CREATE TABLE key_project_area (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    of_uid TEXT NOT NULL -- key_project.uid
);
CREATE INDEX key_project_area_of_uid ON key_project_area(of_uid);
CREATE TABLE facility_area (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    of_uid TEXT NOT NULL -- facility.uid
);
CREATE INDEX facility_area_of_uid ON facility_area(of_uid);
CREATE TABLE issue_line (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    of_uid TEXT NOT NULL -- issue.uid
);
CREATE INDEX issue_line_of_uid ON issue_line(of_uid);
CREATE TABLE issue_area (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    of_uid TEXT NOT NULL -- issue.uid
);
CREATE INDEX issue_area_of_uid ON issue_area(of_uid);

-- Progress ----------------------------------------------------------------------------------------------------
-- What was so on a day at a place. Never changed or deleted: a mark is corrected or withdrawn (void) by another one.
-- root_uid is the first mark of a chain of corrections (its own uid when it corrects nothing); the latest of a chain by
-- (recorded_at, uid) counts, unless it is void. mark_track and mark_extent keep the stretch and the part as they lay.
CREATE TABLE progress_mark (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    root_uid TEXT NOT NULL,
    on_date TEXT NOT NULL,
    recorded_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    observer TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_uid TEXT NOT NULL,
    stage TEXT,
    percent REAL CHECK(percent BETWEEN 0 AND 100),
    state TEXT NOT NULL DEFAULT 'normal' CHECK(state IN ('normal', 'slow', 'halted', 'done', 'problem')),
    work_layer TEXT CHECK(work_layer IN ('clearance', 'pipes', 'subgrade', 'base', 'surface', 'footway', 'traffic', 'lighting', 'greening')),
    from_m REAL CHECK(from_m >= 0),
    to_m REAL CHECK(to_m > from_m),
    part_uid TEXT, -- project_part.uid
    invest_month_wan REAL,
    note TEXT,
    accuracy_m REAL CHECK(accuracy_m >= 0),
    distance_m REAL CHECK(distance_m >= 0),
    locate TEXT CHECK(locate IN ('gps', 'map', 'subject')),
    corrects TEXT REFERENCES progress_mark(uid),
    void INTEGER NOT NULL DEFAULT 0 CHECK(void IN (0, 1)),
    CHECK(void = 0 OR corrects IS NOT NULL)
);
CREATE INDEX progress_mark_subject ON progress_mark(subject, subject_uid, on_date);
CREATE INDEX progress_mark_corrects ON progress_mark(corrects) WHERE corrects IS NOT NULL;
CREATE INDEX progress_mark_root ON progress_mark(root_uid);
CREATE TRIGGER progress_mark_no_update BEFORE UPDATE ON progress_mark
BEGIN SELECT RAISE(ABORT, 'progress_mark is append-only'); END;
CREATE TRIGGER progress_mark_no_delete BEFORE DELETE ON progress_mark
BEGIN SELECT RAISE(ABORT, 'progress_mark is append-only'); END;
-- INSERT OR REPLACE passes by delete triggers.
CREATE TRIGGER progress_mark_no_replace BEFORE INSERT ON progress_mark
WHEN EXISTS (SELECT 1 FROM progress_mark WHERE uid = NEW.uid OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'progress_mark is append-only'); END;

CREATE TABLE mark_track (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mark_uid TEXT NOT NULL UNIQUE REFERENCES progress_mark(uid)
);
CREATE TABLE mark_extent (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    mark_uid TEXT NOT NULL UNIQUE REFERENCES progress_mark(uid)
);

CREATE VIEW v_mark_live AS
SELECT m.* FROM progress_mark m
WHERE m.void = 0 AND NOT EXISTS (
    SELECT 1 FROM progress_mark later
    WHERE later.root_uid = m.root_uid
        AND (later.recorded_at > m.recorded_at OR (later.recorded_at = m.recorded_at AND later.uid > m.uid)));
CREATE VIEW v_mark_latest AS
SELECT m.* FROM v_mark_live m
WHERE m.uid = (
    SELECT latest.uid FROM v_mark_live latest
    WHERE latest.subject = m.subject AND latest.subject_uid = m.subject_uid
    ORDER BY latest.on_date DESC, latest.recorded_at DESC, latest.uid DESC LIMIT 1);

-- The stage of each feature on the plan's day as the marks say it, kept for other programs in the same transaction.
CREATE TABLE state_now (
    layer TEXT NOT NULL,
    uid TEXT NOT NULL,
    stage TEXT,
    percent REAL,
    state TEXT,
    since TEXT,
    light TEXT,
    PRIMARY KEY(layer, uid)
);

-- Photos and other files by the hash of their content. Never changed.
CREATE TABLE photo (
    sha256 TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    media_type TEXT NOT NULL,
    size INTEGER NOT NULL CHECK(size >= 0),
    taken_at TEXT,
    lon REAL,
    lat REAL,
    original_sha256 TEXT, -- of the file before it was scaled down
    bytes BLOB NOT NULL
);
CREATE TRIGGER photo_no_update BEFORE UPDATE ON photo
BEGIN SELECT RAISE(ABORT, 'a photo is never changed'); END;
CREATE TRIGGER photo_no_replace BEFORE INSERT ON photo
WHEN EXISTS (SELECT 1 FROM photo WHERE sha256 = NEW.sha256)
BEGIN SELECT RAISE(ABORT, 'a photo is never changed'); END;
CREATE TABLE photo_thumb (
    sha256 TEXT PRIMARY KEY REFERENCES photo(sha256),
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes BLOB NOT NULL
);
CREATE TABLE mark_photo (
    mark_uid TEXT NOT NULL REFERENCES progress_mark(uid),
    sha256 TEXT NOT NULL REFERENCES photo(sha256),
    n INTEGER NOT NULL,
    PRIMARY KEY(mark_uid, n)
);
CREATE INDEX mark_photo_sha256 ON mark_photo(sha256);

-- Works: subject and subject_uid name the layer and the feature ------------------------------------------------
CREATE TABLE milestone (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    subject TEXT NOT NULL,
    subject_uid TEXT NOT NULL,
    seq INTEGER NOT NULL,
    stage TEXT,
    name TEXT NOT NULL,
    plan_date TEXT,
    actual_date TEXT,
    weight REAL NOT NULL DEFAULT 1 CHECK(weight > 0),
    dept TEXT,
    person TEXT,
    evidence TEXT,
    note TEXT,
    UNIQUE(subject, subject_uid, seq)
);
CREATE INDEX milestone_due ON milestone(plan_date) WHERE actual_date IS NULL;
-- Dates a milestone was planned for, newest last; never changed.
CREATE TABLE baseline (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    milestone_uid TEXT NOT NULL REFERENCES milestone(uid),
    set_at TEXT NOT NULL,
    plan_date TEXT NOT NULL,
    why TEXT,
    UNIQUE(milestone_uid, set_at)
);
CREATE TRIGGER baseline_no_update BEFORE UPDATE ON baseline
BEGIN SELECT RAISE(ABORT, 'baseline is append-only'); END;
CREATE TRIGGER baseline_no_delete BEFORE DELETE ON baseline
BEGIN SELECT RAISE(ABORT, 'baseline is append-only'); END;
CREATE TABLE permit (
    uid TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    subject_uid TEXT NOT NULL,
    kind TEXT NOT NULL CHECK(kind IN ('record', 'siting', 'land_permit', 'certificate', 'building_permit', 'start_permit', 'environment', 'energy', 'acceptance')),
    no TEXT,
    applied TEXT,
    granted TEXT,
    due TEXT,
    dept TEXT,
    note TEXT
);
CREATE INDEX permit_subject ON permit(subject, subject_uid);
-- Money spent, by month `YYYY-MM`.
CREATE TABLE invest (
    uid TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    subject_uid TEXT NOT NULL,
    month TEXT NOT NULL,
    done_wan REAL NOT NULL
);
CREATE INDEX invest_subject ON invest(subject, subject_uid, month);
CREATE TABLE blocker (
    uid TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    subject_uid TEXT NOT NULL,
    kind TEXT CHECK(kind IN ('approval', 'land', 'funds', 'utility', 'hazard', 'other')),
    what TEXT NOT NULL,
    measure TEXT,
    who TEXT,
    until TEXT,
    opened TEXT,
    closed TEXT
);
CREATE INDEX blocker_subject ON blocker(subject, subject_uid);
-- Other names of a feature, for search and for joining ledgers.
CREATE TABLE alias (
    subject TEXT NOT NULL,
    subject_uid TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY(name, subject, subject_uid)
);
CREATE INDEX alias_subject ON alias(subject, subject_uid);
-- Roles: stands_on (project → parcel), in_zone, encloses (hoarding → work), same_as.
CREATE TABLE link (
    from_layer TEXT NOT NULL,
    from_uid TEXT NOT NULL,
    to_layer TEXT NOT NULL,
    to_uid TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY(from_layer, from_uid, to_layer, to_uid, role)
);
CREATE INDEX link_to ON link(to_layer, to_uid);
CREATE TABLE document (
    uid TEXT PRIMARY KEY,
    subject TEXT NOT NULL,
    subject_uid TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    kind TEXT,
    no TEXT,
    on_date TEXT,
    sha256 TEXT REFERENCES photo(sha256),
    href TEXT
);
CREATE INDEX document_subject ON document(subject, subject_uid);
CREATE TABLE meeting (
    uid TEXT PRIMARY KEY,
    since TEXT,
    until TEXT,
    held TEXT,
    closed_at TEXT, -- figures of a closed meeting are those known at this instant
    note TEXT
);
CREATE TABLE supervise (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    subject TEXT,
    subject_uid TEXT,
    meeting_uid TEXT REFERENCES meeting(uid),
    raised TEXT NOT NULL,
    matter TEXT NOT NULL,
    dept TEXT,
    person TEXT,
    due TEXT,
    extensions INTEGER NOT NULL DEFAULT 0,
    reply TEXT,
    closed TEXT,
    level TEXT NOT NULL DEFAULT 'normal' CHECK(level IN ('normal', 'key', 'leader'))
);
CREATE INDEX supervise_subject ON supervise(subject, subject_uid);

-- Targets -----------------------------------------------------------------------------------------------------
CREATE TABLE target (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    year INTEGER NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK(kind IN ('done', 'push', 'level', 'node', 'range', 'watch')),
    word TEXT CHECK(word IN ('ensure', 'plan', 'strive', 'push')),
    unit TEXT NOT NULL DEFAULT '',
    plan_min REAL,
    plan_max REAL,
    window_from TEXT,
    window_to TEXT,
    due TEXT,
    baseline REAL,
    flow INTEGER NOT NULL DEFAULT 1 CHECK(flow IN (0, 1)), -- 1: counted within the window, 0: the state on a day
    cohort_tag TEXT,
    measure TEXT NOT NULL, -- name of a built-in measure, or `manual`
    rule TEXT CHECK(rule IS NULL OR json_valid(rule)),
    dept TEXT,
    person TEXT,
    leader TEXT,
    source TEXT,
    note TEXT,
    UNIQUE(year, code),
    CHECK(plan_max IS NULL OR plan_min IS NULL OR plan_max >= plan_min)
);
-- Readings of targets that are not computed; never changed.
CREATE TABLE target_value (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    target_id INTEGER NOT NULL REFERENCES target(id),
    at TEXT NOT NULL,
    value REAL NOT NULL,
    by TEXT NOT NULL,
    note TEXT
);
CREATE INDEX target_value_at ON target_value(target_id, at);
CREATE TRIGGER target_value_no_update BEFORE UPDATE ON target_value
BEGIN SELECT RAISE(ABORT, 'target_value is append-only'); END;
CREATE TRIGGER target_value_no_delete BEFORE DELETE ON target_value
BEGIN SELECT RAISE(ABORT, 'target_value is append-only'); END;
CREATE TRIGGER target_value_no_replace BEFORE INSERT ON target_value
WHEN EXISTS (SELECT 1 FROM target_value WHERE uid = NEW.uid OR id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'target_value is append-only'); END;
CREATE TABLE target_note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    target_id INTEGER NOT NULL REFERENCES target(id),
    at TEXT NOT NULL,
    problem TEXT,
    next_step TEXT,
    by TEXT NOT NULL
);
CREATE INDEX target_note_at ON target_note(target_id, at);

-- Proposals ---------------------------------------------------------------------------------------------------
CREATE TABLE scenario (
    uid TEXT PRIMARY KEY,
    name TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    accepted TEXT
);
CREATE TABLE scenario_site (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    scenario_uid TEXT NOT NULL REFERENCES scenario(uid),
    layer TEXT NOT NULL,
    attributes TEXT CHECK(attributes IS NULL OR json_valid(attributes))
);

-- Search ------------------------------------------------------------------------------------------------------
-- Filled by the program, never by triggers: `words` are pairs of characters and pinyin initials
-- split beforehand, each text closed by its last character; a phrase of pairs finds any part of a text.
CREATE TABLE search_row (
    id INTEGER PRIMARY KEY,
    layer TEXT NOT NULL,
    uid TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    detail TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    UNIQUE(layer, uid)
);
CREATE INDEX search_row_title ON search_row(title);
CREATE VIRTUAL TABLE search_text USING fts5(words, content = 'search_row', content_rowid = 'id', tokenize = 'unicode61');

-- Styles for QGIS, as it writes the table itself. Two rows a table: the OGR provider of QGIS looks for '' as schema, its
-- SpatiaLite provider for NULL.
CREATE TABLE layer_styles (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    f_table_catalog varchar(256),
    f_table_schema varchar(256),
    f_table_name varchar(256),
    f_geometry_column varchar(256),
    styleName text,
    styleQML text,
    styleSLD text,
    useAsDefault boolean,
    description text,
    owner varchar(30),
    ui text,
    update_time timestamp DEFAULT CURRENT_TIMESTAMP
);

-- Geometry columns and R-trees --------------------------------------------------------------------------------
SELECT AddGeometryColumn('parcel', 'geom', ${srid}, 'MULTIPOLYGON', 'XY', 0);
SELECT CreateSpatialIndex('parcel', 'geom');
SELECT AddGeometryColumn('plan_block', 'geom', ${srid}, 'MULTIPOLYGON', 'XY', 0);
SELECT CreateSpatialIndex('plan_block', 'geom');
SELECT AddGeometryColumn('survey_patch', 'geom', ${srid}, 'MULTIPOLYGON', 'XY', 0);
SELECT CreateSpatialIndex('survey_patch', 'geom');
SELECT AddGeometryColumn('area_unit', 'geom', ${srid}, 'MULTIPOLYGON', 'XY', 0);
SELECT CreateSpatialIndex('area_unit', 'geom');
SELECT AddGeometryColumn('renewal_zone', 'geom', ${srid}, 'MULTIPOLYGON', 'XY', 0);
SELECT CreateSpatialIndex('renewal_zone', 'geom');
SELECT AddGeometryColumn('road_project', 'geom', ${srid}, 'MULTILINESTRING', 'XY', 0);
SELECT CreateSpatialIndex('road_project', 'geom');
SELECT AddGeometryColumn('utility_line', 'geom', ${srid}, 'MULTILINESTRING', 'XY', 0);
SELECT CreateSpatialIndex('utility_line', 'geom');
SELECT AddGeometryColumn('parking_site', 'geom', ${srid}, 'POINT', 'XY', 0);
SELECT CreateSpatialIndex('parking_site', 'geom');
SELECT AddGeometryColumn('park_site', 'geom', ${srid}, 'MULTIPOLYGON', 'XY', 0);
SELECT CreateSpatialIndex('park_site', 'geom');
SELECT AddGeometryColumn('eco_corridor', 'geom', ${srid}, 'MULTIPOLYGON', 'XY', 0);
SELECT CreateSpatialIndex('eco_corridor', 'geom');
SELECT AddGeometryColumn('hoarding', 'geom', ${srid}, 'MULTILINESTRING', 'XY', 0);
SELECT CreateSpatialIndex('hoarding', 'geom');
SELECT AddGeometryColumn('key_project', 'geom', ${srid}, 'POINT', 'XY', 0);
SELECT CreateSpatialIndex('key_project', 'geom');
SELECT AddGeometryColumn('project_part', 'geom', ${srid}, 'MULTIPOLYGON', 'XY', 0);
SELECT CreateSpatialIndex('project_part', 'geom');
SELECT AddGeometryColumn('facility', 'geom', ${srid}, 'POINT', 'XY', 0);
SELECT CreateSpatialIndex('facility', 'geom');
SELECT AddGeometryColumn('issue', 'geom', ${srid}, 'POINT', 'XY', 0);
SELECT CreateSpatialIndex('issue', 'geom');
SELECT AddGeometryColumn('road_project_area', 'geom', ${srid}, 'MULTIPOLYGON', 'XY', 0);
SELECT CreateSpatialIndex('road_project_area', 'geom');
SELECT AddGeometryColumn('parking_site_area', 'geom', ${srid}, 'MULTIPOLYGON', 'XY', 0);
SELECT CreateSpatialIndex('parking_site_area', 'geom');
SELECT AddGeometryColumn('park_entrance', 'geom', ${srid}, 'POINT', 'XY', 0);
SELECT CreateSpatialIndex('park_entrance', 'geom');
SELECT AddGeometryColumn('hoarding_point', 'geom', ${srid}, 'POINT', 'XY', 0);
SELECT CreateSpatialIndex('hoarding_point', 'geom');
SELECT AddGeometryColumn('key_project_area', 'geom', ${srid}, 'MULTIPOLYGON', 'XY', 0);
SELECT CreateSpatialIndex('key_project_area', 'geom');
SELECT AddGeometryColumn('facility_area', 'geom', ${srid}, 'MULTIPOLYGON', 'XY', 0);
SELECT CreateSpatialIndex('facility_area', 'geom');
SELECT AddGeometryColumn('issue_line', 'geom', ${srid}, 'MULTILINESTRING', 'XY', 0);
SELECT CreateSpatialIndex('issue_line', 'geom');
SELECT AddGeometryColumn('issue_area', 'geom', ${srid}, 'MULTIPOLYGON', 'XY', 0);
SELECT CreateSpatialIndex('issue_area', 'geom');
SELECT AddGeometryColumn('progress_mark', 'geom', ${srid}, 'POINT', 'XY', 1);
SELECT CreateSpatialIndex('progress_mark', 'geom');
SELECT AddGeometryColumn('mark_track', 'geom', ${srid}, 'MULTILINESTRING', 'XY', 0);
SELECT CreateSpatialIndex('mark_track', 'geom');
SELECT AddGeometryColumn('mark_extent', 'geom', ${srid}, 'MULTIPOLYGON', 'XY', 0);
SELECT CreateSpatialIndex('mark_extent', 'geom');
SELECT AddGeometryColumn('scenario_site', 'geom', ${srid}, 'POINT', 'XY', 0);
SELECT CreateSpatialIndex('scenario_site', 'geom');

-- AddGeometryColumn and InsertEpsgSrid report a failure as a value only: these checks make it one.
CREATE TEMP TABLE made (n INTEGER CHECK(n = 27));
INSERT INTO made SELECT count(*) FROM geometry_columns WHERE srid = ${srid} AND spatial_index_enabled = 1;
DROP TABLE made;
