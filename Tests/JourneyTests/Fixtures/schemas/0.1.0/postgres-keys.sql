
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

INSERT INTO case_secret VALUES ('casework', '\xf674b820ee9e16b6805228a69ed0f77116b3912faba9b38d2fe7a858ea399818', 1796051091229);

INSERT INTO item_key VALUES (915257093466882048, '\xfd60275f9399944326e8bb9011009f187b29f4996c4eed362155603758b1024d', 1796051090980);
INSERT INTO item_key VALUES (915257093466882049, '\x93fbfaa4ea0ff65c22fb97744ad860324de69c4fad6afe59df0f2238d7c37f84', 1796051090980);
INSERT INTO item_key VALUES (915257093466882050, '\x450bcedfb3c2442fb71786be4f5317db761533e0bd40645782496c80052d5e75', 1796051090980);
INSERT INTO item_key VALUES (915257097665380354, '\x4e372b5721cdf5f50051d6129eab758ceced45661e8abe2aedc7d07fe135c8b8', 1796051091308);
INSERT INTO item_key VALUES (915257097665380352, '\x89c4a1e01f58b6853e104f8a5888f22733bf40b051778e4341612a5351a30cc8', 1796051091329);

INSERT INTO safe_key VALUES ('accounts', '\xbefbdb89107e8427e89079c22f11d1627a18991c3f5cc20224dbc113aa4476a4', 1796051089546);

INSERT INTO schema_migration VALUES (159, 'the key of accounts', '50afcd6af73865450d47f1bcdfe1b836', 1796051089537);
INSERT INTO schema_migration VALUES (290, 'item keys', 'b3ac4d19198d6adec1d4794858c8a34e', 1796051089540);
INSERT INTO schema_migration VALUES (390, 'the secret of casework', 'bd0a77c0f6a4eec7c494671829402d50', 1796051089541);
INSERT INTO schema_migration VALUES (510, 'keys of files in backups', '1267d48632afc25bb657cf102d265ddf', 1796051089543);

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

