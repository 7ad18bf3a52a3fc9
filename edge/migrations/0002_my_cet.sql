-- A member's own room. What a member says of themselves stands here and never beside what was recorded by the examiner:
-- every key begins with the member, so that no statement can reach another's row by an ID alone.

-- What a member says they hold elsewhere, as often as they say it. An entry never changes; the newest one counts, and an
-- undo is a newer entry with what the older one said. An entry without points in it says nothing.
CREATE TABLE elsewhere (
  member TEXT NOT NULL REFERENCES member (id),
  cycle TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  registrant_types TEXT NOT NULL CHECK (json_type(registrant_types) = 'array'),
  -- The calendar year that "this year" meant when it was said.
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2999),
  saved_at INTEGER NOT NULL,
  PRIMARY KEY (member, cycle, number)
) STRICT;

CREATE TABLE elsewhere_points (
  member TEXT NOT NULL,
  cycle TEXT NOT NULL,
  number INTEGER NOT NULL,
  registrant_type TEXT NOT NULL,
  points REAL NOT NULL CHECK (points BETWEEN 0 AND 999 AND points * 2 = round(points * 2)),
  interactive REAL NOT NULL CHECK (interactive >= 0 AND interactive * 2 = round(interactive * 2)),
  specialist REAL NOT NULL CHECK (specialist >= 0 AND specialist * 2 = round(specialist * 2)),
  this_year REAL NOT NULL CHECK (this_year >= 0 AND this_year * 2 = round(this_year * 2)),
  peer_reviews INTEGER NOT NULL CHECK (peer_reviews BETWEEN 0 AND 999),
  PRIMARY KEY (member, cycle, number, registrant_type),
  FOREIGN KEY (member, cycle, number) REFERENCES elsewhere (member, cycle, number) ON DELETE CASCADE,
  CHECK (interactive <= points),
  CHECK (specialist <= points),
  CHECK (this_year <= points)
) STRICT;

CREATE TABLE elsewhere_unit (
  member TEXT NOT NULL,
  cycle TEXT NOT NULL,
  number INTEGER NOT NULL,
  unit TEXT NOT NULL,
  PRIMARY KEY (member, cycle, number, unit),
  FOREIGN KEY (member, cycle, number) REFERENCES elsewhere (member, cycle, number) ON DELETE CASCADE
) STRICT;

CREATE TRIGGER elsewhere_numbers_have_no_gaps BEFORE INSERT ON elsewhere
WHEN NEW.number <> 1 + (
  SELECT coalesce(max(number), 0) FROM elsewhere WHERE member = NEW.member AND cycle = NEW.cycle
)
BEGIN
  SELECT RAISE(ABORT, 'elsewhere: numbers have no gaps');
END;
CREATE TRIGGER elsewhere_is_not_updated BEFORE UPDATE ON elsewhere
BEGIN
  SELECT RAISE(ABORT, 'elsewhere: an entry never changes');
END;
CREATE TRIGGER elsewhere_points_is_not_updated BEFORE UPDATE ON elsewhere_points
BEGIN
  SELECT RAISE(ABORT, 'elsewhere_points: an entry never changes');
END;
CREATE TRIGGER elsewhere_unit_is_not_updated BEFORE UPDATE ON elsewhere_unit
BEGIN
  SELECT RAISE(ABORT, 'elsewhere_unit: an entry never changes');
END;

-- What has become of an award on its way to the regulator: a ledger. Without a mark it is awarded and no more. An export
-- says what was sent and what came back; a member says that they have accepted it, or (`awarded`) that they have not
-- after all.
CREATE TABLE award_mark (
  member TEXT NOT NULL,
  award TEXT NOT NULL REFERENCES award (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  state TEXT NOT NULL CHECK (state IN ('awarded', 'sent', 'pending', 'accepted', 'rejected')),
  said_by TEXT NOT NULL CHECK (said_by IN ('member', 'export')),
  said_at INTEGER NOT NULL,
  PRIMARY KEY (member, award, number),
  CHECK (said_by = 'export' OR state IN ('accepted', 'awarded')),
  CHECK (said_by = 'member' OR state <> 'awarded')
) STRICT;

CREATE TRIGGER award_mark_obeys_the_rules BEFORE INSERT ON award_mark
BEGIN
  SELECT RAISE(ABORT, 'award_mark: the award is not this member''s')
  WHERE NOT EXISTS (SELECT 1 FROM award WHERE id = NEW.award AND member = NEW.member);
  SELECT RAISE(ABORT, 'award_mark: numbers have no gaps')
  WHERE NEW.number <> 1 + (SELECT count(*) FROM award_mark WHERE award = NEW.award);
  SELECT RAISE(ABORT, 'award_mark: nothing comes before the award')
  WHERE NEW.said_at < (SELECT awarded_at FROM award WHERE id = NEW.award);
END;
CREATE TRIGGER award_mark_is_not_updated BEFORE UPDATE ON award_mark
BEGIN
  SELECT RAISE(ABORT, 'award_mark: append only');
END;
CREATE TRIGGER award_mark_is_not_deleted BEFORE DELETE ON award_mark
BEGIN
  SELECT RAISE(ABORT, 'award_mark: append only');
END;

-- Goals of the personal development plan. Days are calendar days in London; a goal that was deleted stays for a while, so
-- that it can be brought back.
CREATE TABLE pdp_goal (
  member TEXT NOT NULL REFERENCES member (id),
  id TEXT NOT NULL,
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
  unit TEXT,
  target_on TEXT CHECK (target_on IS NULL OR target_on IS date(target_on)),
  done_on TEXT CHECK (done_on IS NULL OR done_on IS date(done_on)),
  added_at INTEGER NOT NULL,
  deleted_at INTEGER CHECK (deleted_at >= added_at),
  PRIMARY KEY (member, id)
) STRICT;

CREATE TRIGGER pdp_goal_is_one_of_few BEFORE INSERT ON pdp_goal
WHEN (SELECT count(*) FROM pdp_goal WHERE member = NEW.member AND deleted_at IS NULL) >= 50
BEGIN
  SELECT RAISE(ABORT, 'pdp_goal: at most 50 goals');
END;

CREATE TRIGGER pdp_goal_comes_back_as_one_of_few BEFORE UPDATE OF deleted_at ON pdp_goal
WHEN OLD.deleted_at IS NOT NULL AND NEW.deleted_at IS NULL
  AND (SELECT count(*) FROM pdp_goal WHERE member = NEW.member AND deleted_at IS NULL) >= 50
BEGIN
  SELECT RAISE(ABORT, 'pdp_goal: at most 50 goals');
END;

-- The address at which a member's calendar may fetch the dates without signing in. The database knows its token by
-- SHA-256 only.
CREATE TABLE calendar_subscription (
  member TEXT PRIMARY KEY NOT NULL REFERENCES member (id),
  token_hash TEXT UNIQUE NOT NULL CHECK (length(token_hash) = 64),
  made_at INTEGER NOT NULL
) STRICT;
