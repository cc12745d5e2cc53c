package markup

import (
	"strings"
	"testing"
)

// TestColumnBlocks has tables of which each column is a block of lines read.
func TestColumnBlocks(t *testing.T) {
	for page, want := range map[string]string{
		"Spend\n\nPlace\nNorth\nSouth\nWest\n\n2024/25\n1\n2\n3\n\nShare of\nmoney\n4%\n5%\n6%\n\nWords.": "Place|2024/25|Share of money;North|1|4%;South|2|5%;West|3|6%",
		"Place\nNorth\nSouth\nWest\n\n2024/25\n1\n2\n3":                                                   "", // a column
		"Place\nNorth\nSouth\nWest\n\n2024/25\n1\n2\n\n2025/26\n4\n5":                                     "", // a name too many
		"North has 4 parts.\nSouth has two.\nWest has none.\nEast\n\nA\n1\n2\n3\n\nB\n4\n5\n6":            "", // text
		"Place\nNorth\nSouth\nWest\n\n7\n1\n2\n3\n\n8\n4\n5\n6":                                           "", // no heads
	} {
		_, all, _ := withoutCellBlocks(page)
		var got []string
		for _, table := range all {
			for _, row := range table.Rows {
				var cells []string
				for _, c := range row {
					cells = append(cells, c.Text)
				}
				got = append(got, strings.Join(cells, "|"))
			}
		}
		if strings.Join(got, ";") != want {
			t.Errorf("%q: %q, want %q", page, strings.Join(got, ";"), want)
		}
	}
}
