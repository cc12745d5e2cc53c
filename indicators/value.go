package indicators

// Value is an area's row for an indicator and a period that has a value, of several the
// first; nil where there is none. A nil workbook has no rows.
func (w *Workbook) Value(id ID, area, period string) *Observation {
	if w == nil {
		return nil
	}
	for i := range w.Observations {
		o := &w.Observations[i]
		if o.Indicator == id && o.Area == area && o.Period == period {
			if o.Value == nil {
				return nil
			}
			return o
		}
	}
	return nil
}
