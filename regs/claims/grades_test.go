package claims

import "testing"

// TestGradesGoOn has sentences behind one that names the service.
func TestGradesGoOn(t *testing.T) {
	for sentence, contradicted := range map[string]bool{
		"Our care at home service was inspected in September 2025. Every key question went up by one grade.":         true,
		"Our care at home service was inspected in September 2025. Leadership was graded 4 (good).":                  false,
		"Our care at home service was inspected in September 2025. Leadership was graded 5 (very good).":             true,
		"Our care at home service was inspected in September 2025. Rowanbank was graded 5 (very good) for staffing.": false,
		"Our care at home service was inspected. It was a good day. Leadership was graded 5 (very good).":            false,
	} {
		if is := contradictionIn(t, onCarrickmoor, sentence); (is != "") != contradicted {
			t.Errorf("%s: contradicted %q", sentence, is)
		}
	}
}
