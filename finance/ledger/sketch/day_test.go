package sketch

import "testing"

// 28 April 2018 is 43218 in Excel.
func TestOneDayInManyForms(t *testing.T) {
	hash := func(date string) uint64 {
		cells := []string{"A100", date}
		return Hash(2500, func(i int) string { return cells[i] }, 2, 1)
	}
	want := hash("28/04/2018")
	for _, same := range []string{"2018-04-28", "43218", "43218.0", "28/4/18", "28-04-2018", "28.04.2018", "28.04.18", "2018/4/28", "20180428",
		"28-Apr-2018", "28-APR-18", "28 Apr 2018", " 28 April 2018 ", "2018-04-28 00:00:00", "2018-04-28T00:00:00", "28/04/2018 00:00"} {
		if hash(same) != want {
			t.Errorf("%q is another day than 28/04/2018", same)
		}
	}
	for _, other := range []string{"", "29/04/2018", "28/04/2019", "04/28/2018", "2018-28-04", "43219", "43218.5", "28/04/2018 09:30", "2018-04-28 14:00", "31/02/2018",
		"28/04", "Apr-18", "04/2018", "28", "2018", "28/04-2018", "28/04/2018x", "28 Smarch 2018", "99999999999", "28/04/201", "43218x"} {
		if hash(other) == want {
			t.Errorf("%q is the same as 28/04/2018", other)
		}
	}
	if hash("28/04/2018 09:30") != hash("2018-04-28 09:30") || hash("28/04/2018 09:30") == hash("28/04/2018 14:00") {
		t.Error("times of day")
	}
}

// A code isn't a day.
func TestCodesAreNoDays(t *testing.T) {
	hash := func(code string) uint64 { return Hash(2500, func(int) string { return code }, 1, 1) }
	if hash("43218") == hash("28/04/2018") || hash("01.02.10") == hash("1.2.10") {
		t.Error("codes are read as days")
	}
}
