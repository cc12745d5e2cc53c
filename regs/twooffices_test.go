package regs

import (
	"strings"
	"testing"

	"apr/internal/project"
)

func TestOnePersonInTwoOffices(t *testing.T) {
	for _, c := range []struct {
		one, other project.Signatory
		want       string
	}{
		{project.Signatory{Name: "Morven Haldane", Role: "Chair"}, project.Signatory{Name: "Morven  Haldane", Role: "Chief Officer"}, "Morven Haldane signs as Chair and as Chief Officer"},
		{project.Signatory{Name: "Cllr Morven Haldane MBE", Role: "Chair"}, project.Signatory{Name: "Morven Haldane", Role: "Chief Officer"}, "Morven Haldane signs as Chair and as Chief Officer"},
		{project.Signatory{Name: "Morven Haldane", Role: "Chair"}, project.Signatory{Name: "Moira Haldane", Role: "Chief Officer"}, ""},
		{project.Signatory{Name: "Dr Morven Haldane", Role: "Chair"}, project.Signatory{Name: "Dr Tomasz Gill", Role: "Chief Officer"}, ""},
	} {
		r := inMoray("We did it.")
		r.Narrative.Opening.SignedBy = []project.Signatory{c.one, c.other}
		var got []string
		for _, f := range Check(r).Findings {
			if strings.Contains(f.Message, "signs as") {
				got = append(got, f.Message)
			}
		}
		if all := strings.Join(got, "; "); all != c.want {
			t.Errorf("%v and %v: got %q, want %q", c.one, c.other, all, c.want)
		}
	}
}

func TestVersionsAtOneAddress(t *testing.T) {
	for _, c := range []struct {
		one, other project.Version
		want       string
	}{
		{project.Version{Version: "Summary of four pages", URL: "https://moray.example.org/2025-26/easy-read"}, project.Version{Version: "Easy Read", URL: "https://moray.example.org/2025-26/easy-read/"}, `"Summary of four pages" has the address of "Easy Read"`},
		{project.Version{Version: "Easy Read", URL: "https://moray.example.org/easy-read.pdf"}, project.Version{Version: "Large print", URL: "https://moray.example.org/easy-read.pdf"}, `"Large print" has the address of "Easy Read"`},
		{project.Version{Version: "Audio", URL: "https://moray.example.org/r.pdf"}, project.Version{Version: "Large print", URL: "https://moray.example.org/r.pdf"}, `"Large print" has the address of "Audio"`},
		{project.Version{Version: "Easy Read", URL: "https://moray.example.org/formats"}, project.Version{Version: "Large print", URL: "https://moray.example.org/formats"}, ""},
		{project.Version{Version: "Easy Read", URL: "https://moray.example.org/easy-read"}, project.Version{Version: "Summary", URL: "https://moray.example.org/summary"}, ""},
		{project.Version{Version: "Large print", How: "By post."}, project.Version{Version: "Audio", How: "By post."}, ""},
		{project.Version{Version: "Large print", URL: "https://moray.example.org/large-print-and-easy-read"}, project.Version{Version: "Easy Read", URL: "https://moray.example.org/large-print-and-easy-read"}, ""},
	} {
		r := inMoray("We did it.")
		r.Config.Accessibility.Versions = []project.Version{c.one, c.other}
		var got []string
		for _, f := range Check(r).Findings {
			if strings.Contains(f.Message, "has the address of") && f.Rule == "R0-accessibility" {
				got = append(got, f.Message)
			}
		}
		if all := strings.Join(got, "; "); c.want == "" && all != "" || !strings.Contains(all, c.want) {
			t.Errorf("%v and %v: got %q, want %q", c.one, c.other, all, c.want)
		}
	}
}
