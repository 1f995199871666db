
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET row_security = off;

CREATE FUNCTION audit_only_grows() RETURNS trigger
    LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'the audit trail is only added to'; END $$;

SET default_tablespace = '';

CREATE TABLE access_account (
    person bigint NOT NULL,
    password text,
    password_set_at bigint,
    must_change bigint NOT NULL,
    totp bytea,
    totp_since bigint,
    totp_step bigint NOT NULL,
    totp_pending bytea,
    totp_pending_at bigint,
    signed_in_at bigint,
    alive_since bigint NOT NULL,
    is_demo bigint NOT NULL
);

CREATE TABLE access_attempt (
    what bytea NOT NULL,
    failures bigint NOT NULL,
    last_at bigint NOT NULL,
    blocked_until bigint NOT NULL
);

CREATE TABLE access_former_password (
    person bigint NOT NULL,
    password text NOT NULL,
    replaced_at bigint NOT NULL
);

CREATE TABLE access_invitation (
    id bigint NOT NULL,
    person bigint NOT NULL,
    digest bytea NOT NULL,
    purpose text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    created_by bigint,
    used_at bigint,
    withdrawn_at bigint
);

CREATE TABLE access_passkey (
    id bigint NOT NULL,
    person bigint NOT NULL,
    credential bytea NOT NULL,
    public_key bytea NOT NULL,
    counter bigint NOT NULL,
    name text NOT NULL,
    transports text NOT NULL,
    is_synced bigint NOT NULL,
    created_at bigint NOT NULL,
    used_at bigint
);

CREATE TABLE access_provider_link (
    issuer text NOT NULL,
    subject text NOT NULL,
    person bigint NOT NULL,
    provider text NOT NULL,
    way text NOT NULL,
    linked_at bigint NOT NULL,
    used_at bigint
);

CREATE TABLE access_recovery (
    person bigint NOT NULL,
    digest bytea NOT NULL,
    used_at bigint
);

CREATE TABLE access_session (
    id bigint NOT NULL,
    person bigint NOT NULL,
    digest bytea NOT NULL,
    level text NOT NULL,
    factor text,
    created_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    address text NOT NULL,
    agent text NOT NULL,
    ended_at bigint
);

CREATE TABLE access_used_challenge (
    digest bytea NOT NULL,
    expires_at bigint NOT NULL
);

CREATE TABLE act (
    id bigint NOT NULL,
    kind text NOT NULL,
    site bigint NOT NULL,
    actor bigint NOT NULL,
    confirmed_by bigint NOT NULL,
    reason text NOT NULL,
    at bigint NOT NULL
);

CREATE TABLE admin_unit (
    id bigint NOT NULL,
    level text NOT NULL,
    latitude double precision,
    longitude double precision,
    area_km2 double precision
);

CREATE TABLE admin_unit_name (
    unit bigint NOT NULL,
    level text NOT NULL,
    code text NOT NULL,
    valid_from text NOT NULL,
    valid_to text,
    name text NOT NULL,
    kind text NOT NULL,
    name_en text,
    parent bigint,
    name_key text NOT NULL,
    folded text NOT NULL,
    CONSTRAINT admin_unit_name_period CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

CREATE TABLE admin_unit_succession (
    old bigint NOT NULL,
    new bigint NOT NULL,
    effective_on text NOT NULL,
    kind text NOT NULL,
    is_default bigint NOT NULL
);

CREATE TABLE agency (
    id bigint NOT NULL,
    created_at bigint NOT NULL
);

CREATE TABLE agency_name (
    agency bigint NOT NULL,
    valid_from text NOT NULL,
    valid_to text,
    name text NOT NULL,
    short_name text NOT NULL,
    kind text NOT NULL,
    code text,
    name_key text NOT NULL,
    folded text NOT NULL,
    sort_key bytea NOT NULL,
    CONSTRAINT agency_name_period CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

CREATE TABLE agency_succession (
    old bigint NOT NULL,
    new bigint NOT NULL,
    kind text NOT NULL,
    effective_on text NOT NULL
);

CREATE TABLE alarm (
    id bigint NOT NULL,
    site bigint NOT NULL,
    item bigint,
    reason text NOT NULL,
    detail text NOT NULL,
    at bigint NOT NULL,
    seen_by bigint,
    seen_at bigint
);

CREATE TABLE answer_citation (
    item bigint NOT NULL,
    code text NOT NULL,
    year text NOT NULL,
    site bigint NOT NULL,
    keeper bigint NOT NULL,
    dated text NOT NULL,
    warned bigint NOT NULL
);

CREATE TABLE answer_cursor (
    id bigint NOT NULL,
    seq bigint NOT NULL
);

CREATE TABLE answer_doubt (
    item bigint NOT NULL,
    law bigint NOT NULL,
    ended_on text NOT NULL,
    site bigint NOT NULL,
    open bigint NOT NULL,
    told bigint NOT NULL,
    drafted bigint,
    checked_at bigint,
    checked_by bigint
);

CREATE TABLE answer_template (
    id bigint NOT NULL,
    site bigint NOT NULL,
    code text NOT NULL,
    purpose text NOT NULL,
    track text,
    field text,
    title text NOT NULL,
    text text NOT NULL,
    changed_at bigint NOT NULL,
    version bigint NOT NULL
);

CREATE TABLE approval (
    item bigint NOT NULL,
    step bigint NOT NULL,
    person bigint NOT NULL,
    at bigint NOT NULL,
    digest text,
    passkey bigint,
    assertion text
);

CREATE TABLE asset (
    id text NOT NULL,
    site bigint NOT NULL,
    sha256 text NOT NULL,
    salt bytea NOT NULL,
    media_type text NOT NULL,
    name text NOT NULL,
    bytes bigint NOT NULL,
    width bigint,
    height bigint,
    created_at bigint NOT NULL,
    erased_at bigint,
    withheld text
);

CREATE TABLE asset_holder (
    asset text NOT NULL,
    item bigint NOT NULL
);

CREATE TABLE asset_use (
    asset text NOT NULL,
    item bigint NOT NULL
);

CREATE TABLE assignment (
    item bigint NOT NULL,
    person bigint NOT NULL,
    task text NOT NULL,
    due_at bigint,
    made_by bigint NOT NULL,
    made_at bigint NOT NULL,
    done_at bigint
);

CREATE TABLE audit (
    id bigint NOT NULL,
    at bigint NOT NULL,
    person bigint,
    handle text NOT NULL,
    action text NOT NULL,
    outcome text NOT NULL,
    site bigint,
    object text NOT NULL,
    detail text NOT NULL,
    address text NOT NULL,
    agent text NOT NULL
);

CREATE TABLE banner (
    id bigint NOT NULL,
    site bigint NOT NULL,
    level text NOT NULL,
    text text NOT NULL,
    target text,
    reaches_children bigint NOT NULL,
    starts_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    raised_by bigint,
    cleared_at bigint,
    cleared_by bigint,
    CONSTRAINT banner_period CHECK ((expires_at > starts_at))
);

CREATE TABLE bulk_act (
    id bigint NOT NULL,
    site bigint NOT NULL,
    person bigint NOT NULL,
    deed text NOT NULL,
    detail text NOT NULL,
    at bigint NOT NULL,
    undone_at bigint
);

CREATE TABLE bulk_row (
    act bigint NOT NULL,
    place bigint NOT NULL,
    item bigint NOT NULL,
    outcome text NOT NULL,
    version bigint NOT NULL,
    before_it text NOT NULL,
    refusal text
);

CREATE TABLE case_attachment (
    case_id bigint NOT NULL,
    number bigint NOT NULL,
    at bigint NOT NULL,
    type text NOT NULL,
    bytes bigint NOT NULL,
    name bytea NOT NULL,
    sealed bytea NOT NULL,
    state text DEFAULT 'waiting'::text NOT NULL,
    problem text
);

CREATE TABLE case_attempt (
    what bytea NOT NULL,
    failures bigint NOT NULL,
    last_at bigint NOT NULL
);

CREATE TABLE case_band (
    band bigint NOT NULL,
    cluster bigint NOT NULL
);

CREATE TABLE case_bulk (
    id bigint NOT NULL,
    site bigint NOT NULL,
    person bigint NOT NULL,
    act text NOT NULL,
    at bigint NOT NULL
);

CREATE TABLE case_bulk_row (
    bulk bigint NOT NULL,
    place bigint NOT NULL,
    case_id bigint NOT NULL,
    refusal text
);

CREATE TABLE case_cluster (
    id bigint NOT NULL,
    sketch bytea NOT NULL
);

CREATE TABLE case_count_run (
    id bigint NOT NULL,
    live bigint NOT NULL,
    next bigint NOT NULL
);

CREATE TABLE case_erasure (
    case_id bigint NOT NULL,
    at bigint NOT NULL,
    done bigint DEFAULT 0 NOT NULL
);

CREATE TABLE case_event (
    case_id bigint NOT NULL,
    number bigint NOT NULL,
    at bigint NOT NULL,
    act text NOT NULL,
    state text NOT NULL,
    person bigint,
    agency bigint,
    detail text NOT NULL,
    sealed bytea
);

CREATE TABLE case_file (
    id bigint NOT NULL,
    site bigint NOT NULL,
    desk bigint NOT NULL,
    track text NOT NULL,
    prefix text NOT NULL,
    year bigint NOT NULL,
    number bigint NOT NULL,
    state text NOT NULL,
    ended bigint NOT NULL,
    waiting bigint NOT NULL,
    wish text NOT NULL,
    channel text NOT NULL,
    language text NOT NULL,
    field text,
    variant text,
    unit text,
    agency bigint,
    officer bigint,
    received_at bigint NOT NULL,
    due_at bigint,
    provisional bigint NOT NULL,
    rule text,
    ended_at bigint,
    answered_at bigint,
    changed_at bigint NOT NULL,
    rating bigint,
    item bigint,
    merged_into bigint,
    cluster bigint,
    events bigint NOT NULL,
    version bigint NOT NULL,
    sent bytea,
    pin bytea NOT NULL,
    sealed bytea NOT NULL,
    card bytea NOT NULL,
    counted bigint DEFAULT 0 NOT NULL,
    late bigint DEFAULT 0 NOT NULL,
    took bigint,
    tells bigint DEFAULT 0 NOT NULL,
    watch_due bigint,
    watch_at bigint,
    watch_step bigint
);

CREATE TABLE case_letter (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    event bigint NOT NULL,
    way text NOT NULL,
    about text NOT NULL,
    state text NOT NULL,
    tries bigint NOT NULL,
    fault text,
    created_at bigint NOT NULL,
    changed_at bigint NOT NULL
);

CREATE TABLE case_number (
    prefix text NOT NULL,
    year bigint NOT NULL,
    last bigint NOT NULL
);

CREATE TABLE case_pace (
    run bigint NOT NULL,
    period bigint NOT NULL,
    desk bigint NOT NULL,
    cut text NOT NULL,
    value text NOT NULL,
    d0 bigint NOT NULL,
    d1 bigint NOT NULL,
    d2 bigint NOT NULL,
    d3 bigint NOT NULL,
    d4 bigint NOT NULL,
    d5 bigint NOT NULL,
    d6 bigint NOT NULL,
    d7 bigint NOT NULL,
    d8 bigint NOT NULL,
    d9 bigint NOT NULL,
    d10 bigint NOT NULL,
    d11 bigint NOT NULL,
    d12 bigint NOT NULL,
    d13 bigint NOT NULL,
    d14 bigint NOT NULL,
    d15 bigint NOT NULL
);

CREATE TABLE case_part (
    part bigint NOT NULL,
    origin bigint NOT NULL
);

CREATE TABLE case_prefix (
    prefix text NOT NULL,
    site bigint NOT NULL
);

CREATE TABLE case_step (
    id bigint NOT NULL,
    counted bigint NOT NULL,
    sign bigint NOT NULL,
    desk bigint NOT NULL,
    agency bigint,
    field text,
    track text NOT NULL,
    channel text NOT NULL,
    received bigint NOT NULL,
    outcome bigint NOT NULL,
    ended bigint NOT NULL,
    late bigint NOT NULL,
    took bigint
);

CREATE TABLE case_sum (
    run bigint NOT NULL,
    period bigint NOT NULL,
    desk bigint NOT NULL,
    cut text NOT NULL,
    value text NOT NULL,
    received bigint NOT NULL,
    in_time bigint NOT NULL,
    late bigint NOT NULL,
    rejected bigint NOT NULL,
    routed_out bigint NOT NULL,
    withdrawn bigint NOT NULL,
    merged bigint NOT NULL,
    fell_late bigint NOT NULL,
    late_ended bigint NOT NULL
);

CREATE TABLE case_term (
    term bigint NOT NULL,
    case_id bigint NOT NULL
);

CREATE TABLE competence (
    id bigint NOT NULL,
    site bigint NOT NULL,
    field text NOT NULL,
    territory text NOT NULL,
    track text NOT NULL,
    agency text NOT NULL,
    basis text NOT NULL,
    valid_from text NOT NULL,
    valid_to text,
    priority bigint NOT NULL,
    changed_at bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT competence_period CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

CREATE TABLE competence_change (
    site bigint NOT NULL,
    number bigint NOT NULL
);

CREATE TABLE confirmed_year (
    year bigint NOT NULL,
    text text NOT NULL,
    changed_at bigint NOT NULL
);

CREATE TABLE dangerous_host (
    host text NOT NULL,
    note text NOT NULL,
    added_by bigint NOT NULL,
    added_at bigint NOT NULL
);

CREATE TABLE deputy (
    id bigint NOT NULL,
    absent bigint NOT NULL,
    deputy bigint NOT NULL,
    valid_from bigint NOT NULL,
    valid_to bigint NOT NULL,
    appointed_by bigint,
    ended_at bigint,
    ended_by bigint,
    CONSTRAINT deputy_other CHECK ((deputy <> absent)),
    CONSTRAINT deputy_period CHECK ((valid_to > valid_from))
);

CREATE TABLE edition (
    item bigint NOT NULL,
    number bigint NOT NULL,
    revision bigint NOT NULL,
    operation text NOT NULL,
    at bigint NOT NULL,
    seq bigint NOT NULL,
    content_commitment text NOT NULL,
    text_commitment text NOT NULL,
    kib bigint NOT NULL,
    sealed bytea
);

CREATE TABLE event (
    seq bigint NOT NULL,
    at bigint NOT NULL,
    operation text NOT NULL,
    site bigint NOT NULL,
    item bigint,
    edition bigint NOT NULL,
    entry text NOT NULL,
    act bigint
);

CREATE TABLE event_head (
    id bigint NOT NULL,
    seq bigint NOT NULL
);

CREATE TABLE featured (
    site bigint NOT NULL,
    slot bigint NOT NULL,
    item bigint NOT NULL,
    until bigint DEFAULT '253402275600000'::bigint NOT NULL
);

CREATE TABLE host_proposal (
    id bigint NOT NULL,
    site bigint NOT NULL,
    host text NOT NULL,
    change text NOT NULL,
    reason text NOT NULL,
    proposed_by bigint NOT NULL,
    proposed_at bigint NOT NULL,
    decision text,
    decided_by bigint,
    decided_at bigint,
    answer text,
    entry bigint
);

CREATE TABLE house_rule_file (
    name text NOT NULL,
    tenant text NOT NULL,
    text text NOT NULL,
    changed_at bigint NOT NULL
);

CREATE TABLE house_rules (
    id bigint NOT NULL,
    version bigint NOT NULL,
    reckoned bigint
);

CREATE TABLE hub_cursor (
    id bigint NOT NULL,
    seq bigint NOT NULL
);

CREATE TABLE hub_request (
    id bigint NOT NULL,
    topic bigint NOT NULL,
    callback text NOT NULL,
    host text NOT NULL,
    mode text NOT NULL,
    secret text,
    lease bigint NOT NULL,
    created_at bigint NOT NULL
);

CREATE TABLE hub_subscription (
    id bigint NOT NULL,
    topic bigint NOT NULL,
    callback text NOT NULL,
    host text NOT NULL,
    secret text,
    expires_at bigint NOT NULL,
    delivered bigint NOT NULL,
    failures bigint NOT NULL,
    created_at bigint NOT NULL
);

CREATE TABLE hub_topic (
    id bigint NOT NULL,
    site bigint NOT NULL,
    path text NOT NULL,
    digest text,
    generation bigint NOT NULL
);

CREATE TABLE import_cursor (
    site bigint NOT NULL,
    source text NOT NULL,
    cursor text NOT NULL,
    act bigint NOT NULL
);

CREATE TABLE installation (
    id bigint NOT NULL,
    origin text NOT NULL
);

CREATE TABLE item (
    id bigint NOT NULL,
    site bigint NOT NULL,
    kind text NOT NULL,
    lang text NOT NULL,
    section bigint,
    stage text NOT NULL,
    presence text NOT NULL,
    author bigint NOT NULL,
    approvals_needed bigint NOT NULL,
    due_at bigint,
    revision bigint NOT NULL,
    edition bigint NOT NULL,
    published_at bigint,
    updated_at bigint,
    last_seq bigint NOT NULL,
    card bytea,
    withdrawn_code text,
    withdrawn_at bigint,
    withdrawn_note bytea,
    successor bigint,
    source_key text,
    source_check text,
    created_at bigint NOT NULL,
    version bigint NOT NULL,
    changed_at bigint DEFAULT 0 NOT NULL,
    draft_card bytea,
    creator bigint DEFAULT 0 NOT NULL
);

CREATE TABLE item_view (
    item bigint NOT NULL,
    n bigint NOT NULL
);

CREATE TABLE item_view_day (
    site bigint NOT NULL,
    day bigint NOT NULL,
    item bigint NOT NULL,
    n bigint NOT NULL
);

CREATE TABLE item_view_week (
    site bigint NOT NULL,
    item bigint NOT NULL,
    n bigint NOT NULL
);

CREATE TABLE job (
    id bigint NOT NULL,
    name text NOT NULL,
    payload text NOT NULL,
    effect text NOT NULL,
    run_at bigint NOT NULL,
    state text NOT NULL,
    attempts bigint NOT NULL,
    lease_until bigint,
    lease_owner bigint,
    last_error text,
    created_at bigint NOT NULL,
    finished_at bigint
);

CREATE TABLE key_rule (
    site bigint NOT NULL,
    section bigint NOT NULL
);

CREATE TABLE law_text (
    id bigint NOT NULL,
    site bigint NOT NULL,
    number text NOT NULL,
    code text NOT NULL,
    year text NOT NULL,
    title text NOT NULL,
    issuer text NOT NULL,
    issued_on text,
    effective_on text,
    ended_on text,
    replaced_by text,
    address text,
    source text NOT NULL,
    folded text NOT NULL,
    swept text,
    changed_at bigint NOT NULL,
    version bigint NOT NULL
);

CREATE TABLE leader (
    id bigint NOT NULL,
    site bigint NOT NULL,
    name text NOT NULL,
    title text NOT NULL,
    agency text NOT NULL,
    valid_from text,
    valid_to text,
    folded text NOT NULL,
    changed_at bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT leader_period CHECK (((valid_to IS NULL) OR (valid_from IS NULL) OR (valid_to >= valid_from)))
);

CREATE TABLE letter (
    id bigint NOT NULL,
    person bigint NOT NULL,
    address text NOT NULL,
    about text NOT NULL,
    sealed bytea,
    state text NOT NULL,
    tries bigint NOT NULL,
    fault text,
    created_at bigint NOT NULL,
    worth_until bigint,
    changed_at bigint NOT NULL
);

CREATE TABLE library_file (
    id bigint NOT NULL,
    site bigint NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    title text NOT NULL,
    alt text NOT NULL,
    is_decorative bigint NOT NULL,
    caption text NOT NULL,
    author text NOT NULL,
    rights text NOT NULL,
    tags text NOT NULL,
    focus_x bigint NOT NULL,
    focus_y bigint NOT NULL,
    is_shared bigint NOT NULL,
    is_used bigint NOT NULL,
    lacks_alt bigint NOT NULL,
    state text NOT NULL,
    number bigint NOT NULL,
    asset text,
    media_type text NOT NULL,
    bytes bigint NOT NULL,
    width bigint,
    height bigint,
    added_by bigint,
    added_at bigint NOT NULL,
    changed_at bigint NOT NULL,
    deleted_at bigint,
    deleted_by bigint,
    is_indexed bigint NOT NULL,
    version bigint NOT NULL
);

CREATE TABLE library_upload (
    id bigint NOT NULL,
    site bigint NOT NULL,
    person bigint NOT NULL,
    name text NOT NULL,
    bytes bigint NOT NULL,
    replaces bigint,
    note text NOT NULL,
    created_at bigint NOT NULL,
    touched_at bigint NOT NULL
);

CREATE TABLE library_version (
    file bigint NOT NULL,
    number bigint NOT NULL,
    state text NOT NULL,
    raw text,
    source text NOT NULL,
    asset text,
    page text,
    media_type text NOT NULL,
    name text NOT NULL,
    bytes bigint NOT NULL,
    added_by bigint,
    added_at bigint NOT NULL,
    note text NOT NULL,
    problem text,
    pages bigint,
    text text,
    looked_at bigint
);

CREATE TABLE library_word (
    site bigint NOT NULL,
    word text NOT NULL,
    file bigint NOT NULL
);

CREATE TABLE link (
    source bigint NOT NULL,
    type text NOT NULL,
    target bigint NOT NULL,
    "position" bigint NOT NULL
);

CREATE TABLE list_name (
    site bigint NOT NULL,
    list text NOT NULL,
    name text NOT NULL
);

CREATE TABLE listing (
    site bigint NOT NULL,
    list text NOT NULL,
    published_at bigint NOT NULL,
    item bigint NOT NULL
);

CREATE TABLE listing_count (
    site bigint NOT NULL,
    list text NOT NULL,
    n bigint NOT NULL,
    seq bigint DEFAULT '-1'::integer NOT NULL
);

CREATE TABLE listing_gone (
    site bigint NOT NULL,
    list text NOT NULL,
    item bigint NOT NULL,
    seq bigint NOT NULL
);

CREATE TABLE missing_address (
    site bigint NOT NULL,
    path text NOT NULL,
    n bigint NOT NULL,
    first_at bigint NOT NULL,
    last_at bigint NOT NULL,
    referrer text,
    is_ignored bigint DEFAULT 0 NOT NULL
);

CREATE TABLE network_version (
    id bigint NOT NULL,
    version bigint NOT NULL
);

CREATE TABLE node_lease (
    node bigint NOT NULL,
    token bigint NOT NULL,
    holder text NOT NULL,
    expires_at bigint NOT NULL,
    high_water bigint NOT NULL
);

CREATE TABLE notice (
    id bigint NOT NULL,
    person bigint NOT NULL,
    about text NOT NULL,
    details text NOT NULL,
    link text,
    created_at bigint NOT NULL,
    read_at bigint
);

CREATE TABLE notice_choice (
    person bigint NOT NULL,
    by_mail bigint NOT NULL,
    language text NOT NULL
);

CREATE TABLE old_address (
    site bigint NOT NULL,
    path text NOT NULL,
    item bigint,
    target text,
    created_at bigint NOT NULL,
    hits bigint DEFAULT 0 NOT NULL,
    hit_at bigint
);

CREATE TABLE outbound_host (
    site bigint NOT NULL,
    host text NOT NULL,
    since bigint NOT NULL,
    proposed_by bigint,
    approved_by bigint,
    entry bigint NOT NULL
);

CREATE TABLE outgoing_carried (
    state text NOT NULL,
    link bigint NOT NULL,
    site bigint NOT NULL
);

CREATE TABLE outgoing_cursor (
    id bigint NOT NULL,
    seq bigint NOT NULL
);

CREATE TABLE outgoing_link (
    id bigint NOT NULL,
    address text NOT NULL,
    host text NOT NULL,
    state text NOT NULL,
    status bigint,
    target text,
    reason text,
    failures bigint NOT NULL,
    broken_since bigint,
    checked_at bigint,
    due_at bigint NOT NULL,
    created_at bigint NOT NULL
);

CREATE TABLE outgoing_use (
    item bigint NOT NULL,
    link bigint NOT NULL,
    site bigint NOT NULL
);

CREATE TABLE page_rating (
    site bigint NOT NULL,
    item bigint NOT NULL,
    day bigint NOT NULL,
    useful bigint NOT NULL,
    useless bigint NOT NULL
);

CREATE TABLE pen_name (
    name_key text NOT NULL,
    id bigint NOT NULL,
    name text NOT NULL,
    person bigint NOT NULL
);

CREATE TABLE person (
    id bigint NOT NULL,
    handle text NOT NULL,
    name text NOT NULL,
    email text,
    is_active bigint NOT NULL,
    sort_key bytea NOT NULL,
    created_at bigint NOT NULL,
    folded text DEFAULT ''::text NOT NULL
);

CREATE TABLE person_role (
    person bigint NOT NULL,
    role text NOT NULL,
    site bigint NOT NULL,
    valid_from bigint NOT NULL,
    valid_to bigint,
    granted_by bigint,
    revoked_by bigint,
    CONSTRAINT person_role_period CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)))
);

CREATE TABLE person_role_section (
    person bigint NOT NULL,
    role text NOT NULL,
    site bigint NOT NULL,
    valid_from bigint NOT NULL,
    section bigint NOT NULL
);

CREATE TABLE preview_link (
    id bigint NOT NULL,
    preview bigint NOT NULL,
    digest bytea NOT NULL,
    guest text NOT NULL,
    made_by bigint NOT NULL,
    made_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    opened_at bigint,
    ended_at bigint
);

CREATE TABLE preview_set (
    id bigint NOT NULL,
    site bigint NOT NULL,
    made_by bigint NOT NULL,
    made_at bigint NOT NULL,
    moment bigint NOT NULL,
    expires_at bigint NOT NULL
);

CREATE TABLE preview_set_item (
    preview bigint NOT NULL,
    place bigint NOT NULL,
    item bigint NOT NULL,
    revision bigint NOT NULL
);

CREATE TABLE projection_cursor (
    name text NOT NULL,
    seq bigint NOT NULL,
    version bigint NOT NULL
);

CREATE TABLE record_cosigned (
    id bigint NOT NULL,
    size bigint NOT NULL,
    note text NOT NULL
);

CREATE TABLE record_evidence (
    digest text NOT NULL,
    origin text NOT NULL,
    at bigint NOT NULL,
    kind text NOT NULL,
    held text NOT NULL,
    offered text NOT NULL,
    proof text NOT NULL
);

CREATE TABLE record_head (
    id bigint NOT NULL,
    size bigint NOT NULL,
    edge bytea,
    note text,
    at bigint NOT NULL,
    key_text text,
    frozen text,
    epoch bigint NOT NULL,
    holder bigint NOT NULL,
    held_until bigint NOT NULL
);

CREATE TABLE record_key (
    passkey bigint NOT NULL,
    name text NOT NULL,
    key text NOT NULL,
    opened bigint,
    revoked bigint
);

CREATE TABLE record_object (
    commitment text NOT NULL,
    site bigint NOT NULL,
    part text NOT NULL,
    bytes bytea,
    seq bigint,
    gone bigint
);

CREATE TABLE record_object_item (
    item bigint NOT NULL,
    commitment text NOT NULL
);

CREATE TABLE record_past (
    log bigint NOT NULL,
    origin text NOT NULL,
    key_text text NOT NULL,
    note text NOT NULL,
    held bigint NOT NULL,
    held_note text,
    at bigint NOT NULL,
    why text NOT NULL,
    reason text NOT NULL
);

CREATE TABLE record_past_tile (
    log bigint NOT NULL,
    level bigint NOT NULL,
    number bigint NOT NULL,
    bytes bytea NOT NULL
);

CREATE TABLE record_pseudonym (
    person bigint NOT NULL,
    year bigint NOT NULL,
    code text NOT NULL
);

CREATE TABLE record_signing_key (
    key_text text NOT NULL,
    n bigint NOT NULL
);

CREATE TABLE record_tile (
    level bigint NOT NULL,
    number bigint NOT NULL,
    hashes bytea NOT NULL
);

CREATE TABLE record_witness (
    key_text text NOT NULL,
    name text NOT NULL,
    size bigint NOT NULL,
    line text,
    cosigned_at bigint NOT NULL,
    failures bigint NOT NULL,
    next_at bigint NOT NULL,
    said text
);

CREATE TABLE record_witnessed (
    origin text NOT NULL,
    key_text text NOT NULL,
    at bigint NOT NULL
);

CREATE TABLE remark (
    id bigint NOT NULL,
    item bigint NOT NULL,
    revision bigint NOT NULL,
    parent bigint,
    person bigint,
    guest text,
    at bigint NOT NULL,
    sealed bytea NOT NULL,
    resolved_by bigint,
    resolved_at bigint
);

CREATE TABLE review_link (
    id bigint NOT NULL,
    item bigint NOT NULL,
    revision bigint NOT NULL,
    digest bytea NOT NULL,
    guest text NOT NULL,
    made_by bigint NOT NULL,
    made_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    opened_at bigint,
    ended_at bigint
);

CREATE TABLE revision (
    item bigint NOT NULL,
    number bigint NOT NULL,
    author bigint NOT NULL,
    at bigint NOT NULL,
    reason text,
    sealed bytea
);

CREATE TABLE saved_filter (
    id bigint NOT NULL,
    person bigint NOT NULL,
    name text NOT NULL,
    address text NOT NULL,
    created_at bigint NOT NULL
);

CREATE TABLE schema_migration (
    number bigint NOT NULL,
    name text NOT NULL,
    digest text NOT NULL,
    applied_at bigint NOT NULL
);

CREATE TABLE section (
    id bigint NOT NULL,
    site bigint NOT NULL,
    code text NOT NULL,
    parent bigint,
    kind text NOT NULL,
    name text NOT NULL,
    summary text,
    "position" bigint NOT NULL,
    approvals bigint NOT NULL,
    opens_on text,
    closes_on text,
    banner text,
    version bigint NOT NULL
);

CREATE TABLE shared_filter (
    filter bigint NOT NULL,
    site bigint NOT NULL
);

CREATE TABLE site (
    id bigint NOT NULL,
    code text NOT NULL,
    parent bigint,
    kind text NOT NULL,
    status text NOT NULL,
    status_reason text,
    language text NOT NULL,
    name text NOT NULL,
    short_name text NOT NULL,
    agency bigint,
    url text,
    successor bigint,
    look text NOT NULL,
    contact text NOT NULL,
    "position" bigint NOT NULL,
    created_at bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT site_not_its_own_parent CHECK ((parent <> id))
);

CREATE TABLE site_batch (
    id bigint NOT NULL,
    template bigint NOT NULL,
    parent bigint NOT NULL,
    person bigint NOT NULL,
    address text NOT NULL,
    agent text NOT NULL,
    created_at bigint NOT NULL,
    finished_at bigint
);

CREATE TABLE site_batch_line (
    batch bigint NOT NULL,
    line bigint NOT NULL,
    draft text NOT NULL,
    state text NOT NULL,
    note text,
    site bigint
);

CREATE TABLE site_host (
    host text NOT NULL,
    site bigint NOT NULL,
    "position" bigint NOT NULL
);

CREATE TABLE site_menu (
    site bigint NOT NULL,
    items text NOT NULL
);

CREATE TABLE site_view_day (
    site bigint NOT NULL,
    day bigint NOT NULL,
    n bigint NOT NULL
);

CREATE TABLE site_view_week (
    site bigint NOT NULL,
    day bigint NOT NULL
);

CREATE TABLE sitemap_entry (
    item bigint NOT NULL,
    site bigint NOT NULL,
    month bigint NOT NULL,
    part bigint NOT NULL
);

CREATE TABLE sitemap_part (
    site bigint NOT NULL,
    month bigint NOT NULL,
    part bigint NOT NULL,
    n bigint NOT NULL,
    changed_at bigint NOT NULL
);

CREATE TABLE tombstone (
    item bigint NOT NULL,
    site bigint NOT NULL,
    code text,
    withdrawn_at bigint,
    note bytea,
    successor bigint
);

CREATE TABLE urgent_edition (
    item bigint NOT NULL,
    edition bigint NOT NULL,
    person bigint NOT NULL,
    at bigint NOT NULL,
    reason text NOT NULL,
    until bigint NOT NULL,
    confirmed_by bigint,
    confirmed_at bigint
);

CREATE TABLE watch_case (
    id bigint NOT NULL,
    site bigint,
    host text NOT NULL,
    target text NOT NULL,
    status text NOT NULL,
    digest text NOT NULL,
    findings text NOT NULL,
    expected text,
    found text,
    picture bytea,
    first_seen bigint NOT NULL,
    last_seen bigint NOT NULL,
    times bigint NOT NULL,
    closed_at bigint,
    closed_by bigint,
    reason text
);

CREATE TABLE watch_mark (
    name text NOT NULL,
    value text NOT NULL,
    at bigint NOT NULL
);

CREATE TABLE watch_note (
    case_id bigint NOT NULL,
    number bigint NOT NULL,
    at bigint NOT NULL,
    person bigint,
    what text NOT NULL,
    text text NOT NULL
);

CREATE TABLE withdrawal_plan (
    item bigint NOT NULL,
    at bigint NOT NULL,
    code text NOT NULL,
    person bigint NOT NULL,
    made_at bigint NOT NULL,
    erases bigint DEFAULT 0 NOT NULL
);

CREATE TABLE working_copy (
    item bigint NOT NULL,
    person bigint NOT NULL,
    base bigint NOT NULL,
    version bigint NOT NULL,
    tab text NOT NULL,
    at bigint NOT NULL,
    seen_at bigint NOT NULL,
    sealed bytea NOT NULL
);

INSERT INTO access_account VALUES (915257067680301056, NULL, NULL, 0, NULL, NULL, -1, NULL, NULL, NULL, 1796051089729, 0);
INSERT INTO access_account VALUES (915257072474390528, NULL, NULL, 0, NULL, NULL, -1, NULL, NULL, NULL, 1796051089988, 0);
INSERT INTO access_account VALUES (915257076672888832, NULL, NULL, 0, NULL, NULL, -1, NULL, NULL, NULL, 1796051090322, 0);

INSERT INTO access_invitation VALUES (915257068271697920, 915257067680301056, '\x6fb181c4df506068fecb430863e31fd292f555625b2cc9698481b3b22f1bdc5b', 'welcome', 1796051089729, 1796310289729, NULL, NULL, NULL);
INSERT INTO access_invitation VALUES (915257072474390531, 915257072474390528, '\x52c8a447aac1a8b5e680d6fa99c016c20c9febd182a8ba7dca3e5722bde26375', 'welcome', 1796051089988, 1796310289988, NULL, NULL, NULL);
INSERT INTO access_invitation VALUES (915257076672888835, 915257076672888832, '\xf6222ceb51a022fb5e0338d99cf156268e27784f3be86d9e4bac8699dc106764', 'welcome', 1796051090322, 1796310290322, NULL, NULL, NULL);

INSERT INTO act VALUES (915257093466882051, 'import', 915257067562860544, 915257072474390528, 915257076672888832, 'Nhập tin bài từ hệ thống cũ', 1796051090979);
INSERT INTO act VALUES (915257097665380353, 'import', 915257067562860544, 915257072474390528, 915257076672888832, 'Nhập hỏi đáp từ hệ thống cũ', 1796051091298);

INSERT INTO answer_cursor VALUES (1, 8);

INSERT INTO audit VALUES (915257067655135232, 1796051089583, NULL, '', 'installation-made', 'done', 915257067562860544, 'kept.test', '', 'command line', 'caunoi init (root)');
INSERT INTO audit VALUES (915257067655135233, 1796051089583, NULL, '', 'site-added', 'done', 915257067562860544, 'an-son', '', 'command line', 'caunoi init (root)');
INSERT INTO audit VALUES (915257067722244096, 1796051089599, NULL, '', 'role-granted', 'done', 915257067562860544, 'admin', 'administrator', 'command line', 'caunoi');
INSERT INTO audit VALUES (915257068275892224, 1796051089731, NULL, '', 'person-invited', 'done', NULL, 'admin', '', 'command line', 'caunoi');
INSERT INTO audit VALUES (915257072474390529, 1796051089988, NULL, '', 'person-added', 'done', 915257067562860544, 'bien-tap', '', 'command line', 'caunoi');
INSERT INTO audit VALUES (915257072474390530, 1796051089988, NULL, '', 'role-granted', 'done', 915257067562860544, 'bien-tap', 'editorInChief', 'command line', 'caunoi');
INSERT INTO audit VALUES (915257072474390532, 1796051089989, NULL, '', 'person-invited', 'done', NULL, 'bien-tap', '', 'command line', 'caunoi');
INSERT INTO audit VALUES (915257076672888833, 1796051090321, NULL, '', 'person-added', 'done', 915257067562860544, 'tong-bien-tap', '', 'command line', 'caunoi');
INSERT INTO audit VALUES (915257076672888834, 1796051090321, NULL, '', 'role-granted', 'done', 915257067562860544, 'tong-bien-tap', 'editorInChief', 'command line', 'caunoi');
INSERT INTO audit VALUES (915257076672888836, 1796051090331, NULL, '', 'person-invited', 'done', NULL, 'tong-bien-tap', '', 'command line', 'caunoi');
INSERT INTO audit VALUES (915257080871387140, 1796051090513, NULL, '', 'site-added', 'done', 915257067562860544, 'so-y-te', '', 'command line', 'caunoi site add (root)');
INSERT INTO audit VALUES (915257085069885441, 1796051090665, NULL, '', 'sections-changed', 'done', 915257067562860544, 'thong-cao', '', 'command line', 'caunoi section add (root)');
INSERT INTO audit VALUES (915257089268383745, 1796051090809, NULL, '', 'leader-added', 'done', 915257067562860544, 'Hà Sơn Lâm', 'Chủ tịch Ủy ban nhân dân tỉnh, from 2025-07-01', 'command line', 'caunoi leaders import (root)');
INSERT INTO audit VALUES (915257097665380355, 1796051091305, 915257072474390528, 'bien-tap', 'case-acted', 'done', 915257067562860544, 'ANSON-2026-000001', 'receive import', 'command line', 'caunoi import qa (root)');

INSERT INTO case_band VALUES (5155451809382124333, 915257097665380354);
INSERT INTO case_band VALUES (5081417811918135557, 915257097665380354);
INSERT INTO case_band VALUES (5647945783880491144, 915257097665380354);
INSERT INTO case_band VALUES (4972333573646298479, 915257097665380354);
INSERT INTO case_band VALUES (3740243069776161660, 915257097665380354);
INSERT INTO case_band VALUES (8724973776235937763, 915257097665380354);
INSERT INTO case_band VALUES (134339770910978018, 915257097665380354);
INSERT INTO case_band VALUES (8369300587699401773, 915257097665380354);

INSERT INTO case_cluster VALUES (915257097665380354, '\x903b606fed521c194414a236ac0ee476d152343e4d746e68ec30472e1060418c891701d84108dac86e817ecc6f40ec3b6ad5602806eccd8e2a45021d8908b23d');

INSERT INTO case_count_run VALUES (1, 1, 0);

INSERT INTO case_event VALUES (915257097665380354, 1, 1796051091305, 'receive', 'received', 915257072474390528, NULL, 'channel=import', NULL);

INSERT INTO case_file VALUES (915257097665380354, 915257067562860544, 915257067562860544, 'question', 'ANSON', 2026, 1, 'received', 0, 0, 'anonymised', 'import', 'vi', NULL, NULL, NULL, NULL, NULL, 1793581200000, 1795453199999, 1, 'house-question-answer', NULL, NULL, 1796051091305, NULL, NULL, NULL, 915257097665380354, 1, 1, '\x9c454787dc6e96b90f83a9f20d55ea47', '\x3335b6f9e64440e23f8c8618506b49d3b26a77146d5c897e9e3d658ef7d399f6', '\x7ac1879d4e8a93579eece7976fea6c0f71bf4dc2076347e288ce000446d7583533afa6de0aceefd0bd6f4c6687d08479e42d2157fa86cf3e206505215d77060c21e6aa6d9821c703ef01fa3eb871c26253065d37e06478f84286869fd6007b169ca28f15042c425a26b96f3b52a728b395946f16c565c92c46977b54c9128f016e0d65836056e324730d9631758f5b1e31b421165fe6b12536bf5dc3', '\xcadb06f5275966da952eb978dd3f073d9c110a9df2e27771cd23e866ebf6158c33e714d1f6820bd48c6f94e75a2f468ff1a7d1165f0d07e1f6c7a18948dfdf1ebb5504af1f19f157', 1, 1, NULL, 0, 1795453199999, NULL, 4);

INSERT INTO case_number VALUES ('ANSON', 2026, 1);

INSERT INTO case_prefix VALUES ('ANSON', 915257067562860544);

INSERT INTO case_sum VALUES (1, 0, 0, 'agency', '', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 0, 0, 'channel', 'import', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 0, 0, 'field', '', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 0, 0, 'track', 'question', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 0, 915257067562860544, 'agency', '', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 0, 915257067562860544, 'channel', 'import', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 0, 915257067562860544, 'field', '', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 0, 915257067562860544, 'track', 'question', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 2026, 0, 'agency', '', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 2026, 0, 'channel', 'import', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 2026, 0, 'field', '', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 2026, 0, 'track', 'question', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 2026, 915257067562860544, 'agency', '', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 2026, 915257067562860544, 'channel', 'import', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 2026, 915257067562860544, 'field', '', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 2026, 915257067562860544, 'track', 'question', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 20264, 0, 'agency', '', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 20264, 0, 'channel', 'import', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 20264, 0, 'field', '', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 20264, 0, 'track', 'question', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 20264, 915257067562860544, 'agency', '', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 20264, 915257067562860544, 'channel', 'import', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 20264, 915257067562860544, 'field', '', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 20264, 915257067562860544, 'track', 'question', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 202611, 0, 'agency', '', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 202611, 0, 'channel', 'import', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 202611, 0, 'field', '', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 202611, 0, 'track', 'question', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 202611, 915257067562860544, 'agency', '', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 202611, 915257067562860544, 'channel', 'import', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 202611, 915257067562860544, 'field', '', 1, 0, 0, 0, 0, 0, 0, 1, 0);
INSERT INTO case_sum VALUES (1, 202611, 915257067562860544, 'track', 'question', 1, 0, 0, 0, 0, 0, 0, 1, 0);

INSERT INTO case_term VALUES (3575666493487767976, 915257097665380354);
INSERT INTO case_term VALUES (4814573429681600985, 915257097665380354);
INSERT INTO case_term VALUES (6311379848684423828, 915257097665380354);
INSERT INTO case_term VALUES (435988772429928995, 915257097665380354);
INSERT INTO case_term VALUES (4302678939122635372, 915257097665380354);

INSERT INTO edition VALUES (915257093466882048, 1, 1, 'publish', 1796051090981, 5, '855408ac2213fea8dbd55c467d80c6db44adec10013f36df3fa2f14445377495', '5fd41da9576f3e257262cb9c702a21923d837423395660d860ba6e33a01d2441', 1, '\x9d10ed5c1b1730249ddd211ceb466242480e4bd5ad2e5285b5de28f10d8b09293b042d55a730b8e1179f5e324ed4eef5350ef00d0dc6b3835d01acca9bbfd5ed5fdf8e5c9327c8b7248fc2ac98d36e4f6ec1fa3568825a66d448384427160b0bf34ef439eef4696fbe3520001375800f5407d0f834267e35b5a05f45fe5bf4ea7796583756edec2aa8eb7fb207e297f648774d59fe2b1a9bb6211e4188d39b0da7c0bdba79d1be1d40883e9d2779e4356d6f711fda3355ea64f3605443d58b9ccce2cd5f66cacb42cf0e0a43fec640563894546a7d49383eaeb4cb5f3b6f235a9fbbf76e85c3b6c50114390cbdcd1da20304d694750053a383c621451cb1445bc316b4e5c728b15ad52c8d232460f97ab85cdcf0536493aa00e5e355d3d10e2b6a2000970ea4f76833831dcdc4ae458bc167ca5c6e7b8da2aa27203b81facab6df9498bd88b7e5c39a40e70bfb74a9726ca1cb34ce37fb11d09344884aac24ef7bc0759b59dbdb4decd48f41f2d0c20d7a2ec22084f2f6054aa2d77da0d99f6f13266f2ffdaf7b8e4cd1');
INSERT INTO edition VALUES (915257093466882049, 1, 1, 'publish', 1796051090981, 6, '8962b0affcdf23d04327bbf8f9dd64e99024b6aa8419059af29c2c1db2ea19c0', '66c4e81dff991442eb867561c615e32b34c1c4cf859c791cab2cb05f084d9053', 1, '\xff0e5ad6bb5d0103564d1da2d3ea059d4dec9d02eaffe189b409bfab931ebf7a2d93af419be6ce0a04b006f753686914940573687d2bcddfcccb148e8231ad27df2bdf94d1f2142980e520593fdb9316d14015ac12addc2b51b96bfc389417e76edfe2abca25125603a13afd1617fdd2b8915785167bb403a22db3eeb00e8a62baf7723ff0e9f761faebf8a22d5aad6ba60a87531ef95bb7199971e484833baa5d7c963fbd9d5b32e85f013a868cc37c6191db3610a81e8d11e90387bd82ac6b267bb4b3658d1c30fce57812800082abd27059593ac6e570e6d61599f06e52958fa4b1e33cf97e11488fa7c88166ea93d2f9b395568a56ca0771021199be6f6ac7c56faec79b8f0875620dc0676f9291d1bfbd9965aed6c42cc63f9665ea9e4b181c35c8c54034b772507fa48b92451925f797ba6ed837cce22b848dedbf640bd239777745ca9606bd685d7ecd228326ece114d260ae300cb6b536c8aee45e078c1572efee21155ba6f3303e8ed1b851e88af9c509449171ddd4448a7a6ce6cdb2f0298763887e109585');
INSERT INTO edition VALUES (915257093466882050, 1, 1, 'publish', 1796051090981, 7, '9be6011b079cf001155baf39670247d0f947272ff77984e69975ed574fb298cc', '6421f1c508d19ff507e8cbf36cc8f77ffe760fda8dc516537d7439af7cabd9b1', 1, '\xac59152561ba443a69942062f32558c5a7f8ce21680ad194a310ca9f68f37fe350e585336216a881456cbe20ce73d905eb4b4c549f4938ec7ea5fed131a489e54c7a0057050c82fdc38221773fdcbbd24ab9b1932791568ac3ba6a377770533b2f06d05590cc5bc81fe9de21060268c9cb3342f427f7d19e388ce2bab87c61b8a4bfb962d0958f0faac6f7cd9a0f1c8f838cb821f5578b344e0c4d07b2137a631119501de6ba3419f29f54d7cbb4f97bb023a1f9ca68f497e5b6a655662a8969e6f4dd3ff1b921e9e09056f0514b001db44c9a75961abedacbeb54577a6fe1b1b4f72cbe70190bebd9c756b2783115a9d50bb34e26c5c00486493a034d7dd70c20006b0e82940dcaeb956928cdf2c667e2cdf3df2dfa067f73f2f5da96ce1e9ef26f143052f785a02c14da1ed0d953b49b99fdfbc5ecc975fdb11fd0fe5e60a94f70534c3c1a4a9b765351f0aafdfe8a08cc6ca45ea6a04bd264dd92a26732e05fd61be203e997cf6b90f0c57f6aa76bc8ec0126abcb0b65f30d42e3d7c233287dff401458841d5c6606');
INSERT INTO edition VALUES (915257097665380352, 1, 1, 'publish', 1796051091332, 8, 'e9d13cdbf3264a3f50b6c39288dbcc910c880593b828e922a06bb556fd4e52a1', '41f9c1aa82ba1910c29514f777c334e52c0204d01fcf984db8cf2bad353716cf', 1, '\x50e4dbf367e0d577dc24513173dc4dd062486982aa73140122951f9ff522a87501d2f12412ef185ea4dbd249ab78dd13e6ce3a170e588392905d239e5f63aac00d8d6600c57b7cda44032479e97f4a3ff1fa57d4bd766f65acf5b7da58f95db19a187c87527b08159bf754788412cd2aaebc5d7d054bb228e102d199e557942dd9af7ae442fa98fcda9a6fb9692b718bd5d70bca81c03cb73a073df8d7dab1cc6c2660dd7edd875c6a28d17fcd91010e54f724a599a5f3e862fd6377f4c66704bab3d8601ddc532c6cc00a90ee51bf04c1d43b214936b8314aca0490f6fdf282fd2cc2673bbe426c80601b4936370d1576fac649971caa37563b32d9a4d4b806e54a191f1f04f27ce5d736c173a77239b4e3d08c174d288cea99c33c73455935395bb2ef7a4b576909feeb14ada9cccdf8794c0340e07abadf3acb1192284f1d5c4561a40d1e2b5fc3604dabfbf402794a4f6b005b59e000dfeeea3f71b947c2e383173b7de15f811c80b940bf684b5b3a577a97426063def2ed01666e10da285077b11679e61e8b827040ddaf5e1364981dd1b66ec5eca43fb322621443dbb38d7d1d23fe59adcd63e47c53e6d1eb2f801d9081448c050b1c9e4185867e4ed726284cbdd797cb67b2b9a6b8574ec8bbaa486b6261');

INSERT INTO event VALUES (0, 1796051089560, 'site', 915257067562860544, NULL, 0, '{"at":1796051089,"commit":"275f47ec25dfe39543a00150604b0476f6b053bdc51c07706dac6dfb3504e6ad","hosts":["kept.test"],"kind":"portal","lang":"vi","op":"site","part":"opened","site":"an-son","v":1}', NULL);
INSERT INTO event VALUES (1, 1796051089560, 'chrome', 915257067562860544, NULL, 0, '{"at":1796051089,"commit":"6110bc68ee79d738dcde7cd01b2992e051a95e88332252dcd840a98560d7bedf","op":"chrome","part":"site","site":"an-son","v":1}', NULL);
INSERT INTO event VALUES (2, 1796051090479, 'site', 915257080871387136, NULL, 0, '{"at":1796051090,"commit":"84925ced840faf5673e996749886f2e656c3b759c70e002bc3817e4d9ab43d16","hosts":["soyte.kept.test"],"kind":"unit","lang":"vi","op":"site","part":"opened","site":"so-y-te","v":1}', NULL);
INSERT INTO event VALUES (3, 1796051090479, 'chrome', 915257080871387136, NULL, 0, '{"at":1796051090,"commit":"ffdbe647bdfc0a1a3d77b015940189d3c4a88356e2efffb6cd1f17cdbc15debf","op":"chrome","part":"site","site":"so-y-te","v":1}', NULL);
INSERT INTO event VALUES (4, 1796051090641, 'chrome', 915257067562860544, NULL, 0, '{"at":1796051090,"commit":"10d8ee967475f885c53abb771b167e41d8d659be86016e076d6973c836630670","op":"chrome","part":"section","site":"an-son","v":1}', NULL);
INSERT INTO event VALUES (5, 1796051090981, 'publish', 915257067562860544, 915257093466882048, 1, '{"act":"0scx5f8q40003","at":1796051090,"by":["e-1gvp6lvvm85yl"],"commit":"855408ac2213fea8dbd55c467d80c6db44adec10013f36df3fa2f14445377495","ed":1,"id":"0scx5f8q40000","kib":1,"kind":"news","lang":"vi","op":"publish","prev":-1,"site":"an-son","text":"5fd41da9576f3e257262cb9c702a21923d837423395660d860ba6e33a01d2441","v":1}', 915257093466882051);
INSERT INTO event VALUES (6, 1796051090981, 'publish', 915257067562860544, 915257093466882049, 1, '{"act":"0scx5f8q40003","at":1796051090,"by":["e-1gvp6lvvm85yl"],"commit":"8962b0affcdf23d04327bbf8f9dd64e99024b6aa8419059af29c2c1db2ea19c0","ed":1,"id":"0scx5f8q40001","kib":1,"kind":"news","lang":"vi","op":"publish","prev":-1,"site":"an-son","text":"66c4e81dff991442eb867561c615e32b34c1c4cf859c791cab2cb05f084d9053","v":1}', 915257093466882051);
INSERT INTO event VALUES (7, 1796051090981, 'publish', 915257067562860544, 915257093466882050, 1, '{"act":"0scx5f8q40003","at":1796051090,"by":["e-1gvp6lvvm85yl"],"commit":"9be6011b079cf001155baf39670247d0f947272ff77984e69975ed574fb298cc","ed":1,"id":"0scx5f8q40002","kib":1,"kind":"news","lang":"vi","op":"publish","prev":-1,"site":"an-son","text":"6421f1c508d19ff507e8cbf36cc8f77ffe760fda8dc516537d7439af7cabd9b1","v":1}', 915257093466882051);
INSERT INTO event VALUES (8, 1796051091332, 'publish', 915257067562860544, 915257097665380352, 1, '{"act":"0scx5fcm80001","at":1796051091,"by":["e-1gvp6lvvm85yl"],"commit":"e9d13cdbf3264a3f50b6c39288dbcc910c880593b828e922a06bb556fd4e52a1","ed":1,"id":"0scx5fcm80000","kib":1,"kind":"question","lang":"vi","op":"publish","prev":-1,"site":"an-son","text":"41f9c1aa82ba1910c29514f777c334e52c0204d01fcf984db8cf2bad353716cf","v":1}', 915257097665380353);
INSERT INTO event VALUES (9, 1796051094433, 'release', 915257067562860544, NULL, 0, '{"at":1796051094,"digest":"f1f761705b266200ee8eac2e5e4cc488f54637635179ebc2e6ee78e58e428bcf","op":"release","site":"an-son","v":1}', NULL);

INSERT INTO event_head VALUES (1, 9);

INSERT INTO house_rules VALUES (1, 0, NULL);

INSERT INTO hub_cursor VALUES (1, -1);

INSERT INTO installation VALUES (1, 'kept.test');

INSERT INTO item VALUES (915257093466882048, 915257067562860544, 'news', 'vi', 915257067575443456, 'settled', 'live', 915257072474390528, 1, NULL, 1, 1, 1793466000000, NULL, 5, '\xdbb62384a16c54163960d369b6a15e33998da75b8a90a69511e24f419bcb30a9231010b685e5a0ae8b83f7d57aa4506513eff12ebb6b5f8f4aa8d6b9adef8215758cd4cf506a47da01690df1ce8e13f90258aeb97b769b958a28155798bbbf6b92568fa8b1d92047023a4177c65d8f481287de848344a02de25c2d90', NULL, NULL, NULL, NULL, 'b1181c0f9e1bfad176aa556ebbf8271e', 'f35d53d75524d59921cfe69416d2cfd4', 1796051090981, 1, 1796051090981, NULL, 915257072474390528);
INSERT INTO item VALUES (915257093466882049, 915257067562860544, 'news', 'vi', 915257067575443456, 'settled', 'live', 915257072474390528, 1, NULL, 1, 1, 1793552400000, NULL, 6, '\x5af27a0f4b98261249fa1d82d728000f3d5cf4bc08bb6589a180638bb2ab0c2207c9af2839f602e3635a8aeff9ab9673d8e41e8472ad92e9b5f96c562a516fa05a3e5a26c41794ab6adbab50d50a1be643fabf4802fe92e9ec0f81ecb55e6edf3c9d1ba584911d1b5fd27f6be89792311bfe2f0630f9ebbd8a57fe60', NULL, NULL, NULL, NULL, '492d203f935763e8badcec29ec5ba065', '295f9890698228c6a664142ed6356926', 1796051090981, 1, 1796051090981, NULL, 915257072474390528);
INSERT INTO item VALUES (915257093466882050, 915257067562860544, 'news', 'vi', 915257067575443456, 'settled', 'live', 915257072474390528, 1, NULL, 1, 1, 1793638800000, NULL, 7, '\x9f3afd72fc5b101b3f5bf0716d8c876b3c98aeb0ae37487ec66b02f026ab2adde6ac471972f95bf6431256d9b9def84f60dcbada69b73a6992dd14505a9dd94666e9f1cc965fd19985cf4a8d683027cfbf269ab87993bb7908f0b10766d719ed5e8d7f7f89d40a35188aad1a9ec8e1d671b93b87abc949859d48726f', NULL, NULL, NULL, NULL, '78260c4ad320088441c70f081c4aa1d9', '92abdb8093091746261a11d913792539', 1796051090981, 1, 1796051090981, NULL, 915257072474390528);
INSERT INTO item VALUES (915257097665380352, 915257067562860544, 'question', 'vi', NULL, 'settled', 'live', 915257072474390528, 1, NULL, 1, 1, 1791162000000, NULL, 8, '\x01d163dfdbc6115517b43d19f5e60410ec96c13536f568913f20b10986ff47723028feb5b1410bb79ddef3156c8f75d6c3eafea7da79c17c287ac17348cb11006147baac0cbd3fe98c478b4cd1604d178f05bea4212105f877a038ba59967c50c929c3cca604d6152ea6b8c90658226186dd60b3c1ce659150a8c4915cb1e2f9d5be3c13c161e2d9401774e1ea72c6707ac398065a0b43b9af6464e56f6c09916f995ddf22ccc6f16ec5c1dc07a51795cdb17321c92d2616598f3e67569b', NULL, NULL, NULL, NULL, 'edada00e3fac301be1ffb771da84ccda', 'e43ebe0b1ff761e07bc513e99fae8198', 1796051091332, 1, 1796051091332, NULL, 915257072474390528);

INSERT INTO job VALUES (915257101863878657, 'check-links', '', 'check-links:2026-12-01', 1796061600000, 'waiting', 0, NULL, NULL, NULL, 1796051094432, NULL);
INSERT INTO job VALUES (915257101863878656, 'tell-of-cases', '', 'tell-of-cases round 5986836', 1796051094276, 'done', 1, NULL, 0, NULL, 1796051094276, 1796051095291);

INSERT INTO leader VALUES (915257089268383744, 915257067562860544, 'Hà Sơn Lâm', 'Chủ tịch', 'Ủy ban nhân dân tỉnh', '2025-07-01', NULL, 'ha son lam', 1796051090808, 1);

INSERT INTO list_name VALUES (915257067562860544, 'tag:le-hoi', 'Lễ hội');

INSERT INTO listing VALUES (915257067562860544, 'all', 1793466000000, 915257093466882048);
INSERT INTO listing VALUES (915257067562860544, 'kind:news', 1793466000000, 915257093466882048);
INSERT INTO listing VALUES (915257067562860544, 'section:0scx5egkg0000', 1793466000000, 915257093466882048);
INSERT INTO listing VALUES (915257067562860544, 'tag:le-hoi', 1793466000000, 915257093466882048);
INSERT INTO listing VALUES (915257067562860544, 'all', 1793552400000, 915257093466882049);
INSERT INTO listing VALUES (915257067562860544, 'kind:news', 1793552400000, 915257093466882049);
INSERT INTO listing VALUES (915257067562860544, 'section:0scx5egkg0000', 1793552400000, 915257093466882049);
INSERT INTO listing VALUES (915257067562860544, 'tag:le-hoi', 1793552400000, 915257093466882049);
INSERT INTO listing VALUES (915257067562860544, 'all', 1793638800000, 915257093466882050);
INSERT INTO listing VALUES (915257067562860544, 'kind:news', 1793638800000, 915257093466882050);
INSERT INTO listing VALUES (915257067562860544, 'section:0scx5egkg0000', 1793638800000, 915257093466882050);
INSERT INTO listing VALUES (915257067562860544, 'tag:le-hoi', 1793638800000, 915257093466882050);
INSERT INTO listing VALUES (915257067562860544, 'kind:question', 1791162000000, 915257097665380352);
INSERT INTO listing VALUES (915257067562860544, 'role:answered-hoi-dap', 1791162000000, 915257097665380352);

INSERT INTO listing_count VALUES (915257067562860544, 'all', 3, 7);
INSERT INTO listing_count VALUES (915257067562860544, 'kind:news', 3, 7);
INSERT INTO listing_count VALUES (915257067562860544, 'section:0scx5egkg0000', 3, 7);
INSERT INTO listing_count VALUES (915257067562860544, 'tag:le-hoi', 3, 7);
INSERT INTO listing_count VALUES (915257067562860544, 'kind:question', 1, 8);
INSERT INTO listing_count VALUES (915257067562860544, 'role:answered-hoi-dap', 1, 8);

INSERT INTO network_version VALUES (1, 6);

INSERT INTO node_lease VALUES (0, 0, 'kept', 0, 1796051100739);

INSERT INTO outgoing_cursor VALUES (1, 8);

INSERT INTO person VALUES (915257067680301056, 'admin', 'Quản trị hệ thống', NULL, 1, '\x3a2c34322b0207013a382d02082c29020801373b2132020501010202020202020202020203', 1796051089589, 'quan tri he thong');
INSERT INTO person VALUES (915257072474390528, 'bien-tap', 'Nguyễn Biên Tập', NULL, 1, '\x3a2336020801242d2932020301322b3b402932020601010302020302020203', 1796051089985, 'nguyen bien tap');
INSERT INTO person VALUES (915257076672888832, 'tong-bien-tap', 'Trần Tổng', NULL, 1, '\x3a34322b020501013a382332020401010302020203', 1796051090311, 'tran tong');

INSERT INTO person_role VALUES (915257067680301056, 'administrator', 915257067562860544, 1796051089595, NULL, NULL, NULL);
INSERT INTO person_role VALUES (915257072474390528, 'editorInChief', 915257067562860544, 1796051089985, NULL, NULL, NULL);
INSERT INTO person_role VALUES (915257076672888832, 'editorInChief', 915257067562860544, 1796051090311, NULL, NULL, NULL);

INSERT INTO projection_cursor VALUES ('listing', 9, 1);
INSERT INTO projection_cursor VALUES ('sitemap', 9, 1);

INSERT INTO record_head VALUES (1, 10, '\xca197d3d6a198fe4eb833af45f4c66b148b764fa96bd7eff9f63571c9c0ab59431c3582c63a53d50ae91a6465eea905e9df9eac088d333f47a23ef74f9a71de0', 'kept.test/log/1
10
PL2tVzjAAg1C/fEh/VUm21xzAprAwAcp5WBfD3neULg=

— kept.test/log/1 e6bkc8mSGWJZp8QqYbTQWgiaNAzQDJx+0rM0JA/OcMHIgU3mgxgq3aaOHlF4vppewoBn5tqFLQEetCRgNGKYWyz64Ag=
', 1796051094, 'kept.test/log/1+7ba6e473+AU1irb9/VWrCMvtd6Sc3hhx39KesY9hwTvhB/j2GbZxi', NULL, 1, 0, 0);

INSERT INTO record_object VALUES ('275f47ec25dfe39543a00150604b0476f6b053bdc51c07706dac6dfb3504e6ad', 915257067562860544, 'site', '\x884a03291b59f40b6e502ed730670fb6515e8a8820e740241b514eff4828fc167b226166746572223a7b22636f6e74616374223a7b7d2c22686f737473223a5b226b6570742e74657374225d2c226b696e64223a22706f7274616c222c226c616e67223a227669222c226e616d65223a2243e1bb956e67207468c3b46e672074696e20c49169e1bb876e2074e1bbad2074e1bb896e6820416e2053c6a16e222c2273686f72744e616d65223a2254e1bb896e6820416e2053c6a16e222c22737461747573223a22616374697665227d2c2273697465223a22616e2d736f6e222c2276223a317d', 0, NULL);
INSERT INTO record_object VALUES ('84925ced840faf5673e996749886f2e656c3b759c70e002bc3817e4d9ab43d16', 915257080871387136, 'site', '\xce1c03175426b27ce038565c367df2c47fb8fabd4a94c3799408d77d4793c5b27b226166746572223a7b22636f6e74616374223a7b7d2c22686f737473223a5b22736f7974652e6b6570742e74657374225d2c226b696e64223a22756e6974222c226c616e67223a227669222c226e616d65223a2253e1bb9f20592074e1babf222c22706172656e74223a22616e2d736f6e222c2273686f72744e616d65223a2253e1bb9f20592074e1babf222c22737461747573223a22616374697665227d2c2273697465223a22736f2d792d7465222c2276223a317d', 2, NULL);
INSERT INTO record_object VALUES ('ffdbe647bdfc0a1a3d77b015940189d3c4a88356e2efffb6cd1f17cdbc15debf', 915257080871387136, 'chrome', '\xdee401e79a0351eb95c960c90f7bf4440072181357737eceaf2b78be86aaa1b77b2262616e6e657273223a5b5d2c22636f6e74616374223a7b7d2c22686f737473223a5b22736f7974652e6b6570742e74657374225d2c226b696e64223a22756e6974222c226c616e67223a227669222c226c6f6f6b223a7b7d2c226e616d65223a2253e1bb9f20592074e1babf222c22706172656e74223a22616e2d736f6e222c2273656374696f6e73223a5b7b22636f6465223a2274696e2d747563222c226b696e64223a2273656374696f6e222c226e616d65223a2254696e2074e1bba963202d2053e1bbb1206b69e1bb876e227d2c7b22636f6465223a2274686f6e672d62616f222c226b696e64223a2273656374696f6e222c226e616d65223a225468c3b46e672062c3a16f227d2c7b22636f6465223a226368692d64616f2d646965752d68616e68222c226b696e64223a2273656374696f6e222c226e616d65223a224368e1bb8920c491e1baa16f2c20c49169e1bb81752068c3a06e68227d5d2c2273686f72744e616d65223a2253e1bb9f20592074e1babf222c2273697465223a22736f2d792d7465222c22737461747573223a22616374697665222c2276223a317d', 3, NULL);
INSERT INTO record_object VALUES ('6110bc68ee79d738dcde7cd01b2992e051a95e88332252dcd840a98560d7bedf', 915257067562860544, 'chrome', NULL, 1, NULL);
INSERT INTO record_object VALUES ('10d8ee967475f885c53abb771b167e41d8d659be86016e076d6973c836630670', 915257067562860544, 'chrome', '\x0dc1647131897df56919e14015ed33b485a5dbf7f19b9be763c89294c5acc1ac7b2262616e6e657273223a5b5d2c22636f6e74616374223a7b7d2c22686f737473223a5b226b6570742e74657374225d2c226b696e64223a22706f7274616c222c226c616e67223a227669222c226c6f6f6b223a7b7d2c226e616d65223a2243e1bb956e67207468c3b46e672074696e20c49169e1bb876e2074e1bbad2074e1bb896e6820416e2053c6a16e222c2273656374696f6e73223a5b7b22636f6465223a2274696e2d747563222c226b696e64223a2273656374696f6e222c226e616d65223a2254696e2074e1bba963202d2053e1bbb1206b69e1bb876e227d2c7b22636f6465223a2274686f6e672d62616f222c226b696e64223a2273656374696f6e222c226e616d65223a225468c3b46e672062c3a16f227d2c7b22636f6465223a226368692d64616f2d646965752d68616e68222c226b696e64223a2273656374696f6e222c226e616d65223a224368e1bb8920c491e1baa16f2c20c49169e1bb81752068c3a06e68227d2c7b22636f6465223a2274686f6e672d63616f222c226b696e64223a2273656374696f6e222c226e616d65223a225468c3b46e672063c3a16f227d5d2c2273686f72744e616d65223a2254e1bb896e6820416e2053c6a16e222c2273697465223a22616e2d736f6e222c22737461747573223a22616374697665222c2276223a317d', 4, NULL);

INSERT INTO record_pseudonym VALUES (915257076672888832, 2026, 'e-1gvp6lvvm85yl');

INSERT INTO record_signing_key VALUES ('kept.test/log/1+7ba6e473+AU1irb9/VWrCMvtd6Sc3hhx39KesY9hwTvhB/j2GbZxi', 0);

INSERT INTO record_tile VALUES (0, 0, '\x277ecd998324d12bddc0f4c5e92688b25e1e511721defbb16b429903f8d98bfd89615115546ca076619d1ecded505df2cb67ac2aefbd5a6d862398a9d35872c88388b18b61ef76356e2776d1226c846ccb52a3972013cfc3976e2f387360163ecc6dade235b5dddc469b5b21414fe47cec199998acda0e2bb4df35e0c5a41fafc8e4e7bfcc17386268cd57bcd965cbf2bd6e6232aec66c81386633cb527ccc099c6c152ec0ae4abb2e48f46abbf500daf0f2fc8a844c25a2534b00ca55463780bf3f6b658f9701729886e0b9179e1be276388e3a3312a04f29d0c778fdc60be616be5e861ecb72b512d03447764152095d81a5e0dc16f5c33653b0d9484b99add65ba939aa3753819542dfcd40e193f0f92568032e114cdeb327b02569d835b406cfbbf9158213eca3a611edd7da4d8de41c28c193195d4a71c322d30298bae0');

INSERT INTO revision VALUES (915257093466882048, 1, 915257072474390528, 1796051090981, NULL, NULL);
INSERT INTO revision VALUES (915257093466882049, 1, 915257072474390528, 1796051090981, NULL, NULL);
INSERT INTO revision VALUES (915257093466882050, 1, 915257072474390528, 1796051090981, NULL, NULL);
INSERT INTO revision VALUES (915257097665380352, 1, 915257072474390528, 1796051091332, NULL, NULL);

INSERT INTO schema_migration VALUES (1, 'node leases', 'f1d819e45f4d26315e46a4dff594c06c', 1796051089138);
INSERT INTO schema_migration VALUES (100, 'agencies', 'b3ae036460f841181770788321dde2ab', 1796051089144);
INSERT INTO schema_migration VALUES (110, 'sites', 'ffbb7645e734856c4dc0dddb9b369e61', 1796051089153);
INSERT INTO schema_migration VALUES (120, 'people', '7004a7a6c7fe99be4c1cb28fe3a83120', 1796051089167);
INSERT INTO schema_migration VALUES (130, 'administrative units', 'c71441c77b48c8516790a320fb44de86', 1796051089175);
INSERT INTO schema_migration VALUES (140, 'accounts', 'b3b7be99a781e07ea8da3620338e6eee', 1796051089185);
INSERT INTO schema_migration VALUES (141, 'sessions', 'd0bab8261d4565f99a00c6918c03c9e2', 1796051089195);
INSERT INTO schema_migration VALUES (142, 'deputies', '3ceb1691d2fe58f2e3419cb2bfb7d2ca', 1796051089200);
INSERT INTO schema_migration VALUES (143, 'audit trail', '7ae5cd226706fd07bf6c96d94c236d1a', 1796051089204);
INSERT INTO schema_migration VALUES (144, 'passkeys', '41f03a668e278b4aea5f4e0116edfc59', 1796051089211);
INSERT INTO schema_migration VALUES (145, 'accounts at sign-in providers', '0ef864509b21ff7f0c19aa6208d5cb5f', 1796051089215);
INSERT INTO schema_migration VALUES (146, 'roles limited to sections', '99e465412e5ef3935ffe5b09d929ea61', 1796051089216);
INSERT INTO schema_migration VALUES (147, 'lists of people', '22371d6e1842a824374ea7788f2a5b15', 1796051089224);
INSERT INTO schema_migration VALUES (148, 'leaders and their titles', 'ecc9268ebd61d4fa7f6553923dc965b6', 1796051089226);
INSERT INTO schema_migration VALUES (149, 'hosts that links may lead to', '6d50756cb7365daedd1558c4aab4ff3a', 1796051089232);
INSERT INTO schema_migration VALUES (160, 'notices and letters', 'c21e19893828aca4e954815587466d38', 1796051089240);
INSERT INTO schema_migration VALUES (200, 'sections', '29b4ab9a2fe281bec8611e4811d07c2b', 1796051089252);
INSERT INTO schema_migration VALUES (201, 'items, revisions, editions, links', 'e0aac302a0ad6bc043f020843ffb4315', 1796051089259);
INSERT INTO schema_migration VALUES (202, 'acts and entries', 'd2c3031a2fb701d966b56707ef9a6c56', 1796051089269);
INSERT INTO schema_migration VALUES (203, 'projections: cursors, lists, redirects', '1b380907b0fde4be7effcbbf784e5f5f', 1796051089278);
INSERT INTO schema_migration VALUES (204, 'durable jobs and import cursors', '654652974b7d1667c8e84e817968d33d', 1796051089300);
INSERT INTO schema_migration VALUES (205, 'which items hold a file', 'b333e8dd5b244a73e27600039caeec97', 1796051089303);
INSERT INTO schema_migration VALUES (206, 'the event that last changed a list', '7c0106a905bc1011dde8fae5f5a4447a', 1796051089305);
INSERT INTO schema_migration VALUES (210, 'changes in their order, and what has left the lists', 'b70de580f13e073a1e2a50266dc36f6c', 1796051089307);
INSERT INTO schema_migration VALUES (211, 'parts of the sitemap', 'f2f9cd2d9414808aff65caf4616af742', 1796051089310);
INSERT INTO schema_migration VALUES (220, 'what was gone before it came here', 'a24383388bc3ca18b5c490025141c9a7', 1796051089315);
INSERT INTO schema_migration VALUES (221, 'files by their content', '6fcb023f3cb1a6523c9323e2570ef31f', 1796051089317);
INSERT INTO schema_migration VALUES (240, 'what changed last, titles of drafts, copies in hand', '6b27991d9fac9c064fce9e69d30865af', 1796051089318);
INSERT INTO schema_migration VALUES (241, 'what approvers saw, urgent editions, planned withdrawals', '931309ae33f670d6ada2997c19dd26c3', 1796051089325);
INSERT INTO schema_migration VALUES (242, 'remarks, assignments, outside readers, alarms', '118705f9172c57ea44bb0426356c81d0', 1796051089334);
INSERT INTO schema_migration VALUES (243, 'what was corrected, by its time', 'f612fefb02e32927d11e8dd0e346d8aa', 1796051089347);
INSERT INTO schema_migration VALUES (244, 'lists of work by person and by section', '0123e3f06faa84b7614c1932625da5e3', 1796051089349);
INSERT INTO schema_migration VALUES (245, 'what was done to many items at once', '8df278fa569a1b8bce9cff8e62490687', 1796051089352);
INSERT INTO schema_migration VALUES (246, 'drafts looked at together', 'a2f1784b74801d450bc24264f7268c4d', 1796051089358);
INSERT INTO schema_migration VALUES (247, 'filters a portal''s staff share', 'eada22d0fca8f40060739147eb4c070d', 1796051089362);
INSERT INTO schema_migration VALUES (248, 'counts of work by stage', '63e37293f0c79cd3b688357c6e3cbcaa', 1796051089364);
INSERT INTO schema_migration VALUES (250, 'lists of work from the newest, read from their indexes alone', '9d63cfd29ce5907a7a76942f80ed5ff6', 1796051089365);
INSERT INTO schema_migration VALUES (260, 'the library''s files', '705c678bafc84bb7b70c17d0e695d6a4', 1796051089367);
INSERT INTO schema_migration VALUES (261, 'uploads under way', '2078adcab0ef0e30d296f6ecbffabd99', 1796051089380);
INSERT INTO schema_migration VALUES (262, 'files scanned later', 'eaf3848d6e9c542e76198c499178efb2', 1796051089382);
INSERT INTO schema_migration VALUES (280, 'featured slots end', '2f51ece57dbd5063493d2f9c9c1ec6e8', 1796051089384);
INSERT INTO schema_migration VALUES (281, 'old addresses are counted', 'aed54ed21df23ce8fc05f2446fc21b60', 1796051089385);
INSERT INTO schema_migration VALUES (282, 'addresses asked for and not found', 'd868531acbad39a7926fdb5863428911', 1796051089386);
INSERT INTO schema_migration VALUES (283, 'links that lead out', 'edf8dcc4cd83f2f518d18583a5cdf90f', 1796051089389);
INSERT INTO schema_migration VALUES (284, 'portals made from a template', '738afce22a43c3274903b1052c123c8e', 1796051089395);
INSERT INTO schema_migration VALUES (285, 'how often items were read on a day', 'c91ad8d37faea0951725f79a2cce795b', 1796051089398);
INSERT INTO schema_migration VALUES (286, 'filters people keep', '65a232b4c0c4daa43dddfc603073fc7e', 1796051089400);
INSERT INTO schema_migration VALUES (287, 'links by portal', 'e9ec87a294238f5a3e81c2fb15a6c534', 1796051089402);
INSERT INTO schema_migration VALUES (288, 'reads added up by portal, day and week', '2d4252d5fc19077b4556ce0a70eafb4f', 1796051089403);
INSERT INTO schema_migration VALUES (289, 'links by state and portal', '28494f43289e344955511d6298ecfc46', 1796051089411);
INSERT INTO schema_migration VALUES (291, 'planned withdrawals that erase', '9479f93396b33df1278d5f17c1333c6c', 1796051089415);
INSERT INTO schema_migration VALUES (292, 'editions by their commitment', 'a7ff377560a63d359e4203185887c520', 1796051089423);
INSERT INTO schema_migration VALUES (293, 'entries about the installation itself', '3782197e5e7fb94ea06f42812f1148ac', 1796051089424);
INSERT INTO schema_migration VALUES (294, 'keys that signed the record, in their order', 'c0bc8fad10eef7404d1147807eb46bff', 1796051089425);
INSERT INTO schema_migration VALUES (295, 'pseudonyms of the record', 'a97ee6addc772a62fcc4ed21562249b9', 1796051089427);
INSERT INTO schema_migration VALUES (296, 'what entries about no item commit to', '14729a1bf3b5ac717f94913e05e89f9b', 1796051089429);
INSERT INTO schema_migration VALUES (297, 'links by their host', 'f4d5c58372857883bc5f5eb0f9556d57', 1796051089431);
INSERT INTO schema_migration VALUES (298, 'approvals by passkey', 'afbbeca9babd4b2f7874d1a2a15d417f', 1796051089432);
INSERT INTO schema_migration VALUES (299, 'objects that speak of items', '3630372e487adca32b3ca3a2e0f22b07', 1796051089434);
INSERT INTO schema_migration VALUES (300, 'cases and what happened to them', 'c65afcebda88279ff94067ce02cb1b3b', 1796051089436);
INSERT INTO schema_migration VALUES (301, 'words of cases, attempts at receipts', '78fc0c3e3433083b5c3cdf38c7cfbb88', 1796051089445);
INSERT INTO schema_migration VALUES (310, 'who is competent for what', 'e31da995343261fcc4720b854a37bfb7', 1796051089452);
INSERT INTO schema_migration VALUES (311, 'letters that say the same', 'f60464778df9a60929299c8421fe5803', 1796051089456);
INSERT INTO schema_migration VALUES (312, 'parts of mixed letters that became cases of their own', 'b8bcee2b5bd6ce42865fd8f8accae9ec', 1796051089458);
INSERT INTO schema_migration VALUES (315, 'figures of cases, kept as they happen', '79d098a975d911363af210eb211d6845', 1796051089460);
INSERT INTO schema_migration VALUES (316, 'what was done to many cases at once; lists by agency', '295c70705791501536c90e1b88e3670c', 1796051089466);
INSERT INTO schema_migration VALUES (317, 'sums of cases in the order of their keys; counts portal by portal', '28ef7d90860dc106c697d087c88326e5', 1796051089469);
INSERT INTO schema_migration VALUES (318, 'lists of cases of many portals', '1a9f9ab5d3218e5f8cc39902bc1d53aa', 1796051089472);
INSERT INTO schema_migration VALUES (320, 'letters to who asked', '3e6e6125a6c9bd4db66ec0bfbb700129', 1796051089475);
INSERT INTO schema_migration VALUES (321, 'when officials are told of a case', '65736968af137fb591fed98b5546a1f0', 1796051089482);
INSERT INTO schema_migration VALUES (322, 'what readers say of pages', 'e3e790645002605f1387dae9c40928bd', 1796051089484);
INSERT INTO schema_migration VALUES (325, 'texts of law and the days between which they hold', '34fb28739f80c22aadf90bb68c788408', 1796051089486);
INSERT INTO schema_migration VALUES (326, 'which published answers cite which texts, and which may be outdated', 'd8b4323ecf5db17ead87b24c20ce4f69', 1796051089489);
INSERT INTO schema_migration VALUES (327, 'templates of answers', 'cdc376adfac04d1317baf37910f968c3', 1796051089493);
INSERT INTO schema_migration VALUES (330, 'house rules, confirmed years', 'a1e6932941fdd56d53cd000f1af47e3b', 1796051089495);
INSERT INTO schema_migration VALUES (340, 'files of cases are looked into before anybody has them', '336bb4cde514777160194bc2d38e3dee', 1796051089499);
INSERT INTO schema_migration VALUES (341, 'erasures of cases, until their keys are destroyed on every node', '594ac805de19322a3c2f1eb6d3ae4866', 1796051089501);
INSERT INTO schema_migration VALUES (600, 'the record: head and tiles', '550ceb0698c513af91e88b10821c4c11', 1796051089502);
INSERT INTO schema_migration VALUES (601, 'the record: logs witnessed here, witnesses of ours, evidence', '101e3392dc1377af2fa0628bb92a0b0d', 1796051089505);
INSERT INTO schema_migration VALUES (602, 'the record: logs that ended', 'b6e779ecc09bbd0dc00aead5674cd060', 1796051089509);
INSERT INTO schema_migration VALUES (1000, 'watch: cases, notes, places of walks', '0cab0b991d96b2dade55e124fa717460', 1796051089512);
INSERT INTO schema_migration VALUES (1230, 'websub: topics, requests, subscriptions', 'e8d0da4b9a5ae6d94c27bc40b5f7857b', 1796051089519);

INSERT INTO section VALUES (915257067575443456, 915257067562860544, 'tin-tuc', NULL, 'section', 'Tin tức - Sự kiện', NULL, 0, 1, NULL, NULL, NULL, 1);
INSERT INTO section VALUES (915257067575443457, 915257067562860544, 'thong-bao', NULL, 'section', 'Thông báo', NULL, 1, 1, NULL, NULL, NULL, 1);
INSERT INTO section VALUES (915257067575443458, 915257067562860544, 'chi-dao-dieu-hanh', NULL, 'section', 'Chỉ đạo, điều hành', NULL, 2, 1, NULL, NULL, NULL, 1);
INSERT INTO section VALUES (915257080871387137, 915257080871387136, 'tin-tuc', NULL, 'section', 'Tin tức - Sự kiện', NULL, 0, 1, NULL, NULL, NULL, 1);
INSERT INTO section VALUES (915257080871387138, 915257080871387136, 'thong-bao', NULL, 'section', 'Thông báo', NULL, 1, 1, NULL, NULL, NULL, 1);
INSERT INTO section VALUES (915257080871387139, 915257080871387136, 'chi-dao-dieu-hanh', NULL, 'section', 'Chỉ đạo, điều hành', NULL, 2, 1, NULL, NULL, NULL, 1);
INSERT INTO section VALUES (915257085069885440, 915257067562860544, 'thong-cao', NULL, 'section', 'Thông cáo', NULL, 3, 1, NULL, NULL, NULL, 1);

INSERT INTO site VALUES (915257067562860544, 'an-son', NULL, 'portal', 'active', NULL, 'vi', 'Cổng thông tin điện tử tỉnh An Sơn', 'Tỉnh An Sơn', NULL, NULL, NULL, '{}', '{}', 0, 1796051089560, 1);
INSERT INTO site VALUES (915257080871387136, 'so-y-te', 915257067562860544, 'unit', 'active', NULL, 'vi', 'Sở Y tế', 'Sở Y tế', NULL, NULL, NULL, '{}', '{}', 0, 1796051090479, 1);

INSERT INTO site_host VALUES ('kept.test', 915257067562860544, 0);
INSERT INTO site_host VALUES ('soyte.kept.test', 915257080871387136, 0);

INSERT INTO sitemap_entry VALUES (915257093466882048, 915257067562860544, 202611, 1);
INSERT INTO sitemap_entry VALUES (915257093466882049, 915257067562860544, 202611, 1);
INSERT INTO sitemap_entry VALUES (915257093466882050, 915257067562860544, 202611, 1);
INSERT INTO sitemap_entry VALUES (915257097665380352, 915257067562860544, 202610, 1);

INSERT INTO sitemap_part VALUES (915257067562860544, 202611, 1, 3, 1796051090981);
INSERT INTO sitemap_part VALUES (915257067562860544, 202610, 1, 1, 1796051091332);

ALTER TABLE ONLY access_account
    ADD CONSTRAINT access_account_pkey PRIMARY KEY (person);

ALTER TABLE ONLY access_attempt
    ADD CONSTRAINT access_attempt_pkey PRIMARY KEY (what);

ALTER TABLE ONLY access_invitation
    ADD CONSTRAINT access_invitation_digest_key UNIQUE (digest);

ALTER TABLE ONLY access_invitation
    ADD CONSTRAINT access_invitation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY access_passkey
    ADD CONSTRAINT access_passkey_credential_key UNIQUE (credential);

ALTER TABLE ONLY access_passkey
    ADD CONSTRAINT access_passkey_pkey PRIMARY KEY (id);

ALTER TABLE ONLY access_provider_link
    ADD CONSTRAINT access_provider_link_one UNIQUE (person, issuer);

ALTER TABLE ONLY access_provider_link
    ADD CONSTRAINT access_provider_link_pkey PRIMARY KEY (issuer, subject);

ALTER TABLE ONLY access_recovery
    ADD CONSTRAINT access_recovery_pkey PRIMARY KEY (person, digest);

ALTER TABLE ONLY access_session
    ADD CONSTRAINT access_session_digest_key UNIQUE (digest);

ALTER TABLE ONLY access_session
    ADD CONSTRAINT access_session_pkey PRIMARY KEY (id);

ALTER TABLE ONLY access_used_challenge
    ADD CONSTRAINT access_used_challenge_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY act
    ADD CONSTRAINT act_pkey PRIMARY KEY (id);

ALTER TABLE ONLY admin_unit_name
    ADD CONSTRAINT admin_unit_name_pkey PRIMARY KEY (unit, valid_from);

ALTER TABLE ONLY admin_unit
    ADD CONSTRAINT admin_unit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY admin_unit_succession
    ADD CONSTRAINT admin_unit_succession_pkey PRIMARY KEY (old, new, effective_on);

ALTER TABLE ONLY agency_name
    ADD CONSTRAINT agency_name_pkey PRIMARY KEY (agency, valid_from);

ALTER TABLE ONLY agency
    ADD CONSTRAINT agency_pkey PRIMARY KEY (id);

ALTER TABLE ONLY agency_succession
    ADD CONSTRAINT agency_succession_pkey PRIMARY KEY (old, new, effective_on);

ALTER TABLE ONLY alarm
    ADD CONSTRAINT alarm_pkey PRIMARY KEY (id);

ALTER TABLE ONLY answer_citation
    ADD CONSTRAINT answer_citation_pkey PRIMARY KEY (item, code, year);

ALTER TABLE ONLY answer_cursor
    ADD CONSTRAINT answer_cursor_pkey PRIMARY KEY (id);

ALTER TABLE ONLY answer_doubt
    ADD CONSTRAINT answer_doubt_pkey PRIMARY KEY (item, law, ended_on);

ALTER TABLE ONLY answer_template
    ADD CONSTRAINT answer_template_pkey PRIMARY KEY (id);

ALTER TABLE ONLY approval
    ADD CONSTRAINT approval_pkey PRIMARY KEY (item, step);

ALTER TABLE ONLY asset_holder
    ADD CONSTRAINT asset_holder_pkey PRIMARY KEY (asset, item);

ALTER TABLE ONLY asset
    ADD CONSTRAINT asset_pkey PRIMARY KEY (id);

ALTER TABLE ONLY asset_use
    ADD CONSTRAINT asset_use_pkey PRIMARY KEY (asset, item);

ALTER TABLE ONLY assignment
    ADD CONSTRAINT assignment_pkey PRIMARY KEY (item, person, task);

ALTER TABLE ONLY audit
    ADD CONSTRAINT audit_pkey PRIMARY KEY (id);

ALTER TABLE ONLY banner
    ADD CONSTRAINT banner_pkey PRIMARY KEY (id);

ALTER TABLE ONLY bulk_act
    ADD CONSTRAINT bulk_act_pkey PRIMARY KEY (id);

ALTER TABLE ONLY bulk_row
    ADD CONSTRAINT bulk_row_pkey PRIMARY KEY (act, place);

ALTER TABLE ONLY case_attachment
    ADD CONSTRAINT case_attachment_pkey PRIMARY KEY (case_id, number);

ALTER TABLE ONLY case_attempt
    ADD CONSTRAINT case_attempt_pkey PRIMARY KEY (what);

ALTER TABLE ONLY case_band
    ADD CONSTRAINT case_band_pkey PRIMARY KEY (band, cluster);

ALTER TABLE ONLY case_bulk
    ADD CONSTRAINT case_bulk_pkey PRIMARY KEY (id);

ALTER TABLE ONLY case_bulk_row
    ADD CONSTRAINT case_bulk_row_pkey PRIMARY KEY (bulk, place);

ALTER TABLE ONLY case_cluster
    ADD CONSTRAINT case_cluster_pkey PRIMARY KEY (id);

ALTER TABLE ONLY case_count_run
    ADD CONSTRAINT case_count_run_pkey PRIMARY KEY (id);

ALTER TABLE ONLY case_erasure
    ADD CONSTRAINT case_erasure_pkey PRIMARY KEY (case_id);

ALTER TABLE ONLY case_event
    ADD CONSTRAINT case_event_pkey PRIMARY KEY (case_id, number);

ALTER TABLE ONLY case_file
    ADD CONSTRAINT case_file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY case_letter
    ADD CONSTRAINT case_letter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY case_number
    ADD CONSTRAINT case_number_pkey PRIMARY KEY (prefix, year);

ALTER TABLE ONLY case_pace
    ADD CONSTRAINT case_pace_pkey PRIMARY KEY (run, period, desk, cut, value);

ALTER TABLE ONLY case_part
    ADD CONSTRAINT case_part_pkey PRIMARY KEY (part);

ALTER TABLE ONLY case_prefix
    ADD CONSTRAINT case_prefix_pkey PRIMARY KEY (prefix);

ALTER TABLE ONLY case_step
    ADD CONSTRAINT case_step_pkey PRIMARY KEY (id);

ALTER TABLE ONLY case_sum
    ADD CONSTRAINT case_sum_pkey PRIMARY KEY (run, period, desk, cut, value);

ALTER TABLE ONLY case_term
    ADD CONSTRAINT case_term_pkey PRIMARY KEY (term, case_id);

ALTER TABLE ONLY competence_change
    ADD CONSTRAINT competence_change_pkey PRIMARY KEY (site);

ALTER TABLE ONLY competence
    ADD CONSTRAINT competence_pkey PRIMARY KEY (id);

ALTER TABLE ONLY confirmed_year
    ADD CONSTRAINT confirmed_year_pkey PRIMARY KEY (year);

ALTER TABLE ONLY dangerous_host
    ADD CONSTRAINT dangerous_host_pkey PRIMARY KEY (host);

ALTER TABLE ONLY deputy
    ADD CONSTRAINT deputy_pkey PRIMARY KEY (id);

ALTER TABLE ONLY edition
    ADD CONSTRAINT edition_pkey PRIMARY KEY (item, number);

ALTER TABLE ONLY event_head
    ADD CONSTRAINT event_head_pkey PRIMARY KEY (id);

ALTER TABLE ONLY event
    ADD CONSTRAINT event_pkey PRIMARY KEY (seq);

ALTER TABLE ONLY featured
    ADD CONSTRAINT featured_pkey PRIMARY KEY (site, slot);

ALTER TABLE ONLY host_proposal
    ADD CONSTRAINT host_proposal_pkey PRIMARY KEY (id);

ALTER TABLE ONLY house_rule_file
    ADD CONSTRAINT house_rule_file_pkey PRIMARY KEY (name);

ALTER TABLE ONLY house_rules
    ADD CONSTRAINT house_rules_pkey PRIMARY KEY (id);

ALTER TABLE ONLY hub_cursor
    ADD CONSTRAINT hub_cursor_pkey PRIMARY KEY (id);

ALTER TABLE ONLY hub_request
    ADD CONSTRAINT hub_request_pkey PRIMARY KEY (id);

ALTER TABLE ONLY hub_request
    ADD CONSTRAINT hub_request_topic_callback_key UNIQUE (topic, callback);

ALTER TABLE ONLY hub_subscription
    ADD CONSTRAINT hub_subscription_pkey PRIMARY KEY (id);

ALTER TABLE ONLY hub_subscription
    ADD CONSTRAINT hub_subscription_topic_callback_key UNIQUE (topic, callback);

ALTER TABLE ONLY hub_topic
    ADD CONSTRAINT hub_topic_pkey PRIMARY KEY (id);

ALTER TABLE ONLY hub_topic
    ADD CONSTRAINT hub_topic_site_path_key UNIQUE (site, path);

ALTER TABLE ONLY import_cursor
    ADD CONSTRAINT import_cursor_pkey PRIMARY KEY (site, source);

ALTER TABLE ONLY installation
    ADD CONSTRAINT installation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY item
    ADD CONSTRAINT item_pkey PRIMARY KEY (id);

ALTER TABLE ONLY item_view_day
    ADD CONSTRAINT item_view_day_pkey PRIMARY KEY (site, day, item);

ALTER TABLE ONLY item_view
    ADD CONSTRAINT item_view_pkey PRIMARY KEY (item);

ALTER TABLE ONLY item_view_week
    ADD CONSTRAINT item_view_week_pkey PRIMARY KEY (site, item);

ALTER TABLE ONLY job
    ADD CONSTRAINT job_pkey PRIMARY KEY (id);

ALTER TABLE ONLY key_rule
    ADD CONSTRAINT key_rule_pkey PRIMARY KEY (site, section);

ALTER TABLE ONLY law_text
    ADD CONSTRAINT law_text_pkey PRIMARY KEY (id);

ALTER TABLE ONLY leader
    ADD CONSTRAINT leader_pkey PRIMARY KEY (id);

ALTER TABLE ONLY letter
    ADD CONSTRAINT letter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY library_file
    ADD CONSTRAINT library_file_pkey PRIMARY KEY (id);

ALTER TABLE ONLY library_upload
    ADD CONSTRAINT library_upload_pkey PRIMARY KEY (id);

ALTER TABLE ONLY library_version
    ADD CONSTRAINT library_version_pkey PRIMARY KEY (file, number);

ALTER TABLE ONLY library_word
    ADD CONSTRAINT library_word_pkey PRIMARY KEY (site, word, file);

ALTER TABLE ONLY link
    ADD CONSTRAINT link_pkey PRIMARY KEY (source, type, target);

ALTER TABLE ONLY list_name
    ADD CONSTRAINT list_name_pkey PRIMARY KEY (site, list);

ALTER TABLE ONLY listing_count
    ADD CONSTRAINT listing_count_pkey PRIMARY KEY (site, list);

ALTER TABLE ONLY listing_gone
    ADD CONSTRAINT listing_gone_pkey PRIMARY KEY (site, list, item);

ALTER TABLE ONLY listing
    ADD CONSTRAINT listing_pkey PRIMARY KEY (site, list, published_at, item);

ALTER TABLE ONLY missing_address
    ADD CONSTRAINT missing_address_pkey PRIMARY KEY (site, path);

ALTER TABLE ONLY network_version
    ADD CONSTRAINT network_version_pkey PRIMARY KEY (id);

ALTER TABLE ONLY node_lease
    ADD CONSTRAINT node_lease_pkey PRIMARY KEY (node);

ALTER TABLE ONLY notice_choice
    ADD CONSTRAINT notice_choice_pkey PRIMARY KEY (person);

ALTER TABLE ONLY notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (id);

ALTER TABLE ONLY old_address
    ADD CONSTRAINT old_address_pkey PRIMARY KEY (site, path);

ALTER TABLE ONLY outbound_host
    ADD CONSTRAINT outbound_host_pkey PRIMARY KEY (site, host);

ALTER TABLE ONLY outgoing_carried
    ADD CONSTRAINT outgoing_carried_pkey PRIMARY KEY (state, link, site);

ALTER TABLE ONLY outgoing_cursor
    ADD CONSTRAINT outgoing_cursor_pkey PRIMARY KEY (id);

ALTER TABLE ONLY outgoing_link
    ADD CONSTRAINT outgoing_link_pkey PRIMARY KEY (id);

ALTER TABLE ONLY outgoing_use
    ADD CONSTRAINT outgoing_use_pkey PRIMARY KEY (item, link);

ALTER TABLE ONLY page_rating
    ADD CONSTRAINT page_rating_pkey PRIMARY KEY (site, item, day);

ALTER TABLE ONLY pen_name
    ADD CONSTRAINT pen_name_id_key UNIQUE (id);

ALTER TABLE ONLY pen_name
    ADD CONSTRAINT pen_name_pkey PRIMARY KEY (name_key);

ALTER TABLE ONLY person
    ADD CONSTRAINT person_pkey PRIMARY KEY (id);

ALTER TABLE ONLY person_role
    ADD CONSTRAINT person_role_pkey PRIMARY KEY (person, role, site, valid_from);

ALTER TABLE ONLY person_role_section
    ADD CONSTRAINT person_role_section_pkey PRIMARY KEY (person, role, site, valid_from, section);

ALTER TABLE ONLY preview_link
    ADD CONSTRAINT preview_link_pkey PRIMARY KEY (id);

ALTER TABLE ONLY preview_set_item
    ADD CONSTRAINT preview_set_item_pkey PRIMARY KEY (preview, place);

ALTER TABLE ONLY preview_set
    ADD CONSTRAINT preview_set_pkey PRIMARY KEY (id);

ALTER TABLE ONLY projection_cursor
    ADD CONSTRAINT projection_cursor_pkey PRIMARY KEY (name);

ALTER TABLE ONLY record_cosigned
    ADD CONSTRAINT record_cosigned_pkey PRIMARY KEY (id);

ALTER TABLE ONLY record_evidence
    ADD CONSTRAINT record_evidence_pkey PRIMARY KEY (digest);

ALTER TABLE ONLY record_head
    ADD CONSTRAINT record_head_pkey PRIMARY KEY (id);

ALTER TABLE ONLY record_key
    ADD CONSTRAINT record_key_pkey PRIMARY KEY (name);

ALTER TABLE ONLY record_object_item
    ADD CONSTRAINT record_object_item_pkey PRIMARY KEY (item, commitment);

ALTER TABLE ONLY record_object
    ADD CONSTRAINT record_object_pkey PRIMARY KEY (commitment);

ALTER TABLE ONLY record_past
    ADD CONSTRAINT record_past_pkey PRIMARY KEY (log);

ALTER TABLE ONLY record_past_tile
    ADD CONSTRAINT record_past_tile_pkey PRIMARY KEY (log, level, number);

ALTER TABLE ONLY record_pseudonym
    ADD CONSTRAINT record_pseudonym_code_key UNIQUE (code);

ALTER TABLE ONLY record_pseudonym
    ADD CONSTRAINT record_pseudonym_pkey PRIMARY KEY (person, year);

ALTER TABLE ONLY record_signing_key
    ADD CONSTRAINT record_signing_key_pkey PRIMARY KEY (key_text);

ALTER TABLE ONLY record_tile
    ADD CONSTRAINT record_tile_pkey PRIMARY KEY (level, number);

ALTER TABLE ONLY record_witness
    ADD CONSTRAINT record_witness_pkey PRIMARY KEY (key_text);

ALTER TABLE ONLY record_witnessed
    ADD CONSTRAINT record_witnessed_pkey PRIMARY KEY (origin, key_text);

ALTER TABLE ONLY remark
    ADD CONSTRAINT remark_pkey PRIMARY KEY (id);

ALTER TABLE ONLY review_link
    ADD CONSTRAINT review_link_pkey PRIMARY KEY (id);

ALTER TABLE ONLY revision
    ADD CONSTRAINT revision_pkey PRIMARY KEY (item, number);

ALTER TABLE ONLY saved_filter
    ADD CONSTRAINT saved_filter_pkey PRIMARY KEY (id);

ALTER TABLE ONLY schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (number);

ALTER TABLE ONLY section
    ADD CONSTRAINT section_pkey PRIMARY KEY (id);

ALTER TABLE ONLY section
    ADD CONSTRAINT section_site_code_key UNIQUE (site, code);

ALTER TABLE ONLY shared_filter
    ADD CONSTRAINT shared_filter_pkey PRIMARY KEY (filter);

ALTER TABLE ONLY site_batch_line
    ADD CONSTRAINT site_batch_line_pkey PRIMARY KEY (batch, line);

ALTER TABLE ONLY site_batch
    ADD CONSTRAINT site_batch_pkey PRIMARY KEY (id);

ALTER TABLE ONLY site_host
    ADD CONSTRAINT site_host_pkey PRIMARY KEY (host);

ALTER TABLE ONLY site_menu
    ADD CONSTRAINT site_menu_pkey PRIMARY KEY (site);

ALTER TABLE ONLY site
    ADD CONSTRAINT site_pkey PRIMARY KEY (id);

ALTER TABLE ONLY site_view_day
    ADD CONSTRAINT site_view_day_pkey PRIMARY KEY (site, day);

ALTER TABLE ONLY site_view_week
    ADD CONSTRAINT site_view_week_pkey PRIMARY KEY (site);

ALTER TABLE ONLY sitemap_entry
    ADD CONSTRAINT sitemap_entry_pkey PRIMARY KEY (item);

ALTER TABLE ONLY sitemap_part
    ADD CONSTRAINT sitemap_part_pkey PRIMARY KEY (site, month, part);

ALTER TABLE ONLY tombstone
    ADD CONSTRAINT tombstone_pkey PRIMARY KEY (item);

ALTER TABLE ONLY urgent_edition
    ADD CONSTRAINT urgent_edition_pkey PRIMARY KEY (item, edition);

ALTER TABLE ONLY watch_case
    ADD CONSTRAINT watch_case_pkey PRIMARY KEY (id);

ALTER TABLE ONLY watch_mark
    ADD CONSTRAINT watch_mark_pkey PRIMARY KEY (name);

ALTER TABLE ONLY watch_note
    ADD CONSTRAINT watch_note_pkey PRIMARY KEY (case_id, number);

ALTER TABLE ONLY withdrawal_plan
    ADD CONSTRAINT withdrawal_plan_pkey PRIMARY KEY (item);

ALTER TABLE ONLY working_copy
    ADD CONSTRAINT working_copy_pkey PRIMARY KEY (item, person);

CREATE INDEX access_attempt_last ON access_attempt USING btree (last_at);

CREATE INDEX access_former_password_person ON access_former_password USING btree (person);

CREATE INDEX access_invitation_person ON access_invitation USING btree (person);

CREATE INDEX access_passkey_person ON access_passkey USING btree (person);

CREATE INDEX access_session_expires ON access_session USING btree (expires_at);

CREATE INDEX access_session_person ON access_session USING btree (person);

CREATE INDEX access_used_challenge_expires ON access_used_challenge USING btree (expires_at);

CREATE UNIQUE INDEX admin_unit_name_code ON admin_unit_name USING btree (level, code, valid_from);

CREATE INDEX admin_unit_name_folded ON admin_unit_name USING btree (folded);

CREATE INDEX admin_unit_name_parent ON admin_unit_name USING btree (parent);

CREATE INDEX admin_unit_succession_new ON admin_unit_succession USING btree (new);

CREATE INDEX agency_name_code ON agency_name USING btree (code);

CREATE INDEX agency_name_folded ON agency_name USING btree (folded);

CREATE INDEX agency_succession_new ON agency_succession USING btree (new);

CREATE UNIQUE INDEX alarm_once ON alarm USING btree (item, reason) WHERE (seen_by IS NULL);

CREATE INDEX alarm_open ON alarm USING btree (site, at) WHERE (seen_by IS NULL);

CREATE INDEX answer_citation_by_code ON answer_citation USING btree (keeper, code, dated);

CREATE INDEX answer_doubt_open ON answer_doubt USING btree (site, item) WHERE (open = 1);

CREATE INDEX answer_doubt_untold ON answer_doubt USING btree (law) WHERE (told = 0);

CREATE UNIQUE INDEX answer_template_by_code ON answer_template USING btree (site, code);

CREATE UNIQUE INDEX asset_by_content ON asset USING btree (site, sha256);

CREATE INDEX asset_by_hash ON asset USING btree (sha256);

CREATE INDEX asset_holder_by_item ON asset_holder USING btree (item);

CREATE INDEX asset_use_by_item ON asset_use USING btree (item);

CREATE INDEX asset_withheld ON asset USING btree (id) WHERE (withheld IS NOT NULL);

CREATE INDEX assignment_by_person ON assignment USING btree (person, due_at) WHERE (done_at IS NULL);

CREATE INDEX audit_action ON audit USING btree (action, id);

CREATE INDEX audit_person ON audit USING btree (person, id);

CREATE INDEX audit_site ON audit USING btree (site, id);

CREATE INDEX banner_expires ON banner USING btree (expires_at);

CREATE INDEX bulk_act_by_person ON bulk_act USING btree (person, at);

CREATE INDEX case_attachment_waiting ON case_attachment USING btree (case_id, number) WHERE (state = 'waiting'::text);

CREATE INDEX case_band_by_cluster ON case_band USING btree (cluster);

CREATE INDEX case_bulk_by_person ON case_bulk USING btree (person, at);

CREATE INDEX case_by_change ON case_file USING btree (desk, changed_at, id);

CREATE INDEX case_by_cluster ON case_file USING btree (cluster, id) WHERE (cluster IS NOT NULL);

CREATE INDEX case_by_counted ON case_file USING btree (counted, desk, id);

CREATE UNIQUE INDEX case_by_number ON case_file USING btree (prefix, year, number);

CREATE INDEX case_by_officer ON case_file USING btree (officer, due_at, id) WHERE (ended = 0);

CREATE INDEX case_by_state ON case_file USING btree (state, desk, due_at, id) WHERE (ended = 0);

CREATE UNIQUE INDEX case_by_ticket ON case_file USING btree (sent);

CREATE INDEX case_due ON case_file USING btree (due_at, id, desk) WHERE (ended = 0);

CREATE INDEX case_ended_by_change ON case_file USING btree (changed_at, id, desk) WHERE (ended = 1);

CREATE INDEX case_erasure_by_day ON case_erasure USING btree (at);

CREATE UNIQUE INDEX case_letter_once ON case_letter USING btree (case_id, event, way);

CREATE INDEX case_letter_open ON case_letter USING btree (state, id) WHERE (state = ANY (ARRAY['waiting'::text, 'failed'::text]));

CREATE INDEX case_not_late ON case_file USING btree (due_at, id) WHERE ((ended = 0) AND (late = 0));

CREATE INDEX case_open_by_agency ON case_file USING btree (agency, due_at, id) WHERE (ended = 0);

CREATE INDEX case_open_by_due ON case_file USING btree (desk, due_at, id) WHERE (ended = 0);

CREATE INDEX case_open_by_state ON case_file USING btree (state, due_at, id, desk) WHERE (ended = 0);

CREATE INDEX case_open_by_track ON case_file USING btree (desk, track, due_at, id) WHERE (ended = 0);

CREATE INDEX case_open_unassigned ON case_file USING btree (due_at, id, desk) WHERE ((ended = 0) AND (officer IS NULL));

CREATE INDEX case_open_waiting ON case_file USING btree (due_at, id, desk) WHERE ((ended = 0) AND (waiting = 1));

CREATE INDEX case_part_by_origin ON case_part USING btree (origin, part);

CREATE UNIQUE INDEX case_prefix_by_site ON case_prefix USING btree (site);

CREATE INDEX case_term_by_case ON case_term USING btree (case_id);

CREATE INDEX case_unwatched ON case_file USING btree (id) WHERE ((ended = 0) AND (due_at IS NOT NULL) AND ((watch_due IS NULL) OR (watch_due <> due_at)));

CREATE INDEX case_watched ON case_file USING btree (watch_at, id) WHERE ((ended = 0) AND (watch_at IS NOT NULL));

CREATE UNIQUE INDEX competence_once ON competence USING btree (site, field, territory, track, agency, valid_from);

CREATE INDEX deputy_absent ON deputy USING btree (absent);

CREATE INDEX deputy_deputy ON deputy USING btree (deputy);

CREATE INDEX edition_by_commitment ON edition USING btree (content_commitment);

CREATE INDEX edition_corrections ON edition USING btree (at, item) WHERE (operation = 'correct'::text);

CREATE INDEX event_by_item ON event USING btree (item);

CREATE INDEX event_by_time ON event USING btree (at, seq);

CREATE INDEX event_of_installation ON event USING btree (operation, seq) WHERE (operation = ANY (ARRAY['release'::text, 'key'::text]));

CREATE INDEX host_proposal_decided ON host_proposal USING btree (site, decided_at);

CREATE UNIQUE INDEX host_proposal_waiting ON host_proposal USING btree (site, host) WHERE (decision IS NULL);

CREATE INDEX hub_request_by_host ON hub_request USING btree (host);

CREATE INDEX hub_subscription_by_end ON hub_subscription USING btree (expires_at);

CREATE INDEX hub_subscription_by_host ON hub_subscription USING btree (host);

CREATE INDEX item_by_author_change ON item USING btree (author, site, changed_at, id);

CREATE INDEX item_by_change ON item USING btree (site, last_seq) WHERE (edition > 0);

CREATE INDEX item_by_changed_at ON item USING btree (site, changed_at, id);

CREATE INDEX item_by_creator_change ON item USING btree (creator, site, changed_at, id);

CREATE INDEX item_by_section_change ON item USING btree (section, last_seq) WHERE (edition > 0);

CREATE INDEX item_by_site ON item USING btree (site, kind, stage);

CREATE UNIQUE INDEX item_by_source ON item USING btree (site, source_key) WHERE (source_key IS NOT NULL);

CREATE INDEX item_in_section_by_change ON item USING btree (section, site, changed_at, id);

CREATE INDEX item_in_work ON item USING btree (stage, site, changed_at, id) WHERE (stage <> 'settled'::text);

CREATE INDEX item_in_work_by_author ON item USING btree (author, changed_at, id) WHERE (stage <> 'settled'::text);

CREATE INDEX item_in_work_by_change ON item USING btree (site, changed_at, id, stage, section, kind, author, creator, presence, version, revision, edition) WHERE (stage <> 'settled'::text);

CREATE INDEX item_in_work_by_creator ON item USING btree (creator, changed_at, id) WHERE (stage <> 'settled'::text);

CREATE INDEX item_in_work_by_stage ON item USING btree (site, stage, presence, kind) WHERE (stage <> 'settled'::text);

CREATE INDEX item_in_work_newest ON item USING btree (changed_at, id, stage, site, section, kind, author, creator, presence, version, revision, edition) WHERE (stage <> 'settled'::text);

CREATE INDEX item_view_day_by_day ON item_view_day USING btree (day);

CREATE INDEX item_view_day_by_number ON item_view_day USING btree (site, day, n, item);

CREATE INDEX item_view_week_by_number ON item_view_week USING btree (site, n, item);

CREATE INDEX item_withdrawn ON item USING btree (site, changed_at, id) WHERE (presence = 'withdrawn'::text);

CREATE INDEX job_due ON job USING btree (state, run_at);

CREATE UNIQUE INDEX job_effect ON job USING btree (effect);

CREATE UNIQUE INDEX law_text_by_code ON law_text USING btree (site, code, year);

CREATE INDEX law_text_by_end ON law_text USING btree (ended_on) WHERE (ended_on IS NOT NULL);

CREATE INDEX leader_by_site ON leader USING btree (site, folded, id);

CREATE INDEX letter_open ON letter USING btree (state, id) WHERE (state <> 'sent'::text);

CREATE INDEX letter_person ON letter USING btree (person, id);

CREATE INDEX library_by_asset ON library_version USING btree (asset);

CREATE INDEX library_by_kind ON library_file USING btree (site, kind, id) WHERE (deleted_at IS NULL);

CREATE INDEX library_by_person ON library_file USING btree (site, added_by, id) WHERE (deleted_at IS NULL);

CREATE INDEX library_by_raw ON library_version USING btree (raw) WHERE (raw IS NOT NULL);

CREATE INDEX library_by_site ON library_file USING btree (site, id) WHERE (deleted_at IS NULL);

CREATE INDEX library_by_source ON library_version USING btree (source);

CREATE INDEX library_deleted ON library_file USING btree (site, id) WHERE (deleted_at IS NOT NULL);

CREATE INDEX library_gone ON library_file USING btree (deleted_at) WHERE (deleted_at IS NOT NULL);

CREATE INDEX library_held ON library_file USING btree (site, id) WHERE ((state = ANY (ARRAY['waiting'::text, 'infected'::text, 'failed'::text])) AND (deleted_at IS NULL));

CREATE INDEX library_infected ON library_version USING btree (looked_at) WHERE (state = 'infected'::text);

CREATE INDEX library_lacking ON library_file USING btree (site, id) WHERE ((lacks_alt = 1) AND (deleted_at IS NULL));

CREATE INDEX library_shared ON library_file USING btree (site, id) WHERE ((is_shared = 1) AND (deleted_at IS NULL));

CREATE INDEX library_unlooked ON library_version USING btree (file, number) WHERE ((state = 'unscanned'::text) AND (looked_at IS NULL));

CREATE INDEX library_unread ON library_file USING btree (id) WHERE (is_indexed = 0);

CREATE INDEX library_unscanned ON library_file USING btree (site, id) WHERE ((state = 'unscanned'::text) AND (deleted_at IS NULL));

CREATE INDEX library_unused ON library_file USING btree (site, id) WHERE ((is_used = 0) AND (deleted_at IS NULL));

CREATE INDEX library_upload_person ON library_upload USING btree (person);

CREATE INDEX library_upload_touched ON library_upload USING btree (touched_at);

CREATE INDEX library_waiting ON library_version USING btree (file) WHERE (state = 'waiting'::text);

CREATE INDEX library_word_of ON library_word USING btree (file);

CREATE INDEX link_by_target ON link USING btree (target, type);

CREATE INDEX listing_by_item ON listing USING btree (item);

CREATE INDEX listing_count_by_seq ON listing_count USING btree (seq);

CREATE INDEX listing_gone_by_item ON listing_gone USING btree (item);

CREATE INDEX listing_gone_by_time ON listing_gone USING btree (site, list, seq);

CREATE INDEX missing_address_by_number ON missing_address USING btree (site, is_ignored, n, path);

CREATE INDEX missing_address_by_time ON missing_address USING btree (site, last_at);

CREATE INDEX notice_person ON notice USING btree (person, id);

CREATE INDEX notice_unread ON notice USING btree (person) WHERE (read_at IS NULL);

CREATE INDEX old_address_by_hits ON old_address USING btree (site, hits, path);

CREATE INDEX old_address_by_target ON old_address USING btree (site, target) WHERE (target IS NOT NULL);

CREATE INDEX outbound_host_by_name ON outbound_host USING btree (host, site);

CREATE INDEX outgoing_carried_by_link ON outgoing_carried USING btree (link);

CREATE INDEX outgoing_carried_by_site ON outgoing_carried USING btree (site, state, link);

CREATE UNIQUE INDEX outgoing_link_address ON outgoing_link USING btree (address);

CREATE INDEX outgoing_link_by_host ON outgoing_link USING btree (host, id);

CREATE INDEX outgoing_link_due ON outgoing_link USING btree (due_at, id);

CREATE INDEX outgoing_link_state ON outgoing_link USING btree (state, id);

CREATE INDEX outgoing_use_by_link ON outgoing_use USING btree (link, site, item);

CREATE INDEX outgoing_use_by_site ON outgoing_use USING btree (site, link);

CREATE INDEX outgoing_use_newest ON outgoing_use USING btree (link, item, site);

CREATE INDEX page_rating_by_day ON page_rating USING btree (site, day);

CREATE INDEX pen_name_person ON pen_name USING btree (person);

CREATE UNIQUE INDEX person_handle ON person USING btree (handle);

CREATE UNIQUE INDEX person_role_open ON person_role USING btree (person, role, site) WHERE (valid_to IS NULL);

CREATE INDEX person_role_site ON person_role USING btree (site);

CREATE INDEX person_role_site_person ON person_role USING btree (site, person);

CREATE INDEX person_sort ON person USING btree (sort_key, id);

CREATE UNIQUE INDEX preview_link_by_digest ON preview_link USING btree (digest);

CREATE INDEX preview_link_by_set ON preview_link USING btree (preview);

CREATE INDEX preview_set_by_maker ON preview_set USING btree (made_by, made_at);

CREATE UNIQUE INDEX record_key_open ON record_key USING btree (passkey) WHERE (revoked IS NULL);

CREATE INDEX record_object_by_place ON record_object USING btree (site, part, seq);

CREATE INDEX remark_by_item ON remark USING btree (item, id);

CREATE UNIQUE INDEX review_link_by_digest ON review_link USING btree (digest);

CREATE INDEX review_link_by_item ON review_link USING btree (item);

CREATE INDEX saved_filter_by_person ON saved_filter USING btree (person, id);

CREATE INDEX shared_filter_by_site ON shared_filter USING btree (site, filter);

CREATE INDEX site_batch_by_parent ON site_batch USING btree (parent, id);

CREATE INDEX site_batch_line_by_state ON site_batch_line USING btree (batch, state, line);

CREATE UNIQUE INDEX site_code ON site USING btree (code);

CREATE INDEX site_host_site ON site_host USING btree (site);

CREATE INDEX site_parent ON site USING btree (parent);

CREATE INDEX sitemap_entry_by_part ON sitemap_entry USING btree (site, month, part, item);

CREATE INDEX tombstone_by_site ON tombstone USING btree (site, item);

CREATE INDEX urgent_open ON urgent_edition USING btree (until) WHERE (confirmed_by IS NULL);

CREATE INDEX watch_case_by_place ON watch_case USING btree (host, target, id);

CREATE INDEX watch_case_by_site ON watch_case USING btree (site, status, id);

CREATE UNIQUE INDEX watch_case_open ON watch_case USING btree (host, target) WHERE (status = 'open'::text);

CREATE INDEX withdrawal_plan_due ON withdrawal_plan USING btree (at);

CREATE TRIGGER audit_remains BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows();

CREATE TRIGGER audit_stays BEFORE DELETE OR UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION audit_only_grows();

ALTER TABLE ONLY access_account
    ADD CONSTRAINT access_account_person_fkey FOREIGN KEY (person) REFERENCES person(id);

ALTER TABLE ONLY access_former_password
    ADD CONSTRAINT access_former_password_person_fkey FOREIGN KEY (person) REFERENCES person(id);

ALTER TABLE ONLY access_invitation
    ADD CONSTRAINT access_invitation_created_by_fkey FOREIGN KEY (created_by) REFERENCES person(id);

ALTER TABLE ONLY access_invitation
    ADD CONSTRAINT access_invitation_person_fkey FOREIGN KEY (person) REFERENCES person(id);

ALTER TABLE ONLY access_passkey
    ADD CONSTRAINT access_passkey_person_fkey FOREIGN KEY (person) REFERENCES person(id);

ALTER TABLE ONLY access_provider_link
    ADD CONSTRAINT access_provider_link_person_fkey FOREIGN KEY (person) REFERENCES person(id);

ALTER TABLE ONLY access_recovery
    ADD CONSTRAINT access_recovery_person_fkey FOREIGN KEY (person) REFERENCES person(id);

ALTER TABLE ONLY access_session
    ADD CONSTRAINT access_session_person_fkey FOREIGN KEY (person) REFERENCES person(id);

ALTER TABLE ONLY admin_unit_name
    ADD CONSTRAINT admin_unit_name_parent_fkey FOREIGN KEY (parent) REFERENCES admin_unit(id);

ALTER TABLE ONLY admin_unit_name
    ADD CONSTRAINT admin_unit_name_unit_fkey FOREIGN KEY (unit) REFERENCES admin_unit(id);

ALTER TABLE ONLY admin_unit_succession
    ADD CONSTRAINT admin_unit_succession_new_fkey FOREIGN KEY (new) REFERENCES admin_unit(id);

ALTER TABLE ONLY admin_unit_succession
    ADD CONSTRAINT admin_unit_succession_old_fkey FOREIGN KEY (old) REFERENCES admin_unit(id);

ALTER TABLE ONLY agency_name
    ADD CONSTRAINT agency_name_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id);

ALTER TABLE ONLY agency_succession
    ADD CONSTRAINT agency_succession_new_fkey FOREIGN KEY (new) REFERENCES agency(id);

ALTER TABLE ONLY agency_succession
    ADD CONSTRAINT agency_succession_old_fkey FOREIGN KEY (old) REFERENCES agency(id);

ALTER TABLE ONLY answer_doubt
    ADD CONSTRAINT answer_doubt_law_fkey FOREIGN KEY (law) REFERENCES law_text(id);

ALTER TABLE ONLY answer_template
    ADD CONSTRAINT answer_template_site_fkey FOREIGN KEY (site) REFERENCES site(id);

ALTER TABLE ONLY approval
    ADD CONSTRAINT approval_item_fkey FOREIGN KEY (item) REFERENCES item(id);

ALTER TABLE ONLY assignment
    ADD CONSTRAINT assignment_item_fkey FOREIGN KEY (item) REFERENCES item(id);

ALTER TABLE ONLY audit
    ADD CONSTRAINT audit_person_fkey FOREIGN KEY (person) REFERENCES person(id);

ALTER TABLE ONLY audit
    ADD CONSTRAINT audit_site_fkey FOREIGN KEY (site) REFERENCES site(id);

ALTER TABLE ONLY banner
    ADD CONSTRAINT banner_site_fkey FOREIGN KEY (site) REFERENCES site(id);

ALTER TABLE ONLY bulk_row
    ADD CONSTRAINT bulk_row_act_fkey FOREIGN KEY (act) REFERENCES bulk_act(id);

ALTER TABLE ONLY case_attachment
    ADD CONSTRAINT case_attachment_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id);

ALTER TABLE ONLY case_bulk_row
    ADD CONSTRAINT case_bulk_row_bulk_fkey FOREIGN KEY (bulk) REFERENCES case_bulk(id);

ALTER TABLE ONLY case_event
    ADD CONSTRAINT case_event_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id);

ALTER TABLE ONLY case_file
    ADD CONSTRAINT case_file_desk_fkey FOREIGN KEY (desk) REFERENCES site(id);

ALTER TABLE ONLY case_file
    ADD CONSTRAINT case_file_site_fkey FOREIGN KEY (site) REFERENCES site(id);

ALTER TABLE ONLY case_letter
    ADD CONSTRAINT case_letter_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id);

ALTER TABLE ONLY case_part
    ADD CONSTRAINT case_part_origin_fkey FOREIGN KEY (origin) REFERENCES case_file(id);

ALTER TABLE ONLY case_part
    ADD CONSTRAINT case_part_part_fkey FOREIGN KEY (part) REFERENCES case_file(id);

ALTER TABLE ONLY competence_change
    ADD CONSTRAINT competence_change_site_fkey FOREIGN KEY (site) REFERENCES site(id);

ALTER TABLE ONLY competence
    ADD CONSTRAINT competence_site_fkey FOREIGN KEY (site) REFERENCES site(id);

ALTER TABLE ONLY deputy
    ADD CONSTRAINT deputy_absent_fkey FOREIGN KEY (absent) REFERENCES person(id);

ALTER TABLE ONLY deputy
    ADD CONSTRAINT deputy_appointed_by_fkey FOREIGN KEY (appointed_by) REFERENCES person(id);

ALTER TABLE ONLY deputy
    ADD CONSTRAINT deputy_deputy_fkey FOREIGN KEY (deputy) REFERENCES person(id);

ALTER TABLE ONLY deputy
    ADD CONSTRAINT deputy_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id);

ALTER TABLE ONLY edition
    ADD CONSTRAINT edition_item_fkey FOREIGN KEY (item) REFERENCES item(id);

ALTER TABLE ONLY host_proposal
    ADD CONSTRAINT host_proposal_site_fkey FOREIGN KEY (site) REFERENCES site(id);

ALTER TABLE ONLY hub_request
    ADD CONSTRAINT hub_request_topic_fkey FOREIGN KEY (topic) REFERENCES hub_topic(id);

ALTER TABLE ONLY hub_subscription
    ADD CONSTRAINT hub_subscription_topic_fkey FOREIGN KEY (topic) REFERENCES hub_topic(id);

ALTER TABLE ONLY item
    ADD CONSTRAINT item_section_fkey FOREIGN KEY (section) REFERENCES section(id);

ALTER TABLE ONLY law_text
    ADD CONSTRAINT law_text_site_fkey FOREIGN KEY (site) REFERENCES site(id);

ALTER TABLE ONLY leader
    ADD CONSTRAINT leader_site_fkey FOREIGN KEY (site) REFERENCES site(id);

ALTER TABLE ONLY letter
    ADD CONSTRAINT letter_person_fkey FOREIGN KEY (person) REFERENCES person(id);

ALTER TABLE ONLY library_version
    ADD CONSTRAINT library_version_file_fkey FOREIGN KEY (file) REFERENCES library_file(id);

ALTER TABLE ONLY link
    ADD CONSTRAINT link_source_fkey FOREIGN KEY (source) REFERENCES item(id);

ALTER TABLE ONLY notice_choice
    ADD CONSTRAINT notice_choice_person_fkey FOREIGN KEY (person) REFERENCES person(id);

ALTER TABLE ONLY notice
    ADD CONSTRAINT notice_person_fkey FOREIGN KEY (person) REFERENCES person(id);

ALTER TABLE ONLY outbound_host
    ADD CONSTRAINT outbound_host_site_fkey FOREIGN KEY (site) REFERENCES site(id);

ALTER TABLE ONLY page_rating
    ADD CONSTRAINT page_rating_site_fkey FOREIGN KEY (site) REFERENCES site(id);

ALTER TABLE ONLY pen_name
    ADD CONSTRAINT pen_name_person_fkey FOREIGN KEY (person) REFERENCES person(id);

ALTER TABLE ONLY person_role
    ADD CONSTRAINT person_role_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES person(id);

ALTER TABLE ONLY person_role
    ADD CONSTRAINT person_role_person_fkey FOREIGN KEY (person) REFERENCES person(id);

ALTER TABLE ONLY person_role
    ADD CONSTRAINT person_role_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES person(id);

ALTER TABLE ONLY person_role_section
    ADD CONSTRAINT person_role_section_person_fkey FOREIGN KEY (person) REFERENCES person(id);

ALTER TABLE ONLY person_role_section
    ADD CONSTRAINT person_role_section_site_fkey FOREIGN KEY (site) REFERENCES site(id);

ALTER TABLE ONLY person_role
    ADD CONSTRAINT person_role_site_fkey FOREIGN KEY (site) REFERENCES site(id);

ALTER TABLE ONLY preview_link
    ADD CONSTRAINT preview_link_preview_fkey FOREIGN KEY (preview) REFERENCES preview_set(id);

ALTER TABLE ONLY preview_set_item
    ADD CONSTRAINT preview_set_item_preview_fkey FOREIGN KEY (preview) REFERENCES preview_set(id);

ALTER TABLE ONLY preview_set
    ADD CONSTRAINT preview_set_site_fkey FOREIGN KEY (site) REFERENCES site(id);

ALTER TABLE ONLY remark
    ADD CONSTRAINT remark_item_fkey FOREIGN KEY (item) REFERENCES item(id);

ALTER TABLE ONLY review_link
    ADD CONSTRAINT review_link_item_fkey FOREIGN KEY (item) REFERENCES item(id);

ALTER TABLE ONLY revision
    ADD CONSTRAINT revision_item_fkey FOREIGN KEY (item) REFERENCES item(id);

ALTER TABLE ONLY saved_filter
    ADD CONSTRAINT saved_filter_person_fkey FOREIGN KEY (person) REFERENCES person(id);

ALTER TABLE ONLY section
    ADD CONSTRAINT section_parent_fkey FOREIGN KEY (parent) REFERENCES section(id);

ALTER TABLE ONLY site
    ADD CONSTRAINT site_agency_fkey FOREIGN KEY (agency) REFERENCES agency(id);

ALTER TABLE ONLY site_batch_line
    ADD CONSTRAINT site_batch_line_batch_fkey FOREIGN KEY (batch) REFERENCES site_batch(id);

ALTER TABLE ONLY site_host
    ADD CONSTRAINT site_host_site_fkey FOREIGN KEY (site) REFERENCES site(id);

ALTER TABLE ONLY site_menu
    ADD CONSTRAINT site_menu_site_fkey FOREIGN KEY (site) REFERENCES site(id);

ALTER TABLE ONLY site
    ADD CONSTRAINT site_parent_fkey FOREIGN KEY (parent) REFERENCES site(id);

ALTER TABLE ONLY site
    ADD CONSTRAINT site_successor_fkey FOREIGN KEY (successor) REFERENCES site(id);

ALTER TABLE ONLY urgent_edition
    ADD CONSTRAINT urgent_edition_item_fkey FOREIGN KEY (item) REFERENCES item(id);

ALTER TABLE ONLY watch_note
    ADD CONSTRAINT watch_note_case_id_fkey FOREIGN KEY (case_id) REFERENCES watch_case(id);

ALTER TABLE ONLY withdrawal_plan
    ADD CONSTRAINT withdrawal_plan_item_fkey FOREIGN KEY (item) REFERENCES item(id);

ALTER TABLE ONLY working_copy
    ADD CONSTRAINT working_copy_item_fkey FOREIGN KEY (item) REFERENCES item(id);

