
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SET check_function_bodies = false;
SET client_min_messages = warning;
SET row_security = off;

SET default_tablespace = '';

CREATE TABLE case_secret (
    name text NOT NULL,
    secret bytea NOT NULL,
    created_at bigint NOT NULL
);

CREATE TABLE file_key (
    sha256 text NOT NULL,
    secret bytea NOT NULL,
    created_at bigint NOT NULL
);

CREATE TABLE item_key (
    item bigint NOT NULL,
    secret bytea NOT NULL,
    created_at bigint NOT NULL
);

CREATE TABLE safe_key (
    name text NOT NULL,
    secret bytea NOT NULL,
    created_at bigint NOT NULL
);

CREATE TABLE schema_migration (
    number bigint NOT NULL,
    name text NOT NULL,
    digest text NOT NULL,
    applied_at bigint NOT NULL
);

INSERT INTO case_secret VALUES ('casework', '\x256e4deb5240688f83fdc707e6358a00a7a8c45e308dec908537b1fdc2260ce0', 1796050518718);

INSERT INTO item_key VALUES (915254694358548480, '\x6bca88d4e13d20474ab8ed31bc96545f8c5b545326039b24765acc057cb3bba7', 1796050518539);
INSERT INTO item_key VALUES (915254694358548481, '\x3b4db12b5fba7c74c40a070b5f55d5169d07803078409d7d64175d2a2fc4d2c8', 1796050518539);
INSERT INTO item_key VALUES (915254694358548482, '\x7f8d73a05024549af2799bd30eb3f819b1344408f7ad16132d1959f5c50764f8', 1796050518539);
INSERT INTO item_key VALUES (915254698557046786, '\xe3dc19f2bc9d07d6c291852c50d03762caf8505da6117ac3ab5190173c01d7a5', 1796050518772);
INSERT INTO item_key VALUES (915254698557046784, '\xfbe8b40a4519577cf18fa56746999bb6ccf6ca3aa8a1fbd3cfe5a8f0d0be9f75', 1796050518779);

INSERT INTO safe_key VALUES ('accounts', '\x685a19666508d7991b6a204fb04cf680fe93b0afaf52dd0270d22a2d8f20ca03', 1796050517646);

INSERT INTO schema_migration VALUES (159, 'the key of accounts', '50afcd6af73865450d47f1bcdfe1b836', 1796050517632);
INSERT INTO schema_migration VALUES (290, 'item keys', 'b3ac4d19198d6adec1d4794858c8a34e', 1796050517639);
INSERT INTO schema_migration VALUES (390, 'the secret of casework', 'bd0a77c0f6a4eec7c494671829402d50', 1796050517641);
INSERT INTO schema_migration VALUES (510, 'keys of files in backups', '1267d48632afc25bb657cf102d265ddf', 1796050517642);

ALTER TABLE ONLY case_secret
    ADD CONSTRAINT case_secret_pkey PRIMARY KEY (name);

ALTER TABLE ONLY file_key
    ADD CONSTRAINT file_key_pkey PRIMARY KEY (sha256);

ALTER TABLE ONLY item_key
    ADD CONSTRAINT item_key_pkey PRIMARY KEY (item);

ALTER TABLE ONLY safe_key
    ADD CONSTRAINT safe_key_pkey PRIMARY KEY (name);

ALTER TABLE ONLY schema_migration
    ADD CONSTRAINT schema_migration_pkey PRIMARY KEY (number);

