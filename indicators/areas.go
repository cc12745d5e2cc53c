package indicators

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"apr/internal/source"
	"apr/internal/wording"
)

// Scotland is the area name of the national rows.
const Scotland = "Scotland"

// Authority is one of the 31 integration authorities.
type Authority struct {
	// Area is the name that Public Health Scotland's workbook uses.
	Area string
	// Name is the joint board's name in the orders that established it. Highland
	// has no board; its partnership's name is here.
	Name string
	// HSCP is the partnership's trading name, OtherNames what else it is called.
	HSCP       string
	OtherNames []string
	// Model is "integration-joint-board" or "lead-agency".
	Model       string
	Councils    []string
	HealthBoard string
	// Family is the group of the Local Government Benchmarking Framework for
	// indicators about people, 1 to 4; 0 for Clackmannanshire and Stirling,
	// whose councils are in different groups.
	Family int
}

// Authorities are the 31 integration authorities by area name. The slice is the
// caller's.
func Authorities() []Authority {
	list := slices.Clone(areas().authorities)
	for i := range list {
		list[i].Councils = slices.Clone(list[i].Councils)
		list[i].OtherNames = slices.Clone(list[i].OtherNames)
	}
	return list
}

// FindAuthority is the authority that a person means by a name: its area, its
// board, its partnership, or a spelling of one of them. Hint suggests the
// nearest name where there is none.
func FindAuthority(name string) (authority Authority, hint string, ok bool) {
	index := areas()
	if i, found := index.byName[nameKey(name)]; found {
		return Authorities()[i], "", true
	}
	if area, known, _ := CanonicalArea(name); known {
		for i, a := range index.authorities {
			if a.Area == area {
				return Authorities()[i], "", true
			}
		}
	}
	var names []string
	for _, a := range index.authorities {
		names = append(names, a.Area)
	}
	for _, a := range index.authorities {
		names = append(names, a.Name, a.HSCP)
	}
	return Authority{}, source.DidYouMean(name, names), false
}

// FamilyOf lists the areas of an area's benchmarking family, the area itself
// among them; nil where it has none.
func FamilyOf(area string) []string {
	index := areas()
	at := slices.IndexFunc(index.authorities, func(a Authority) bool { return a.Area == area })
	if at < 0 || index.authorities[at].Family == 0 {
		return nil
	}
	var family []string
	for _, a := range index.authorities {
		if a.Family == index.authorities[at].Family {
			family = append(family, a.Area)
		}
	}
	return family
}

// Areas are the 34 areas that a workbook has a row for in each indicator and
// year: 32 council areas, Clackmannanshire and Stirling together, and Scotland.
func Areas() []string { return slices.Clone(areas().all) }

// CanonicalArea is the name under which apr keeps an area. Known is false for
// an area that isn't one of the 34, whose name is returned tidied; ignore is
// true for rows that aren't an area's, such as "Undetermined".
//
// The rules are those of PHS's standardise_partnership_names: "&" is "and",
// whatever ends in "siar" is Western Isles, a suffix HSCP or Local Authority
// falls away, and the spellings of the alias table are replaced.
func CanonicalArea(s string) (area string, known, ignore bool) {
	index := areas()
	tidy := wording.OneLine(s)
	for _, suffix := range []string{" HSCP", " Local Authority"} {
		if cut := len(tidy) - len(suffix); cut > 0 && strings.EqualFold(tidy[cut:], suffix) {
			tidy = tidy[:cut]
		}
	}
	key := AreaKey(tidy)
	if area, ok := index.canonical[key]; ok {
		return area, area != "", area == ""
	}
	switch {
	case strings.HasPrefix(key, "area in which"):
		return "", false, true
	case strings.HasSuffix(key, "siar"):
		return "Western Isles", true, false
	}
	return tidy, false, false
}

type areaIndex struct {
	authorities []Authority
	byName      map[string]int    // nameKey → index of authorities
	canonical   map[string]string // AreaKey → area, "" for what is ignored
	all         []string
}

var areas = sync.OnceValue(func() areaIndex {
	index := areaIndex{byName: map[string]int{}, canonical: map[string]string{}}
	for n, r := range embedded("data/authorities.csv") {
		a := Authority{
			Area: r["area"], Name: r["name"], HSCP: r["hscp"], OtherNames: split(r["other_names"]),
			Model: r["model"], Councils: split(r["councils"]), HealthBoard: r["health_board"],
		}
		if r["family"] != "" {
			a.Family = int(r["family"][0] - '0')
		}
		index.authorities = append(index.authorities, a)
		index.all = append(index.all, a.Area)
		for _, name := range append([]string{a.Area, a.Name, a.HSCP}, a.OtherNames...) {
			index.byName[nameKey(name)] = n
		}
	}
	// The two councils of the joint partnership have rows of their own.
	index.all = append(index.all, "Clackmannanshire", "Stirling", Scotland)
	slices.Sort(index.all)
	for _, area := range index.all {
		index.canonical[AreaKey(area)] = area
	}
	for _, r := range embedded("data/areas.csv") {
		index.canonical[AreaKey(r["alias"])] = r["area"]
	}
	return index
})

// AreaKey makes spellings of an area equal that differ in case or "&".
func AreaKey(s string) string {
	s = strings.ReplaceAll(strings.ToLower(s), "&", " and ")
	return wording.OneLine(s)
}

// nameKey makes spellings of a body equal that differ in case, accents,
// punctuation, or in calling it a partnership or a board.
func nameKey(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(AreaKey(s)) {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		case !unicode.Is(unicode.Mn, r):
			b.WriteByte(' ')
		}
	}
	key := wording.OneLine(b.String())
	key = strings.TrimPrefix(key, "the ")
	for _, kind := range []string{"health and social care partnership", "integration joint board", "hscp", "ijb"} {
		key = strings.TrimSpace(strings.TrimSuffix(key, " "+kind))
	}
	return key
}
