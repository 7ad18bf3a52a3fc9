-- How an exam has been used is counted while an editor waits, however many attempts at other exams there are. The index
-- holds whatever is counted, so no row is read.
CREATE INDEX attempt_by_exam ON attempt (exam, version, member, passed);
CREATE INDEX exam_version_by_exam ON exam_version (exam);
