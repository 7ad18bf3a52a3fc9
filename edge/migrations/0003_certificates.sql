-- What a certificate says is copied here when its point is awarded, so that neither a member's new name nor a new
-- edition of the exam changes a document that somebody may hold on paper. Times are milliseconds of the Unix epoch by
-- the server's clock.

-- `id` is public and is all that checking a certificate takes: 140 random bits in Crockford's base 32. `pack` is what
-- the published pack told of its title, scheme, cycle and registrant types on that day; NULL when it told nothing.
-- A certificate comes before its award in the one batch that writes both, so `award` is no foreign key: a deferred one
-- that fails would fail the whole database object and not the batch alone. A row without its award is no certificate,
-- and no query reads one.
CREATE TABLE certificate (
  id TEXT PRIMARY KEY NOT NULL CHECK (length(id) = 28 AND id NOT GLOB '*[^0-9A-HJKMNP-TV-Z]*'),
  award TEXT NOT NULL UNIQUE,
  member TEXT NOT NULL,
  attempt TEXT NOT NULL,
  holder TEXT NOT NULL,
  goc_number TEXT,
  registrant_types TEXT NOT NULL CHECK (json_valid(registrant_types)),
  exam_title TEXT NOT NULL,
  item_title TEXT NOT NULL,
  reference TEXT NOT NULL,
  points REAL NOT NULL CHECK (points > 0),
  point_type TEXT NOT NULL CHECK (point_type IN ('non-interactive', 'interactive')),
  competencies TEXT NOT NULL CHECK (json_valid(competencies)),
  passed_at INTEGER NOT NULL,
  issued_at INTEGER NOT NULL,
  pack TEXT CHECK (json_valid(pack)),
  FOREIGN KEY (member, attempt) REFERENCES attempt (member, id)
) STRICT;
CREATE INDEX certificate_by_member ON certificate (member, passed_at);

-- A certificate that no longer stands: written by an officer, with a reason that whoever checks it may read.
CREATE TABLE certificate_withdrawal (
  certificate TEXT PRIMARY KEY NOT NULL REFERENCES certificate (id),
  at INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (length(trim(reason)) > 0),
  replaced_by TEXT REFERENCES certificate (id) CHECK (replaced_by <> certificate)
) STRICT;

-- Awards from before there were certificates. The randomness is SQLite's own here, for once: a migration has no other,
-- and it is a ChaCha20 generator that the system seeds, so its bits are as hard to guess as the Worker's. The subquery
-- names the award, or SQLite would draw one ID for all. These certificates are dated with their awards: what clock the
-- server goes by is not known to a migration. Names are those of today, the oldest that are known.
INSERT INTO certificate (id, award, member, attempt, holder, goc_number, registrant_types, exam_title, item_title, reference,
  points, point_type, competencies, passed_at, issued_at, pack)
SELECT
  (WITH RECURSIVE place (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM place WHERE n < 28)
   SELECT group_concat(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (random() & 31), 1), '')
   FROM place WHERE award.id IS NOT NULL),
  award.id, member.id, award.attempt, member.name, member.goc_number, member.registrant_types, award.title,
  award.item_title, award.reference, award.points, award.point_type, award.competencies, award.awarded_at, award.awarded_at, NULL
FROM award JOIN member ON member.id = award.member;

-- Every award has one certificate that says the same.
CREATE TRIGGER award_has_its_certificate BEFORE INSERT ON award
WHEN NOT EXISTS (
  SELECT 1 FROM certificate
  WHERE award = NEW.id AND member = NEW.member AND attempt = NEW.attempt AND exam_title = NEW.title
    AND item_title = NEW.item_title AND reference = NEW.reference AND points = NEW.points
    AND point_type = NEW.point_type AND competencies = NEW.competencies AND passed_at = NEW.awarded_at
)
BEGIN
  SELECT RAISE(ABORT, 'award: no certificate says the same');
END;

CREATE TRIGGER certificate_withdrawal_stays_with_the_holder BEFORE INSERT ON certificate_withdrawal
WHEN NEW.replaced_by IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM certificate AS old JOIN certificate AS new ON new.member = old.member
  WHERE old.id = NEW.certificate AND new.id = NEW.replaced_by
)
BEGIN
  SELECT RAISE(ABORT, 'certificate_withdrawal: the replacement is of another member');
END;

-- REPLACE deletes without firing delete triggers, so the inserts that could replace a row are refused as well.
CREATE TRIGGER certificate_is_not_replaced BEFORE INSERT ON certificate
WHEN EXISTS (SELECT 1 FROM certificate WHERE id = NEW.id OR award = NEW.award)
BEGIN
  SELECT RAISE(ABORT, 'certificate: append only');
END;
CREATE TRIGGER certificate_is_not_updated BEFORE UPDATE ON certificate
BEGIN
  SELECT RAISE(ABORT, 'certificate: append only');
END;
CREATE TRIGGER certificate_is_not_deleted BEFORE DELETE ON certificate
BEGIN
  SELECT RAISE(ABORT, 'certificate: append only');
END;
CREATE TRIGGER certificate_withdrawal_is_not_replaced BEFORE INSERT ON certificate_withdrawal
WHEN EXISTS (SELECT 1 FROM certificate_withdrawal WHERE certificate = NEW.certificate)
BEGIN
  SELECT RAISE(ABORT, 'certificate_withdrawal: append only');
END;
CREATE TRIGGER certificate_withdrawal_is_not_updated BEFORE UPDATE ON certificate_withdrawal
BEGIN
  SELECT RAISE(ABORT, 'certificate_withdrawal: append only');
END;
CREATE TRIGGER certificate_withdrawal_is_not_deleted BEFORE DELETE ON certificate_withdrawal
BEGIN
  SELECT RAISE(ABORT, 'certificate_withdrawal: append only');
END;
