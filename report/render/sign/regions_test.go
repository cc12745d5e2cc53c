package sign

import (
	"flag"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

var update = flag.Bool("update", false, "write the names of regions again")

// TestRegions compares the names with those of CLDR; with -update it writes them again.
func TestRegions(t *testing.T) {
	var b strings.Builder
	for a := 'A'; a <= 'Z'; a++ {
		for z := 'A'; z <= 'Z'; z++ {
			code := string(a) + string(z)
			region, err := language.ParseRegion(code)
			if err != nil {
				continue
			}
			if name := display.English.Regions().Name(region); name != "" {
				b.WriteString(code + " " + name + "\n")
			}
		}
	}
	if *update {
		if err := os.WriteFile("regions.txt", []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if regions != b.String() {
		t.Error("regions.txt isn't what CLDR says; go test ./report/render/sign -run TestRegions -update writes it again")
	}
}
