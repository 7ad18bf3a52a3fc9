-- Times are milliseconds of the Unix epoch by the server's clock; flags are 0 or 1. Whatever must hold for a record at
-- any moment is said here, so that no path through the Worker, and no race between two requests, can break it.

CREATE TABLE member (
  id TEXT PRIMARY KEY NOT NULL,
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  name TEXT NOT NULL,
  goc_number TEXT,
  entitlement TEXT,
  registrant_types TEXT NOT NULL CHECK (json_valid(registrant_types)),
  first_signed_in_at INTEGER NOT NULL,
  last_signed_in_at INTEGER NOT NULL,
  UNIQUE (issuer, subject)
) STRICT;

-- One sign-in that is under way. The row is deleted by the callback that uses it, so a state counts once.
CREATE TABLE sign_in (
  state_hash TEXT PRIMARY KEY NOT NULL,
  browser_hash TEXT NOT NULL,
  nonce TEXT NOT NULL,
  code_verifier TEXT NOT NULL,
  return_to TEXT NOT NULL CHECK (substr(return_to, 1, 1) = '/'),
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_in_by_expiry ON sign_in (expires_at);

CREATE TABLE session (
  token_hash TEXT PRIMARY KEY NOT NULL,
  member TEXT NOT NULL REFERENCES member (id),
  started_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL,
  CHECK (last_seen_at >= started_at)
) STRICT;
CREATE INDEX session_by_age ON session (started_at);

-- What can be graded, with its key, kept for ever.
CREATE TABLE exam_version (
  name TEXT PRIMARY KEY NOT NULL CHECK (length(name) = 64),
  exam TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  added_at INTEGER NOT NULL
) STRICT;

-- What new pages carry and when it can be sat: the only facts here that a later release may change.
CREATE TABLE exam (
  id TEXT PRIMARY KEY NOT NULL,
  version TEXT NOT NULL REFERENCES exam_version (name),
  max_attempts INTEGER NOT NULL CHECK (max_attempts >= 1),
  opens_on TEXT NOT NULL,
  closes_on TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  opens_at INTEGER NOT NULL,
  closes_at INTEGER NOT NULL,
  released_at INTEGER NOT NULL,
  CHECK (opens_at < closes_at)
) STRICT;

-- The key begins with the member, so one member's attempt IDs neither collide with nor tell of another's.
CREATE TABLE attempt (
  member TEXT NOT NULL REFERENCES member (id),
  id TEXT NOT NULL,
  exam TEXT NOT NULL REFERENCES exam (id),
  version TEXT NOT NULL REFERENCES exam_version (name),
  number INTEGER NOT NULL CHECK (number >= 1),
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  answers_hash TEXT NOT NULL,
  correct INTEGER NOT NULL CHECK (correct >= 0),
  out_of INTEGER NOT NULL CHECK (out_of >= 1),
  passed INTEGER NOT NULL CHECK (passed IN (0, 1)),
  submitted_at INTEGER NOT NULL,
  accepted TEXT NOT NULL CHECK (json_valid(accepted)),
  PRIMARY KEY (member, id),
  UNIQUE (member, exam, number),
  CHECK (correct <= out_of)
) STRICT;
CREATE UNIQUE INDEX attempt_passed_once ON attempt (member, exam) WHERE passed = 1;

-- The facts of an award are frozen: a certificate or an export is printed from here, never from today's documents.
CREATE TABLE award (
  id TEXT PRIMARY KEY NOT NULL,
  member TEXT NOT NULL,
  attempt TEXT NOT NULL,
  exam TEXT NOT NULL,
  version TEXT NOT NULL REFERENCES exam_version (name),
  title TEXT NOT NULL,
  item_title TEXT NOT NULL,
  reference TEXT NOT NULL,
  points REAL NOT NULL CHECK (points > 0),
  point_type TEXT NOT NULL CHECK (point_type IN ('non-interactive', 'interactive')),
  competencies TEXT NOT NULL CHECK (json_valid(competencies)),
  awarded_at INTEGER NOT NULL,
  FOREIGN KEY (member, attempt) REFERENCES attempt (member, id),
  UNIQUE (member, exam)
) STRICT;

CREATE TABLE audit_event (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  member TEXT REFERENCES member (id),
  detail TEXT NOT NULL CHECK (json_valid(detail))
) STRICT;

CREATE TRIGGER attempt_obeys_the_rules BEFORE INSERT ON attempt
BEGIN
  SELECT RAISE(ABORT, 'attempt: this member has passed the exam')
  WHERE EXISTS (SELECT 1 FROM award WHERE member = NEW.member AND exam = NEW.exam);
  SELECT RAISE(ABORT, 'attempt: no attempt is left')
  WHERE (SELECT count(*) FROM attempt WHERE member = NEW.member AND exam = NEW.exam)
    >= (SELECT max_attempts FROM exam WHERE id = NEW.exam);
  SELECT RAISE(ABORT, 'attempt: numbers have no gaps')
  WHERE NEW.number <> 1 + (SELECT count(*) FROM attempt WHERE member = NEW.member AND exam = NEW.exam);
  SELECT RAISE(ABORT, 'attempt: the exam is not open')
  WHERE NOT EXISTS (
    SELECT 1 FROM exam WHERE id = NEW.exam AND opens_at <= NEW.submitted_at AND NEW.submitted_at < closes_at
  );
  SELECT RAISE(ABORT, 'attempt: the version is of another exam')
  WHERE NOT EXISTS (SELECT 1 FROM exam_version WHERE name = NEW.version AND exam = NEW.exam);
END;

CREATE TRIGGER award_is_for_a_pass BEFORE INSERT ON award
WHEN NOT EXISTS (
  SELECT 1 FROM attempt
  WHERE member = NEW.member AND id = NEW.attempt AND exam = NEW.exam AND version = NEW.version AND passed = 1
)
BEGIN
  SELECT RAISE(ABORT, 'award: there is no such passed attempt');
END;

CREATE TRIGGER exam_names_its_own_version_on_insert BEFORE INSERT ON exam
WHEN NOT EXISTS (SELECT 1 FROM exam_version WHERE name = NEW.version AND exam = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'exam: the version is of another exam');
END;
CREATE TRIGGER exam_names_its_own_version_on_update BEFORE UPDATE ON exam
WHEN NOT EXISTS (SELECT 1 FROM exam_version WHERE name = NEW.version AND exam = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'exam: the version is of another exam');
END;

CREATE TRIGGER exam_version_is_never_renamed BEFORE INSERT ON exam_version
WHEN EXISTS (SELECT 1 FROM exam_version WHERE name = NEW.name AND body <> NEW.body)
BEGIN
  SELECT RAISE(ABORT, 'exam_version: the name is taken by another body');
END;

-- REPLACE deletes without firing delete triggers, so the inserts that could replace a row are refused as well.
CREATE TRIGGER attempt_is_not_replaced BEFORE INSERT ON attempt
WHEN EXISTS (SELECT 1 FROM attempt WHERE member = NEW.member AND id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'attempt: append only');
END;
CREATE TRIGGER award_is_not_replaced BEFORE INSERT ON award
WHEN EXISTS (SELECT 1 FROM award WHERE id = NEW.id OR (member = NEW.member AND exam = NEW.exam))
BEGIN
  SELECT RAISE(ABORT, 'award: append only');
END;
CREATE TRIGGER audit_event_is_not_replaced BEFORE INSERT ON audit_event
WHEN EXISTS (SELECT 1 FROM audit_event WHERE sequence = NEW.sequence)
BEGIN
  SELECT RAISE(ABORT, 'audit_event: append only');
END;

CREATE TRIGGER attempt_is_not_updated BEFORE UPDATE ON attempt
BEGIN
  SELECT RAISE(ABORT, 'attempt: append only');
END;
CREATE TRIGGER attempt_is_not_deleted BEFORE DELETE ON attempt
BEGIN
  SELECT RAISE(ABORT, 'attempt: append only');
END;
CREATE TRIGGER award_is_not_updated BEFORE UPDATE ON award
BEGIN
  SELECT RAISE(ABORT, 'award: append only');
END;
CREATE TRIGGER award_is_not_deleted BEFORE DELETE ON award
BEGIN
  SELECT RAISE(ABORT, 'award: append only');
END;
CREATE TRIGGER audit_event_is_not_updated BEFORE UPDATE ON audit_event
BEGIN
  SELECT RAISE(ABORT, 'audit_event: append only');
END;
CREATE TRIGGER audit_event_is_not_deleted BEFORE DELETE ON audit_event
BEGIN
  SELECT RAISE(ABORT, 'audit_event: append only');
END;
CREATE TRIGGER exam_version_is_not_updated BEFORE UPDATE ON exam_version
BEGIN
  SELECT RAISE(ABORT, 'exam_version: append only');
END;
CREATE TRIGGER exam_version_is_not_deleted BEFORE DELETE ON exam_version
BEGIN
  SELECT RAISE(ABORT, 'exam_version: append only');
END;
