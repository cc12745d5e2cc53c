package table

import (
	"strings"
	"testing"
)

func TestOverflow(t *testing.T) {
	for _, c := range []struct{ header, record, want string }{
		{"year,item,amount", "2024/25,a,100.00", ""},
		{"year,item,amount", "2024/25,a", ""},
		{"year,item,amount", "2024/25,a,100.00,,", ""},
		{"year,item,amount", "2024/25,a,1,232.43", "the row has 4 cells and the header 3"},
		{"year,item,amount", "2024/25,a,1,232,556.43,", "the row has 5 cells and the header 3"},
		{"year,item,amount,,", "2024/25,a,1,232,556.43", "the row has 5 cells and the header 3"},
		{"year,item,amount,,", "2024/25,a,100.00,checked,by RT", ""},
		{"year,amount,item", "2024/25,1,232.43,a", "the row has 4 cells and the header 3"},
	} {
		if got := Overflow(strings.Split(c.record, ","), strings.Split(c.header, ",")); got != c.want {
			t.Errorf("%s under %s: %q, want %q", c.record, c.header, got, c.want)
		}
	}
}
