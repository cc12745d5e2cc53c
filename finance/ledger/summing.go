package ledger

import "apr/internal/source"

// summingLines are lines that sum what is above them and are counted all the same. What
// stands below them may sum the same lines again, of which they are none.
type summingLines struct {
	reportedLines
	any    bool    // there are some, though they may all be excluded
	told   Running // they themselves
	bounds []Running
	row    int32 // of the last
	last   source.Position
}

// noteSumming notes a line, once, above which the lines come to sums.
func (r *Reader) noteSumming(w *rowWords, f *figures, sums Running) {
	s := &r.summing
	row := r.row()
	if s.any && s.row == row {
		return
	}
	if !r.excludes() {
		s.note(r, w, f)
	}
	if !s.any {
		s.any = true
		s.bounds = append(s.bounds, r.bounds[max(0, len(r.bounds)-maxBounds):]...)
	}
	s.row, s.last = row, r.Table.Records.Position(r.AmountAt())
	s.bound(sums)
	s.told.add(f)
}

// bound notes that a section of the other lines may begin here.
func (s *summingLines) bound(sums Running) {
	if s.any && len(s.bounds) < 2*maxBounds {
		s.bounds = append(s.bounds, s.others(sums))
	}
}

// others is what all lines sum to but these.
func (s *summingLines) others(sums Running) Running { return sums.since(s.told) }

// excludes reports whether a rule excludes the record: then it isn't counted, whatever it sums.
func (r *Reader) excludes() bool {
	return r.Classifier.Classes[r.Classifier.Number(r.record)].Exclude != ""
}

// endHere reports whether the line above is one of these, by what all others come to.
func (s *summingLines) endHere(others Running) bool {
	return s.any && s.bounds[len(s.bounds)-1] == others
}

// sumsUntold reports whether a row is the sum of several lines above it, without those that
// sum others.
func (r *Reader) sumsUntold(f *figures) bool {
	s := &r.summing
	if !s.any || f.zero() {
		return false
	}
	now := s.others(r.Sums)
	if f.miss(now) == nil {
		return true
	}
	for _, b := range s.bounds {
		if since := now.since(b); since.Lines > 0 && f.miss(since) == nil {
			return true
		}
	}
	return false
}
